import RunbookCommands
import RunbookModel

enum PrerequisitesMissing {
  static let rule = Rule(
    "prerequisites-missing", .info, "a runbook does not say what its commands need",
    rationale: """
      Credentials, a plugin, a permission: what is missing shows in the middle of the procedure, with
      a message about something else. List it under `prerequisites` or `permissions` in the front
      matter, or in a section "Prerequisites". A draft may still lack it.
      """,
    strict: .warning,
    passing: [
      Rule.Example(
        "---\nkind: runbook\ntitle: Look\nprerequisites: [root]\n---\n```bash\njournalctl\n```"),
      Rule.Example(
        "---\nkind: runbook\ntitle: Look\npermissions: [logs]\n---\n```bash\njournalctl\n```"),
      Rule.Example(
        "---\nkind: runbook\ntitle: Look\n---\n## Before you begin\n\n```bash\njournalctl\n```"),
      Rule.Example("---\nkind: runbook\ntitle: Look\n---\nNo commands."),
    ],
    failing: [
      Rule.Example("---\nkind: runbook\ntitle: ▸Look\n---\n```bash\njournalctl\n```")
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let metadata = context.draft.metadata
    guard let parts = RunbookParts(context), metadata.prerequisites.isEmpty,
      metadata.permissions.isEmpty,
      context.draft.blocks.contains(where: { !$0.commands.isEmpty }),
      !parts.hasHeading(
        startingWith: ["prerequisite", "requirement", "permission", "precondition"],
        phrases: [
          ["before", "you"], ["what", "need"], ["need", "you"], ["pre", "requisites"],
          ["access", "required"],
        ])
    else { return }
    diagnostics.append(
      context.finding(
        rule, at: context.titleRange, "the runbook does not say what its commands need",
        explanation: "List programs, credentials and rights under `prerequisites` and "
          + "`permissions`. If there is nothing, say that."))
  }
}
