import RunbookModel

extension StorageRenderer {
  mutating func render(_ table: Table) {
    guard !table.alignments.isEmpty else { return }
    let columns = ConfluenceColumns(table, isNested: containers.count > 1)
    switch target {
    case .cloud: openCloudTable(columns)
    case .dataCenter: openDataCenterTable(columns)
    }
    writer.raw("<tbody>")
    row(table.header, of: table, tag: "th")
    for row in table.rows { self.row(row, of: table, tag: "td") }
    writer.raw("</tbody></table>")
  }

  /// Cloud counts in pixels, on a base of 760 for a page of normal width.
  private mutating func openCloudTable(_ columns: ConfluenceColumns) {
    writer.raw("<table")
    writer.attribute("data-layout", columns.layout.rawValue)
    writer.attribute("data-table-width", String(columns.layout.pixels))
    writer.raw("><colgroup>")
    for pixels in columns.pixels { writer.raw("<col style=\"width: \(pixels).0px;\"/>") }
    writer.raw("</colgroup>")
  }

  /// Data Center sizes a `relative-table` by the window.
  private mutating func openDataCenterTable(_ columns: ConfluenceColumns) {
    writer.raw("<table class=\"relative-table wrapped\" style=\"width: 100.0%;\"><colgroup>")
    for share in columns.perMille {
      writer.raw("<col style=\"width: \(share / 10).\(share % 10)%;\"/>")
    }
    writer.raw("</colgroup>")
  }

  private mutating func row(_ row: Table.Row, of table: Table, tag: String) {
    writer.raw("<tr>")
    for (cell, alignment) in zip(row.cells, table.alignments) {
      let style = Self.style(alignment)
      // Cloud keeps the alignment with the paragraph, Data Center with the cell.
      writer.raw(target == .dataCenter ? "<\(tag)\(style)><p>" : "<\(tag)><p\(style)>")
      render(cell.content)
      writer.raw("</p></\(tag)>")
    }
    // A row shorter than the table would shift what spans it.
    for _ in row.cells.count..<max(row.cells.count, table.alignments.count) {
      writer.raw("<\(tag)><p></p></\(tag)>")
    }
    writer.raw("</tr>")
  }

  /// Left is how both products draw a cell that says nothing.
  private static func style(_ alignment: Table.Alignment) -> String {
    switch alignment {
    case .none, .left: ""
    case .center: " style=\"text-align: center;\""
    case .right: " style=\"text-align: right;\""
    }
  }
}
