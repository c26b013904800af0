import RunbookCommands
import RunbookModel

enum FindPatternUnquoted {
  static let rule = Rule(
    "find-pattern-unquoted", .warning, "a pattern for `find` is not quoted",
    rationale: """
      The shell replaces the pattern by the names in the current folder before `find` sees it. With one
      such file, `find` looks for that name only; with two, it ends with an error (ShellCheck, SC2061).
      """,
    passing: [Rule.Example("```bash\nfind . -name '*.log' -path \"./a/*\" -iname \\*.gz\n```")],
    failing: [Rule.Example("```bash\nfind /var -type f -name ▸*.log\n```")],
    check: .page(check))

  private static let options: Set = [
    "-name", "-iname", "-path", "-ipath", "-wholename", "-iwholename", "-lname", "-ilname",
  ]

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for command in context.commands {
      guard let invocation = command.command.invocation, invocation.program.name == "find" else {
        continue
      }
      for given in invocation.options where options.contains(given.name.text) {
        guard let word = given.value, isGlob(word) else { continue }
        diagnostics.append(
          context.finding(
            rule, at: word.range, "the shell expands this pattern before `find` sees it",
            explanation: "Quote it: `'\(word.display)'`."))
      }
    }
  }

  private static func isGlob(_ word: ShellWord) -> Bool {
    word.pieces.contains { piece in
      guard case .text(let text) = piece.kind, piece.quoting == .none else { return false }
      return text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
    }
  }
}
