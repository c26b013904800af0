import RunbookChecks
import RunbookModel

/// The rows of an HTML table as a grid: where each cell stands and how far it reaches, as a browser lays
/// it out (HTML Standard §4.9.12), within limits.
struct HTMLTable {
  struct Cell {
    let element: HTMLElement
    let blocks: [Block]
    let range: ByteRange
    let column: Int
    var columns: Int
    var rows: Int
  }

  /// A wider table is cut: no reader could use it, and no editor draws it.
  static let widest = 100

  private(set) var rows: [[Cell]] = []
  private(set) var caption: [Inline] = []
  /// What stands between its rows and cells, which a browser moves before the table.
  private(set) var strays: [Block] = []
  /// Whether cells beyond the widest table are left out.
  private(set) var isCut = false
  var width: Int { rows.joined().map { $0.column + $0.columns }.max() ?? 0 }

  /// Of each column, how many of the next rows a cell from above still takes.
  private var taken: [Int] = []

  init(_ content: [Block]) {
    read(content)
    endGroup(from: 0)
  }

  private mutating func read(_ content: [Block]) {
    for block in content.compactMap(\.withoutBlankRuns) {
      guard case .element(let element, let blocks) = block.kind else {
        strays.append(block)
        continue
      }
      switch element.name {
      case "thead", "tbody", "tfoot":
        let start = rows.count
        read(blocks)
        endGroup(from: start)
      case "tr": row(blocks)
      case "caption": caption += blocks.flatMap(\.allInlines).spaced
      case "colgroup", "col": break
      default: strays.append(block)
      }
    }
  }

  private mutating func row(_ content: [Block]) {
    var cells: [Cell] = []
    var column = 0
    for block in content.compactMap(\.withoutBlankRuns) {
      guard case .element(let element, let blocks) = block.kind,
        ["td", "th"].contains(element.name)
      else {
        strays.append(block)
        continue
      }
      while column < taken.count, taken[column] > 0 { column += 1 }
      guard column < Self.widest else {
        isCut = true
        break
      }
      let wanted = max(1, element["colspan"].flatMap { Int($0) } ?? 1)
      var columns = 1
      while columns < wanted, column + columns < Self.widest,
        column + columns >= taken.count || taken[column + columns] == 0
      {
        columns += 1
      }
      // Zero means to the end of the table.
      let rows = element["rowspan"].flatMap { Int($0) }.map { $0 == 0 ? Int.max : $0 } ?? 1
      cells.append(
        Cell(
          element: element, blocks: blocks, range: block.range, column: column, columns: columns,
          rows: rows))
      column += columns
    }
    // A row that only cells from above reach into is none: the editor needs a cell in each.
    guard !cells.isEmpty else { return }
    for index in taken.indices where taken[index] > 0 && taken[index] != Int.max {
      taken[index] -= 1
    }
    for cell in cells {
      let end = cell.column + cell.columns
      if taken.count < end { taken += [Int](repeating: 0, count: end - taken.count) }
      for index in cell.column..<end {
        taken[index] = cell.rows == Int.max ? Int.max : cell.rows - 1
      }
    }
    rows.append(cells)
  }

  /// No cell reaches out of its group of rows.
  private mutating func endGroup(from start: Int) {
    for row in start..<rows.count {
      for cell in rows[row].indices {
        rows[row][cell].rows = min(rows[row][cell].rows, rows.count - row)
      }
    }
    taken = []
  }

  /// Of each row, the runs of columns in which nothing stands.
  func gaps() -> [[Range<Int>]] {
    let width = width
    var below = [Int](repeating: 0, count: width)
    return rows.map { cells in
      var isFree = below.map { $0 == 0 }
      for index in below.indices where below[index] > 0 { below[index] -= 1 }
      for cell in cells {
        for index in cell.column..<cell.column + cell.columns {
          isFree[index] = false
          below[index] = cell.rows - 1
        }
      }
      var gaps: [Range<Int>] = []
      for index in isFree.indices where isFree[index] {
        if let last = gaps.last, last.upperBound == index {
          gaps[gaps.count - 1] = last.lowerBound..<index + 1
        } else {
          gaps.append(index..<index + 1)
        }
      }
      return gaps
    }
  }
}

extension TreeBuilder {
  mutating func table(_ content: [Block], at range: ByteRange, into pieces: inout [Piece]) {
    let table = HTMLTable(content)
    for block in table.strays { build(block, into: &pieces) }
    if !table.caption.isEmpty {
      losses.add(
        range, "the caption of a table", "Confluence has none; it is a line above the table")
      marks.insert(.strong)
      paragraph(table.caption, at: range, into: &pieces)
      marks.remove(.strong)
    }
    if table.isCut {
      losses.add(
        range, "columns beyond the first \(HTMLTable.widest) of a table", "they are left out")
    }
    guard !table.rows.isEmpty else { return }
    if containers.contains(.cell), target == .cloud {
      reportTableInCell(at: range)
      for cell in table.rows.joined() { for block in cell.blocks { build(block, into: &pieces) } }
      return
    }
    let columns = ConfluenceColumns(
      table.width,
      of: table.rows.joined().filter { $0.columns == 1 }.map {
        ($0.column, $0.blocks.flatMap(\.allInlines))
      }, isNested: containers.count > 1)
    let gaps = table.gaps()
    var rows: [[ConfluenceTable.Cell]] = []
    for (index, cells) in table.rows.enumerated() {
      let empty = gaps[index].map {
        ConfluenceTable.Cell(
          isHeader: false, alignment: .start, blocks: [.paragraph([])], column: $0.lowerBound,
          columns: $0.count)
      }
      rows.append((cells.map { cell($0) } + empty).sorted { $0.column < $1.column })
    }
    place(
      .table(ConfluenceTable(columns: columns, isNumbered: false, rows: rows)), .table, at: range,
      into: &pieces)
  }

  private mutating func cell(_ cell: HTMLTable.Cell) -> ConfluenceTable.Cell {
    var content: [ConfluenceBlock] = []
    if let anchor = cell.element.anchor.flatMap({ anchor($0) }) {
      content.append(.paragraph([anchor]))
    }
    content += fill(cell.blocks.compactMap(\.withoutBlankRuns), .cell).map(\.block)
    let alignment: ConfluenceTable.Alignment =
      switch cell.element["align"]?.lowercased() {
      case "center": .center
      case "right": .end
      default: .start
      }
    return ConfluenceTable.Cell(
      isHeader: cell.element.name == "th", alignment: alignment, blocks: Self.filled(content),
      column: cell.column, columns: cell.columns, rows: cell.rows)
  }
}
