import RunbookCommands
import RunbookModel

enum CommandSurplusOperand {
  static let rule = Rule(
    "command-surplus-operand", .warning, "a command has more words than its program takes",
    rationale: """
      Most programs refuse a word too many, some ignore it, and then the command does less than it
      says. Often the word is half of a value that needs quotes, or a line that lost its `;`.
      """,
    passing: [
      Rule.Example("```bash\nsleep 5s\nuptime; uptime\n```"),
      Rule.Example("```bash\nkubectl apply -f x.yaml\nservice/uptime created\n```"),
    ],
    failing: [Rule.Example("```bash\nuptime ▸now\n```")],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for (finding, command) in context.commandFindings {
      guard case .surplusOperand(let word) = finding.kind else { continue }
      diagnostics.append(
        context.finding(
          rule, at: finding.range, "`\(word)` is one word too many for `\(command.title)`",
          explanation: "Take it away, quote the value that it is a part of, or start a new command."
        ))
    }
  }
}
