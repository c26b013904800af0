import RunbookCommands
import RunbookModel

enum EnvironmentAmbiguous {
  private static let top = "---\nkind: runbook\ntitle: Rotate\n"

  static let rule = Rule(
    "environment-ambiguous", .info,
    "a runbook changes something and does not say in which environments",
    rationale: """
      People run the right command in production because the page did not say that it is for the
      test system. `environments` in the front matter says it, at the top of the page and in the
      reports. A draft may still lack it.
      """,
    strict: .warning,
    passing: [
      Rule.Example(top + "environments: [nonprod]\n---\n```bash\njournalctl --rotate\n```"),
      Rule.Example(top + "---\n```bash\njournalctl -n 5\n```"),
    ],
    failing: [
      Rule.Example(top + "---\n```bash\njournalctl -n 5\njournalctl ▸--vacuum-size=1G\n```")
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    guard let parts = RunbookParts(context), let change = parts.firstChange,
      context.draft.metadata.environments.isEmpty
    else { return }
    diagnostics.append(
      context.finding(
        rule, at: change.range,
        "`\(change.title)` changes something, and the page does not say in which environments",
        explanation: "Add `environments` to the front matter, such as "
          + "`environments: [nonprod, prod]`."))
  }
}
