package import RunbookModel

/// A table that the front matter declares, read by its schema.
package struct TypedTable: Sendable {
  package enum Content: Sendable {
    case comparison(ComparisonTable)
    case quickReference(QuickReferenceTable)
  }

  package let declaration: TableDeclaration
  package let table: Table
  package let range: ByteRange
  /// The column whose cells name the rows.
  package let keyColumn: Int
  package let content: Content
}

/// A kind of table: its name in front matter, and how it is read.
package struct TableSchema: Sendable {
  package let name: String
  let read: @Sendable (TableReader) -> (TypedTable?, [Diagnostic])
}

package enum TableSchemaCatalog {
  /// Sorted by name.
  package static let all: [TableSchema] = [
    ComparisonTable.schema,
    QuickReferenceTable.schema,
  ]
}

/// A declared table on its way to a typed one.
struct TableReader {
  let declaration: TableDeclaration
  let table: Table
  let range: ByteRange
  let file: SourceFile
  let config: SiteConfig

  var headers: [String] {
    table.header.cells.map { cell in
      let text = cell.content.plainText
      let isIndented = text.first?.isWhitespace ?? false
      return (isIndented ? String(text.drop(while: \.isWhitespace)) : text).trimmingEnd()
    }
  }

  /// The column that an option names, or the one called by the default name.
  func column(_ option: String, default name: String?, _ diagnostics: inout [Diagnostic]) -> Int? {
    let field = declaration.columns[option]
    guard let wanted = field?.value ?? name else { return nil }
    if let index = headers.firstIndex(of: wanted) { return index }
    diagnostics.append(missing(wanted, field?.range))
    return nil
  }

  /// Findings for the columns of `status` that the table has not.
  var missingStatusColumns: [Diagnostic] {
    (declaration.lists["status"] ?? []).filter { !headers.contains($0.value) }
      .map { missing($0.value, $0.range) }
  }

  func missing(_ column: String, _ place: SourceRange?) -> Diagnostic {
    let near = NearestName.suggestion(for: column, among: headers)
    return Diagnostic(
      "table-column-missing", .error, at: place ?? file.range(table.header.range),
      "the table has no column `\(column)`" + (near.map { "; did you mean `\($0)`?" } ?? ""),
      explanation: "Its columns are \(headers.map { "`\($0)`" }.joined(separator: ", ")).",
      notes: place == nil ? [] : [.init("the table's header", at: file.range(table.header.range))])
  }
}

extension String {
  func trimmingEnd() -> String {
    // Nearly every text ends with an ASCII character that is no space.
    if let last = utf8.last, (0x21..<0x7F).contains(last) { return self }
    var text = self[...]
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}

/// Finds the tables that a page declares and reads them.
enum DeclaredTables {
  static func read(_ page: ParsedRunbook, _ metadata: RunbookMetadata, _ config: SiteConfig)
    -> ([TypedTable], [Diagnostic])
  {
    var tables: [TypedTable] = []
    var diagnostics: [Diagnostic] = []
    for declaration in metadata.tables {
      guard let (schema, merged) = schema(of: declaration, config, &diagnostics),
        let entry = table(of: merged, page, &diagnostics)
      else { continue }
      let reader = TableReader(
        declaration: merged, table: entry.value, range: entry.range, file: page.file,
        config: config)
      let (table, problems) = schema.read(reader)
      diagnostics += problems + reader.missingStatusColumns
      if let table { tables.append(table) }
    }
    return (tables, diagnostics)
  }

  /// The schema, and the declaration with what a schema of the configuration adds to it.
  private static func schema(
    of declaration: TableDeclaration, _ config: SiteConfig, _ diagnostics: inout [Diagnostic]
  ) -> (TableSchema, TableDeclaration)? {
    let name = declaration.schema
    let base = config.tableSchemas[name.value]
    if let schema = TableSchemaCatalog.all.first(where: {
      $0.name == base?.schema.value ?? name.value
    }) {
      let merged = TableDeclaration(
        under: declaration.under, schema: name,
        columns: declaration.columns.merging(base?.columns ?? [:]) { own, _ in own },
        lists: declaration.lists.merging(base?.lists ?? [:]) { own, _ in own })
      return (schema, merged)
    }
    let known = TableSchemaCatalog.all.map(\.name) + config.tableSchemas.keys.sorted()
    let near = NearestName.suggestion(for: name.value, among: known)
    diagnostics.append(
      Diagnostic(
        "front-matter-type", .error, at: name.range,
        "there is no table schema `\(name.value)`" + (near.map { "; did you mean `\($0)`?" } ?? ""),
        explanation: "Known: \(known.joined(separator: ", "))."))
    return nil
  }

  /// The first table under the heading, not counting those under headings of its own.
  private static func table(
    of declaration: TableDeclaration, _ page: ParsedRunbook, _ diagnostics: inout [Diagnostic]
  ) -> PageOutline.Entry<Table>? {
    let under = declaration.under
    let sections = page.outline.sections
    guard let section = sections.firstIndex(where: { $0.heading.id == under.value }) else {
      let near = NearestName.suggestion(for: under.value, among: sections.map(\.heading.id))
      diagnostics.append(
        Diagnostic(
          "table-not-found", .error, at: under.range,
          "no heading has the anchor `\(under.value)`"
            + (near.map { "; did you mean `\($0)`?" } ?? "")))
      return nil
    }
    if let entry = page.outline.tables.first(where: { $0.section == section }) { return entry }
    diagnostics.append(
      Diagnostic(
        "table-not-found", .error, at: under.range,
        "there is no table under the heading `\(sections[section].text)`",
        notes: [.init("the heading", at: page.file.range(sections[section].range))]))
    return nil
  }
}
