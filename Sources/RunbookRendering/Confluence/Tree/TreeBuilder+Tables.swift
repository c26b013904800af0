import RunbookChecks
import RunbookModel

extension TreeBuilder {
  mutating func build(_ table: Table, at range: ByteRange, into pieces: inout [Piece]) {
    guard !table.alignments.isEmpty else { return }
    if containers.contains(.cell), target == .cloud {
      reportTableInCell(at: range)
      let rows = (table.hasHeader ? [table.header] : []) + table.rows
      for cell in rows.flatMap(\.cells) { paragraph(cell.content, at: cell.range, into: &pieces) }
      return
    }
    let role = settings.annotations.tables[range.lowerBound]
    let first = Self.isNumbered(table) ? 1 : 0
    let columns = ConfluenceColumns(table, from: first, isNested: containers.count > 1)
    var rows: [[ConfluenceTable.Cell]] = []
    rows.reserveCapacity(table.rows.count + 1)
    if table.hasHeader { rows.append(cells(of: table.header, table, from: first) { _ in true }) }
    for (index, row) in table.rows.enumerated() {
      var cells = cells(of: row, table, from: first, role) { column in
        column == first && role?.hasRowHeaders == true
      }
      if let trailing = role?.trailing, index < trailing.statuses.count,
        let status = trailing.statuses[index], cells.indices.contains(trailing.column - first)
      {
        cells[trailing.column - first] = cells[trailing.column - first].adding(self.status(status))
      }
      rows.append(cells)
    }
    let built = ConfluenceTable(columns: columns, isNumbered: first == 1, rows: rows)
    place(.table(built), .table, at: range, into: &pieces)
  }

  /// Cells of Cloud hold no tables, and nothing can be moved out of them.
  mutating func reportTableInCell(at range: ByteRange) {
    losses.add(
      range, "a table inside a table cell",
      "Confluence Cloud does not hold one there; the content of its cells stands one after the other"
    )
  }

  /// A row shorter than the table would shift what spans it, so it is filled up.
  private mutating func cells(
    of row: Table.Row, _ table: Table, from first: Int,
    _ role: ConfluenceAnnotations.TableRole? = nil, isHeader: (Int) -> Bool
  ) -> [ConfluenceTable.Cell] {
    var cells: [ConfluenceTable.Cell] = []
    cells.reserveCapacity(table.alignments.count - first)
    for column in first..<table.alignments.count {
      let source = column < row.cells.count ? row.cells[column] : nil
      let blocks: [ConfluenceBlock]
      if let source, let status = role?.statuses[column]?[source.content.plainText] {
        blocks = [.paragraph([self.status(status)])]
      } else {
        blocks = source.map { content(of: $0) } ?? [.paragraph([])]
      }
      cells.append(
        ConfluenceTable.Cell(
          isHeader: isHeader(column), alignment: Self.alignment(table.alignments[column]),
          blocks: blocks, column: column - first))
    }
    return cells
  }

  private mutating func content(of cell: Table.Cell) -> [ConfluenceBlock] {
    // A picture that is all of the cell is a block there.
    guard cell.content.holdsFlow || loneImage(cell.content) != nil else {
      return [.paragraph(inlines(cell.content))]
    }
    return Self.filled(
      fill(Block.blocks(of: cell.content).compactMap(\.withoutBlankRuns), .cell).map(\.block))
  }

  private static func alignment(_ alignment: Table.Alignment) -> ConfluenceTable.Alignment {
    switch alignment {
    case .none, .left: .start
    case .center: .center
    case .right: .end
    }
  }

  /// Whether the first column only counts the rows: the products draw such a column themselves.
  private static func isNumbered(_ table: Table) -> Bool {
    guard table.hasHeader, table.alignments.count > 1, table.rows.count > 1,
      let header = table.header.cells.first?.content.plainText.lowercased(),
      ["", "#", "no.", "no", "nr.", "nr"].contains(header)
    else { return false }
    return table.rows.enumerated().allSatisfy { index, row in
      guard let content = row.cells.first?.content, content.count == 1,
        case .text(let text) = content[0].kind
      else { return false }
      return text == String(index + 1)
    }
  }
}

extension ConfluenceTable.Cell {
  /// The cell with a lozenge at the end of its last paragraph.
  fileprivate func adding(_ status: ConfluenceInline) -> Self {
    guard case .paragraph(let content) = blocks.last else { return self }
    let line = content + [.text(" ", ConfluenceMarks()), status]
    return Self(
      isHeader: isHeader, alignment: alignment, blocks: blocks.dropLast() + [.paragraph(line)],
      column: column, columns: columns, rows: rows)
  }
}
