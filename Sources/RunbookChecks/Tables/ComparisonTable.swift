package import RunbookModel

/// A table that compares two or more subjects, feature by feature, and says why it matters.
package struct ComparisonTable: Sendable {
  package struct Row: Sendable {
    package let key: String
    package let row: Table.Row
  }

  package let subjectColumns: [Int]
  package let impactColumn: Int?
  package let rows: [Row]
  /// Keys that have to be there.
  package let required: [Field<String>]

  static let schema = TableSchema(name: "comparison", read: read)

  private static func read(_ reader: TableReader) -> (TypedTable?, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let key = reader.column("key", default: reader.headers.first, &diagnostics) ?? 0
    let impact = reader.column("impact", default: nil, &diagnostics)
    var subjects = (reader.declaration.lists["subjects"] ?? []).compactMap { field -> Int? in
      if let index = reader.headers.firstIndex(of: field.value) { return index }
      diagnostics.append(reader.missing(field.value, field.range))
      return nil
    }
    if reader.declaration.lists["subjects"] == nil {
      subjects = reader.headers.indices.filter { $0 != key && $0 != impact }
    }
    if subjects.count < 2 && diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          "table-column-missing", .error, at: reader.file.range(reader.table.header.range),
          "a comparison needs at least two subjects; this table has \(subjects.count)"))
    }
    let rows = reader.table.rows.map {
      Row(key: $0.cells[key].content.plainText.trimmingEnd(), row: $0)
    }
    let comparison = ComparisonTable(
      subjectColumns: subjects, impactColumn: impact, rows: rows,
      required: reader.declaration.lists["required"] ?? [])
    return (
      TypedTable(
        declaration: reader.declaration, table: reader.table, range: reader.range, keyColumn: key,
        content: .comparison(comparison)), diagnostics
    )
  }
}
