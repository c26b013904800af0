package import RunbookModel

/// The cells of a table as they stand on the source line. cmark drops surplus cells and pads short
/// rows without a word, so a table's width can only be judged here.
package enum TableSource {
  /// The cells of a row, blanks trimmed. A pipe behind a backslash does not end a cell, not even
  /// behind two backslashes or inside a code span; a pipe inside a code span does (GFM 0.29 §4.10).
  package static func cells(of bytes: [UInt8], in line: ByteRange) -> [ByteRange] {
    var line = trim(line, bytes)
    if line.isEmpty { return [] }
    if bytes[line.lowerBound] == UInt8(ascii: "|") { line = line.lowerBound + 1..<line.upperBound }
    var cells: [ByteRange] = []
    var start = line.lowerBound
    for index in line where bytes[index] == UInt8(ascii: "|") {
      if index > line.lowerBound && bytes[index - 1] == UInt8(ascii: "\\") { continue }
      cells.append(trim(start..<index, bytes))
      start = index + 1
    }
    if start < line.upperBound { cells.append(trim(start..<line.upperBound, bytes)) }
    return cells
  }

  /// Whether these are the cells of a delimiter row such as `| :-- | --: |`.
  package static func isDelimiterRow(_ bytes: [UInt8], _ cells: [ByteRange]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { cell in
        let dashes = bytes[cell].drop { $0 == UInt8(ascii: ":") }
        let colons = bytes[cell].count - dashes.count
        let body = dashes.prefix { $0 == UInt8(ascii: "-") }
        let rest = dashes.dropFirst(body.count)
        return colons <= 1 && !body.isEmpty && (rest.isEmpty || rest.elementsEqual(":".utf8))
      }
  }

  private static func trim(_ range: ByteRange, _ bytes: [UInt8]) -> ByteRange {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end && isSpace(bytes[start]) { start += 1 }
    while end > start && isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
