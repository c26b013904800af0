import RunbookCommands
import RunbookModel

enum CommandNonasciiProgram {
  static let rule = Rule(
    "command-nonascii-program", .warning, "a command starts with a word that is no program",
    rationale: """
      No program that runbooks call has letters outside ASCII in its name. Such a word is prose in a
      block that is labelled as shell, or a command that went through a machine translation.
      """,
    passing: [
      Rule.Example("```bash\necho déploiement # démarrer\n```"),
      Rule.Example("```text\ndémarrer le service\n```"),
    ],
    failing: [
      Rule.Example("```bash\n▸démarrer le service\njournalctl -f\n```")
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for command in context.commands where command.command.invocation == nil {
      guard let word = command.command.words.first, let name = command.command.name,
        // Typographic quotes and dashes are the finding of `code-nonascii`.
        name.unicodeScalars.contains(where: { !$0.isASCII && $0.properties.isAlphabetic })
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: word.range, "`\(name)` is not the name of a program",
          explanation: "Was the command translated? Write it as the shell knows it, or take the "
            + "text out of the block."))
    }
  }
}
