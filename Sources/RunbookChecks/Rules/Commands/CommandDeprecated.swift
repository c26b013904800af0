import RunbookCommands
import RunbookModel

enum CommandDeprecated {
  private static let programs = (
    path: "programs/ledger.yml",
    text: """
    synopsis: |
      ledger
        list [ACCOUNT...]
          --since=DATE
          --from=DATE {use=--since}
        show [ACCOUNT...] {use=list}
    """
  )

  static let rule = Rule(
    "command-deprecated", .warning, "a command uses a spelling that its program is giving up",
    rationale: """
      It still works, with a warning or by chance, and stops working with an update that nobody
      connects with this page. The new spelling is known, so use it now.
      """,
    passing: [
      Rule.Example(files: [("content/page.md", "```bash\nledger list --since=May\n```"), programs])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "```bash\nledger ▸show; ledger list ▸--from=May\n```"), programs,
      ])
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for (finding, command) in context.commandFindings {
      guard case .deprecated(let name, let replacement) = finding.kind else { continue }
      let isOption = name.hasPrefix("-")
      let suggestion = CommandSuggestion(
        replacement, isCertain: true, at: finding.range, instead: name, context)
      diagnostics.append(
        context.finding(
          rule, at: finding.range,
          "`\(name)`\(isOption ? " of `\(command.title)`" : "") is out of date: "
            + "write `\(replacement)`",
          explanation: "Later versions of `\(command.command.name ?? name)` do not know it.",
          fixes: [suggestion.fix].compactMap(\.self)))
    }
  }
}
