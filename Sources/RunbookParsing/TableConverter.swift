import RunbookModel

extension BlockConverter {
  mutating func table(_ node: CMarkNode) -> Block? {
    let alignments: [Table.Alignment] = node.columnAlignments.map {
      switch $0 {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    let headerLine = headerLine(of: node)
    var rows: [Table.Row] = []
    for child in node.children {
      let line = rows.isEmpty ? headerLine : child.startLine
      rows.append(row(child, at: rowRange(line, of: node), width: alignments.count))
    }
    guard let header = rows.first else { return nil }
    let end = max(source.lineEnd(headerLine + 1), rows[rows.count - 1].range.upperBound)
    return Block(
      .table(Table(alignments: alignments, header: header, rows: Array(rows.dropFirst()))),
      range: header.range.lowerBound..<end)
  }

  /// The line above the delimiter row. cmark says that a table starts with the paragraph whose last
  /// line its header is.
  func headerLine(of table: CMarkNode) -> Int {
    var line = table.startLine
    while line < table.endLine {
      let cells = TableSource.cells(
        of: source.file.bytes, in: source.lineContent(line + 1, enclosure))
      if TableSource.isDelimiterRow(source.file.bytes, cells) { return line }
      line += 1
    }
    return table.startLine
  }

  private func rowRange(_ line: Int, of table: CMarkNode) -> ByteRange {
    guard line == table.startLine else { return source.lineContent(line, enclosure) }
    // The first line may begin with the marker of a list item.
    let start = source.start(of: table)
    return start..<max(start, source.lineEnd(line))
  }

  private mutating func row(_ node: CMarkNode, at line: ByteRange, width: Int) -> Table.Row {
    let sourceCells = TableSource.cells(of: source.file.bytes, in: line)
    var cells: [Table.Cell] = []
    cells.reserveCapacity(width)
    for child in node.children {
      guard cells.count < sourceCells.count else {
        let range = line.upperBound..<line.upperBound
        cells.append(Table.Cell(content: [], range: range))
        continue
      }
      let range = sourceCells[cells.count]
      let text = InlineSource(lines: [range], of: source.file, unescapingPipes: true)
      cells.append(Table.Cell(content: inlines.convert(child, from: text), range: range))
    }
    return Table.Row(cells: cells, range: line, sourceCells: sourceCells)
  }
}
