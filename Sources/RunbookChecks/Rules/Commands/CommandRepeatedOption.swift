import RunbookCommands
import RunbookModel

enum CommandRepeatedOption {
  static let rule = Rule(
    "command-repeated-option", .warning, "a command is given the same option twice",
    rationale: """
      The option takes one value, and has it already. Often the second one was meant to be another
      option, or another value.
      """,
    passing: [
      Rule.Example(
        "```bash\nkubectl -n a get pods -l x=y\ncurl -H a:b -H a:b https://a.example\ngrep -e a -e a f\n```"
      )
    ],
    failing: [Rule.Example("```bash\nkubectl exec -n a web ▸-n a -- ls\n```")],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for (finding, command) in context.commandFindings {
      guard case .repeated(let name, let value) = finding.kind else { continue }
      diagnostics.append(
        context.finding(
          rule, at: finding.range, "`\(name) \(value)` is given to `\(command.title)` twice",
          explanation: "Remove one of them, or correct it."))
    }
  }
}
