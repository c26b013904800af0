import RunbookModel

enum TableEmptyCell {
  private static let comparison = """
    ---
    tables: [{under: differences, schema: comparison, impact: Impact}]
    ---
    # Differences


    """

  static let rule = Rule(
    "table-empty-cell", .warning, "a cell of a declared table is empty",
    rationale: """
      An empty cell does not say whether there is no difference, whether it is not known, or whether
      someone meant to come back. Write what it means; a dash is enough. The corner above the key
      column may stay empty.
      """,
    passing: [
      Rule.Example(comparison + "| | Old | New | Impact |\n|-|-|-|-|\n| Shell | bash | – | none |"),
      Rule.Example("| A | B |\n|-|-|\n| an undeclared table | |"),
      Rule.Example(comparison + "| Key | Old | New | Impact |\n|-|-|-|-|\n| too | short |"),
    ],
    failing: [
      Rule.Example(
        comparison
          + "| | Old | New | Impact |\n|-|-|-|-|\n| Shell | bash | ▸| none |\n| ▸| a | b | ▸|"),
      Rule.Example(
        """
        ---
        tables: [{under: quick, schema: quick-reference}]
        ---
        # Quick

        | Task | Command | Notes |
        |------|---------|-------|
        | Look | `ls`    | ▸|
        """),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for typed in context.draft.tables {
      let header = typed.table.header
      let columns = columns(of: typed)
      for column in columns where column != typed.keyColumn {
        guard isEmpty(header, column) else { continue }
        diagnostics.append(
          context.finding(
            rule, at: header.sourceCells[column], "column \(column + 1) of the table has no header",
            explanation: "Without a name the column cannot be read or referred to."))
      }
      for row in typed.table.rows {
        for column in columns where isEmpty(row, column) {
          diagnostics.append(finding(row, column, typed, context))
        }
      }
    }
  }

  private static func finding(
    _ row: Table.Row, _ column: Int, _ typed: TypedTable, _ context: PageContext
  ) -> Diagnostic {
    let name = text(typed.table.header, column)
    let key = text(row, typed.keyColumn)
    let place = name.isEmpty ? "column \(column + 1)" : "`\(name)`"
    return context.finding(
      rule, at: row.sourceCells[column],
      key.isEmpty ? "the cell \(place) is empty" : "the cell \(place) of the row `\(key)` is empty",
      explanation: "Say what it means that nothing stands here, with a dash if it means nothing.",
      notes: [.init("the column", at: context.range(typed.table.header.cells[column].range))])
  }

  /// The columns that the schema knows; a quick reference is filled in everywhere.
  private static func columns(of typed: TypedTable) -> [Int] {
    switch typed.content {
    case .comparison(let table):
      let known = [typed.keyColumn] + table.subjectColumns + [table.impactColumn].compactMap(\.self)
      return Set(known).sorted()
    case .quickReference: return Array(typed.table.header.cells.indices)
    }
  }

  /// A cell that a short row lacks is not empty but absent.
  private static func isEmpty(_ row: Table.Row, _ column: Int) -> Bool {
    row.sourceCells.indices.contains(column) && row.sourceCells[column].isEmpty
  }

  private static func text(_ row: Table.Row, _ column: Int) -> String {
    guard row.cells.indices.contains(column) else { return "" }
    return row.cells[column].content.plainText.trimmingEnd()
  }
}
