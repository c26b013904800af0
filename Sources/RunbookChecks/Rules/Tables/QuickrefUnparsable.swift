import RunbookCommands
import RunbookModel

enum QuickrefUnparsable {
  private static let table = """
    ---
    tables: [{under: quick, schema: quick-reference}]
    ---
    # Quick

    | Task | Command |
    |------|---------|

    """

  static let rule = Rule(
    "quickref-unparsable", .error, "a row of a quick reference has no command a shell can read",
    rationale: """
      A quick reference is copied from in a hurry. Its commands stand in code spans, so that nothing
      in them is taken for Markdown, and each has to be a command that a shell can read.
      """,
    passing: [
      Rule.Example(table + "| Count | `ls \\| wc -l` |\n| Look  | `cat <file>` |"),
      Rule.Example("| Task | Command |\n|-|-|\n| Look | ls |"),
    ],
    failing: [
      Rule.Example(table + "| Look | ▸ls -l |\n| Count | `echo ▸\"one` |"),
      Rule.Example(table + "| Both | `ls` or `ls ▸)` |"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for table in context.draft.tables {
      guard case .quickReference(let reference) = table.content else { continue }
      for (row, source) in zip(reference.rows, table.table.rows) {
        let isAbsent = !source.sourceCells.indices.contains(reference.commandColumn)
        if row.commands.isEmpty && !isAbsent {
          diagnostics.append(missing(row, context))
        }
        for command in row.commands {
          guard let error = command.script.errors.first else { continue }
          diagnostics.append(
            context.finding(
              rule, at: error.range,
              "`\(command.text)` is no command a shell can read: \(error.message)",
              explanation: "Who copies it gets an error, or a prompt that waits for more."))
        }
      }
    }
  }

  private static func missing(
    _ row: QuickReferenceTable.Row, _ context: PageContext
  ) -> Diagnostic {
    let text = context.file.text(row.commandCell)
    let isCertain = !text.isEmpty && !text.utf8.contains { $0.isOne(of: "`*_[]<>\\|&") }
    let fix = Diagnostic.Fix(
      "Write `\(text)` as code", edits: [.init(row.commandCell, with: "`\(text)`")])
    return context.finding(
      rule, at: row.commandCell,
      row.task.isBlank ? "the row has no command" : "the row `\(row.task)` has no command",
      explanation: "Commands stand in code spans; elsewhere Markdown changes what is copied.",
      fixes: isCertain ? [fix] : [])
  }
}
