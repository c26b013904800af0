import RunbookCommands
import RunbookModel

enum QuickrefCoverage {
  static let rule = Rule(
    "quickref-coverage", .info, "a step is meant for the quick reference and is not in it",
    rationale: """
      A fence with `quickref=` asks for a row in the quick reference. Where the page has a table
      written by hand, the row has to be written too, or the attribute says what is not so.
      """,
    passing: [
      Rule.Example(
        """
        ---
        tables: [{under: quick, schema: quick-reference}]
        ---
        ```bash {quickref="Logs"}
        journalctl -u <unit>
        ```
        ```bash
        df -h
        ```

        # Quick

        | Task | Command |
        |------|---------|
        | Kubelet | `journalctl -u kubelet` |
        """),
      Rule.Example("```bash {quickref=\"Logs\"}\njournalctl -k\n```"),
    ],
    failing: [
      Rule.Example(
        """
        ---
        tables: [{under: quick, schema: quick-reference}]
        ---
        ```bash {quickref="▸Space"}
        df -h
        ```

        # Quick

        | Task | Command |
        |------|---------|
        | Logs | `journalctl -k` |
        """),
      Rule.Example(
        """
        ---
        tables: [{under: quick, schema: quick-reference}]
        ---
        ```bash {quickref="▸Logs"}
        journalctl -k --since today
        ```

        # Quick

        | Task | Command |
        |------|---------|
        | Logs | `journalctl -k` |
        """),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let wanted = context.draft.blocks.filter {
      !$0.commands.isEmpty && $0.code.attribute("quickref") != nil
    }
    guard !wanted.isEmpty else { return }
    let rows = context.quickReferenceRows.flatMap(\.commands).filter {
      !$0.script.statements.isEmpty
    }
    guard !rows.isEmpty else { return }
    let covered = context.ownSteps.blocks(running: rows)
    for block in wanted where !covered.contains(block.index) {
      guard let task = block.code.attribute("quickref")?.value else { continue }
      diagnostics.append(finding(at: task, in: context))
    }
  }

  private static func finding(at task: SourceText, in context: PageContext) -> Diagnostic {
    guard let row = context.quickReferenceRows.first(where: { $0.task == task.text }) else {
      return context.finding(
        rule, at: task.range, "no row of the quick reference has this step's command",
        explanation: "Add the row"
          + (task.text.isBlank ? "" : " “\(task.text)”") + ", or remove `quickref`.")
    }
    return context.finding(
      rule, at: task.range, "the row “\(row.task)” has another command than this step",
      explanation: "Write the step's command in the row, or correct the step.",
      notes: [.init("the row", at: context.range(row.commandCell))])
  }
}
