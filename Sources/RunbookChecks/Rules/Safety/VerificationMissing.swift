import RunbookCommands
import RunbookModel

enum VerificationMissing {
  private static let top = "---\nkind: runbook\ntitle: Rotate\n---\n"

  static let rule = Rule(
    "verification-missing", .info,
    "a runbook changes something and does not say how to see that it worked",
    rationale: """
      A command that answers nothing looks the same when it worked and when it did not. Say what the
      reader should see, with `expect=` on the fence of a step or in a section "Verification". A
      draft may still lack it.
      """,
    strict: .warning,
    passing: [
      Rule.Example(top + "```bash {expect=\"Rotated\"}\njournalctl --rotate\n```"),
      Rule.Example(top + "```bash\njournalctl --rotate\n```\n\n## Verification\n\nLook."),
      Rule.Example(top + "```bash\njournalctl --rotate\n```\n\n## Check the result"),
      Rule.Example(top + "```bash\njournalctl -n 5\n```"),
    ],
    failing: [
      Rule.Example(
        top + "```bash {expect=\"-- Journal begins\"}\njournalctl -n 5\n```\n\n"
          + "```bash\njournalctl ▸--rotate\n```")
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    guard let parts = RunbookParts(context), let change = parts.firstChange,
      !parts.expectsResult,
      !parts.hasHeading(startingWith: SectionRole.verificationStems + ["check", "test"])
    else { return }
    diagnostics.append(
      context.finding(
        rule, at: change.range,
        "`\(change.title)` changes something, and nothing says how to see that it worked",
        explanation:
          "Give the step's fence an `expect=` with what the reader sees, or add a section "
          + "\"Verification\"."))
  }
}
