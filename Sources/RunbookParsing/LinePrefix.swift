/// What stands at the start of a line: blanks, and the markers of quotes and lists.
struct LinePrefix {
  /// Columns before the first marker or the content, with tabs to the next multiple of four.
  private(set) var indent = 0
  private(set) var markers = 0
  /// The first byte of the first marker; 0 when there is none.
  private(set) var firstMarker: UInt8 = 0
  private(set) var hasQuotesOnly = true
  /// Where the content starts.
  private(set) var content: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    content = line.lowerBound
    while content < line.upperBound, let width = Self.width(bytes[content], at: indent) {
      indent += width
      content += 1
    }
    while let end = Self.markerEnd(bytes, content..<line.upperBound) {
      if markers == 0 { firstMarker = bytes[content] }
      if bytes[content] != UInt8(ascii: ">") { hasQuotesOnly = false }
      markers += 1
      content = end
      while content < line.upperBound && Self.isBlank(bytes[content]) { content += 1 }
    }
  }

  /// How deep in lists and quotes the content may be: each list around it takes two columns.
  var levels: Int { markers == 0 ? 0 : indent / 2 + markers }

  /// Past `>`, `-`, `*`, `+`, `1.`, `1)` or `[^1]:`; a marker of a list is followed by a blank.
  private static func markerEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>) -> Int? {
    guard let first = rest.first else { return nil }
    switch bytes[first] {
    case UInt8(ascii: ">"): return first + 1
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return isItem(bytes, first + 1, rest.upperBound) ? first + 1 : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var index = first + 1
      while index < min(rest.upperBound, first + 9), (0x30...0x39).contains(bytes[index]) {
        index += 1
      }
      guard index < rest.upperBound,
        bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
      else { return nil }
      return isItem(bytes, index + 1, rest.upperBound) ? index + 1 : nil
    case UInt8(ascii: "["):
      guard first + 1 < rest.upperBound, bytes[first + 1] == UInt8(ascii: "^") else { return nil }
      let label = bytes[first + 2..<rest.upperBound].prefix { $0 > 32 && $0 != UInt8(ascii: "]") }
      let close = label.endIndex
      return !label.isEmpty && bytes[close..<rest.upperBound].starts(with: "]:".utf8)
        ? close + 2 : nil
    default: return nil
    }
  }

  private static func isItem(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> Bool { index >= end || isBlank(bytes[index]) || bytes[index] == 10 || bytes[index] == 13 }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  private static func width(_ byte: UInt8, at column: Int) -> Int? {
    byte == 32 ? 1 : byte == 9 ? 4 - column % 4 : nil
  }

  /// Whether the content is a row such as `|---|:-:|`.
  func isDelimiterRow(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    var hasDash = false
    var hasEdge = false
    for index in content..<end {
      switch bytes[index] {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasEdge = true
      case 32, 9, 10, 13: break
      default: return false
      }
    }
    return hasDash && hasEdge
  }
}
