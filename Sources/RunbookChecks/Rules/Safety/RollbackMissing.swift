import RunbookCommands
import RunbookModel

enum RollbackMissing {
  private static let top = "---\nkind: runbook\ntitle: Rotate\n---\n"

  static let rule = Rule(
    "rollback-missing", .info, "a runbook changes something and does not say how to go back",
    rationale: """
      When a step goes wrong nobody has time to invent the way back. Give the page a heading such as
      "Rollback" and say under it how each change is undone, or that it cannot be undone and what to
      do then. A draft may still lack it.
      """,
    strict: .warning,
    passing: [
      Rule.Example(
        top + "```bash\njournalctl --rotate\n```\n\n## Rollback\n\nNothing is lost by this."),
      Rule.Example(top + "```bash\njournalctl --rotate\n```\n\n## How to roll back"),
      Rule.Example(top + "```bash\njournalctl -n 5\n```"),
      Rule.Example(top + "```bash\njournalctl -n 5 > /tmp/log\njournalctl | tee log.txt\n```"),
      Rule.Example(
        "---\nkind: runbook\nlifecycle: draft\n---\n```bash\njournalctl --rotate\n```"),
      Rule.Example("---\nkind: concept\n---\n```bash\njournalctl --rotate\n```"),
    ],
    failing: [
      Rule.Example(
        top + "## Check\n\n```bash\njournalctl -n 5\njournalctl -q ▸--rotate\n"
          + "journalctl --sync\n```"),
      Rule.Example(top + "```bash\njournalctl -n 5 > log.txt\necho x ▸> /etc/hosts\n```"),
      Rule.Example(top + "```bash\nfor i in 1 2; do\n  echo $i\ndone ▸>> /etc/hosts\n```"),
      Rule.Example(top + "```sql {▸effect=write}\nVACUUM;\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    guard let parts = RunbookParts(context), let change = parts.firstChange,
      !parts.hasHeading(
        startingWith: SectionRole.rollbackStems + ["restor", "recover"],
        phrases: SectionRole.rollbackPhrases + [["go", "back"]])
    else { return }
    diagnostics.append(
      context.finding(
        rule, at: change.range,
        "`\(change.title)` changes something, and no section says how to go back",
        explanation: "It is the first change of the page. Add a section \"Rollback\" that undoes "
          + "what the steps change, or says that nothing has to be undone."))
  }
}
