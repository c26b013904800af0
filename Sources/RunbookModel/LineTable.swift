/// Offsets of line starts. A line ends with LF, CRLF or a lone CR, as in CommonMark 0.29 §2.1, so
/// that line numbers agree with cmark's. A byte order mark belongs to no line.
package struct LineTable: Sendable {
  /// Byte offset of the first byte of each line; never empty.
  package let starts: [Int]
  private let byteCount: Int

  package init(_ bytes: [UInt8]) {
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    // Lines of Markdown are about this long.
    starts.reserveCapacity(bytes.count / 24 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while true {
        index = ByteWord.firstIndex(in: buffer, from: index) { $0.marks(0x0A) | $0.marks(0x0D) }
        guard index < buffer.count else { break }
        let byte = buffer[index]
        index += 1
        if byte == UInt8(ascii: "\n") {
          starts.append(index)
        } else {
          if index < buffer.count && buffer[index] == UInt8(ascii: "\n") { index += 1 }
          starts.append(index)
        }
      }
    }
    self.starts = starts
    byteCount = bytes.count
  }

  /// The same lines without some: what stood in those belongs to the line before them.
  ///
  /// - Parameter isKept: asked for the offset of a line's first byte.
  package func keeping(_ isKept: (Int) -> Bool) -> LineTable {
    LineTable(
      starts: starts.enumerated().filter { $0.offset == 0 || isKept($0.element) }.map(\.element),
      byteCount: byteCount)
  }

  private init(starts: [Int], byteCount: Int) {
    (self.starts, self.byteCount) = (starts, byteCount)
  }

  /// How many lines there are; an empty file, or a final newline, counts one (empty) line.
  package var count: Int { starts.count }

  /// Zero-based index of the line that holds this offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line (zero-based) with its line ending; empty beyond the last line.
  package func range(ofLine line: Int) -> ByteRange {
    guard line >= 0 && line < starts.count else { return byteCount..<byteCount }
    return starts[
      line]..<(line + 1 < starts.count ? starts[line + 1] : max(byteCount, starts[line]))
  }

  /// The bytes of a line (zero-based) without its line ending.
  package func contentRange(ofLine line: Int, in bytes: [UInt8]) -> ByteRange {
    let whole = range(ofLine: line)
    var end = whole.upperBound
    if end > whole.lowerBound && bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > whole.lowerBound && bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return whole.lowerBound..<end
  }
}
