import RunbookModel

/// The cells of a table as they stand on the source line. cmark drops surplus cells and pads short
/// rows without a word, so a table's width can only be judged here.
enum TableSource {
  /// The cells of a row, blanks trimmed. A `\|` does not end a cell, not even inside a code span,
  /// and a pipe inside a code span does (GFM 0.29 §4.10).
  static func cells(of bytes: [UInt8], in line: ByteRange) -> [ByteRange] {
    var line = trim(line, bytes)
    if line.isEmpty { return [] }
    if bytes[line.lowerBound] == UInt8(ascii: "|") { line = line.lowerBound + 1..<line.upperBound }
    var cells: [ByteRange] = []
    var start = line.lowerBound
    var index = start
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "|"):
        cells.append(trim(start..<index, bytes))
        start = index + 1
      default: break
      }
      index += 1
    }
    if start < line.upperBound { cells.append(trim(start..<line.upperBound, bytes)) }
    return cells
  }

  /// Whether the line is a delimiter row such as `| :-- | --: |`.
  static func isDelimiterRow(_ bytes: [UInt8], _ cells: [ByteRange]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { cell in
        let dashes = bytes[cell].drop { $0 == UInt8(ascii: ":") }
        let colons = bytes[cell].count - dashes.count
        let body = dashes.prefix { $0 == UInt8(ascii: "-") }
        let rest = dashes.dropFirst(body.count)
        return colons <= 1 && !body.isEmpty && (rest.isEmpty || Array(rest) == [UInt8(ascii: ":")])
      }
  }

  /// The source offset of the byte that cmark counts as number `unescaped` of a cell: it replaces
  /// each `\|` by `|` before it looks for inlines.
  static func offset(unescaped: Int, in cell: ByteRange, of bytes: [UInt8]) -> Int {
    var index = cell.lowerBound
    var count = 0
    while count < unescaped && index < cell.upperBound {
      let isEscapedPipe =
        bytes[index] == UInt8(ascii: "\\") && index + 1 < cell.upperBound
        && bytes[index + 1] == UInt8(ascii: "|")
      index += isEscapedPipe ? 2 : 1
      count += 1
    }
    return index + max(0, min(unescaped - count, 0))
  }

  private static func trim(_ range: ByteRange, _ bytes: [UInt8]) -> ByteRange {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end && (bytes[start] == UInt8(ascii: " ") || bytes[start] == 9) { start += 1 }
    while end > start && (bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == 9) { end -= 1 }
    return start..<end
  }
}
