import RunbookModel

enum TableDuplicateKey {
  private static let table = """
    ---
    tables: [{under: differences, schema: comparison}]
    ---
    # Differences

    | Feature | Old | New |
    |---------|-----|-----|

    """

  static let rule = Rule(
    "table-duplicate-key", .warning, "two rows of a declared table have the same key",
    rationale: """
      Who looks a key up stops at the first row that has it. Two rows that say different things under
      one key are a trap; two that say the same are one too many.
      """,
    passing: [
      Rule.Example(table + "| Shell | bash | none |\n| Logs | files | journal |"),
      Rule.Example("| A | B |\n|-|-|\n| same | 1 |\n| same | 2 |"),
    ],
    failing: [
      Rule.Example(
        table + "| Shell | bash | none |\n| ▸Shell | sh | none |\n| ▸**Shell** | – | – |")
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for typed in context.draft.tables {
      var seen: [String: ByteRange] = [:]
      for row in typed.table.rows where row.cells.indices.contains(typed.keyColumn) {
        let cell = row.cells[typed.keyColumn]
        let key = cell.content.plainText.trimmingEnd()
        guard !key.isEmpty else { continue }
        guard let first = seen[key] else {
          seen[key] = cell.range
          continue
        }
        diagnostics.append(
          context.finding(
            rule, at: cell.range, "the table has more than one row `\(key)`",
            explanation: "Merge the rows, or give each a key that says what it is about.",
            notes: [.init("the first one", at: context.range(first))]))
      }
    }
  }
}
