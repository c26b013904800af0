import RunbookCommands
import RunbookModel

enum TestUnquoted {
  static let rule = Rule(
    "test-unquoted", .warning, "`[` is given a variable without quotes",
    rationale: """
      Without a value the word is gone: `[ -n $x ]` is then true, and `[ $x = a ]` ends with “unary
      operator expected” (ShellCheck, SC2070, SC2086).
      """,
    passing: [
      Rule.Example(
        "```bash\nx=a\n[ -n \"$x\" ]; [[ -n $x ]]; [ $? -eq 0 ]; [ $# = 1 ]; [ $((1)) = 1 ]; [ -f $x ]\n```"
      )
    ],
    failing: [
      Rule.Example("```bash\n[ -n ▸$HOST ] && echo yes\n```"),
      Rule.Example("```bash\nif test ▸$(id -un) = root; then ls; fi\n```"),
    ],
    check: .page(check))

  private static let binary: Set = ["=", "==", "!="]

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for command in context.facts.simpleCommands {
      guard let name = command.name?.literal, name == "[" || name == "test",
        let word = vanishing(Array(command.arguments))
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: word.range, "without a value this word is gone, and the test is another one",
          explanation: "Quote it: `\"\(context.file.text(word.range))\"`."))
    }
  }

  private static func vanishing(_ words: [ShellWord]) -> ShellWord? {
    if words.first?.literal == "!" { return vanishing(Array(words.dropFirst())) }
    if words.first?.literal == "-n", words.count > 1 {
      return mayVanish(words[1]) ? words[1] : nil
    }
    guard words.count > 2, binary.contains(words[1].literal ?? "") else { return nil }
    return [words[0], words[2]].first(where: mayVanish)
  }

  /// One variable or substitution without quotes, and nothing beside it.
  private static func mayVanish(_ word: ShellWord) -> Bool {
    guard word.pieces.count == 1, word.pieces[0].quoting == .none else { return false }
    switch word.pieces[0].kind {
    case .parameter(let expansion): return expansion.isVariable && !expansion.hasDefault
    case .command: return true
    default: return false
    }
  }
}
