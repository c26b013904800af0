import RunbookModel

/// From offsets in the page to offsets in the text of a block. A block in a list or a quote has lost
/// its indentation, so each line has a distance of its own.
struct LineMap {
  private struct Line {
    let text: Range<Int>
    let page: Int
  }

  private var lines: [Line] = []
  /// The line of the offset asked for last: offsets come almost in order.
  private var current = 0

  init(_ text: [UInt8], lineOffsets: [Int]) {
    var start = 0
    for offset in lineOffsets where start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count - 1
      lines.append(Line(text: start..<end + 1, page: offset))
      start = end + 1
    }
  }

  /// An offset outside the block, or in indentation that the text does not have, comes to the nearest
  /// place in the text.
  mutating func text(_ page: Int) -> Int {
    guard !lines.isEmpty else { return 0 }
    while current + 1 < lines.count, lines[current + 1].page <= page { current += 1 }
    while current > 0, lines[current].page > page { current -= 1 }
    let line = lines[current]
    return min(
      max(line.text.lowerBound, line.text.lowerBound + page - line.page), line.text.upperBound)
  }

  /// The end is that of the last byte, which may lie on another line than the byte behind it.
  mutating func text(_ range: ByteRange) -> Range<Int> {
    let lower = text(range.lowerBound)
    guard !range.isEmpty else { return lower..<lower }
    return lower..<max(lower, min(text(range.upperBound - 1) + 1, lines.last?.text.upperBound ?? 0))
  }
}
