import RunbookBuild
import RunbookModel
import RunbookParsing

/// Tables of Markdown with columns that are as wide as their widest cell.
enum TableForm {
  /// The text of a table in that form; nil where it has it already, or where its rows are not of one shape.
  static func formatted(_ table: ByteRange, in file: SourceFile) -> (
    range: ByteRange, text: String
  )? {
    let first = file.lines.line(at: table.lowerBound)
    let last = file.lines.line(at: max(table.lowerBound, table.upperBound - 1))
    let lines = (first...last).map { file.lines.contentRange(ofLine: $0, in: file.bytes) }
    let start = table.lowerBound
    // What stands before the table's first byte is the margin of a list or a quote, which every line has.
    let margin = file.bytes[lines[0].lowerBound..<start]
    let contents = lines.map { line -> ByteRange? in
      let isMargined = file.bytes[line].starts(with: margin) || line.lowerBound >= start
      return isMargined
        ? min(line.upperBound, line.lowerBound + margin.count)..<line.upperBound : nil
    }
    guard contents.count > 1, contents.dropFirst().allSatisfy({ $0 != nil }) else { return nil }
    let rows = ([start..<lines[0].upperBound] + contents.dropFirst().compactMap(\.self))
      .map { TableSource.cells(of: file.bytes, in: $0) }
    guard TableSource.isDelimiterRow(file.bytes, rows[1]),
      rows.allSatisfy({ $0.count == rows[1].count })
    else { return nil }
    let text = written(rows, margin: String(decoding: margin, as: UTF8.self), file)
    let range = start..<lines[lines.count - 1].upperBound
    return file.text(range) == text ? nil : (range, text)
  }

  private static func written(_ rows: [[ByteRange]], margin: String, _ file: SourceFile) -> String {
    let cells = rows.map { $0.map { file.text($0) } }
    let widths = cells[1].indices.map { column in
      cells.enumerated().map { row, cells in
        row == 1 ? 3 : TerminalText.width(cells[column])
      }.max() ?? 3
    }
    return cells.enumerated().map { row, cells in
      let padded = zip(cells, widths).map { cell, width in
        row == 1 ? delimiter(cell, width) : cell + spaces(width - TerminalText.width(cell))
      }
      return (row == 0 ? "" : margin) + "| " + padded.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  private static func delimiter(_ cell: String, _ width: Int) -> String {
    let (left, right) = (cell.hasPrefix(":"), cell.hasSuffix(":"))
    let dashes = String(repeating: "-", count: width - (left ? 1 : 0) - (right ? 1 : 0))
    return (left ? ":" : "") + dashes + (right ? ":" : "")
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }
}
