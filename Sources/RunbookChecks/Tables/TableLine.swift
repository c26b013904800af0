import RunbookModel

/// A source line read as a row of a table, for lines that the Markdown parser took for something
/// else.
struct TableLine {
  /// The cells with the blanks around them trimmed.
  let cells: [ByteRange]
  /// Whether a `|` that no backslash hides stands on the line.
  let hasPipe: Bool
  /// From the first to the last byte that is no blank.
  let range: ByteRange
  let isDelimiterRow: Bool

  /// Reads a line behind the markers of the quotes that it stands in.
  init(_ line: ByteRange, in bytes: [UInt8]) {
    var range = Self.trim(line, bytes)
    while let first = range.first, bytes[first] == UInt8(ascii: ">") {
      range = Self.trim(first + 1..<range.upperBound, bytes)
    }
    let starts = Self.pipes(in: range, bytes)
    var edges = [range.lowerBound - 1] + starts + [range.upperBound]
    if starts.first == range.lowerBound { edges.removeFirst() }
    if let last = starts.last, last == range.upperBound - 1, edges.count > 2 { edges.removeLast() }
    let cells = zip(edges, edges.dropFirst()).map { Self.trim($0 + 1..<max($0 + 1, $1), bytes) }
    self.cells = cells
    self.range = range
    hasPipe = !starts.isEmpty
    isDelimiterRow = hasPipe && cells.allSatisfy { Self.isDelimiter(bytes[$0]) }
  }

  private static func pipes(in range: ByteRange, _ bytes: [UInt8]) -> [Int] {
    var pipes: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "|") { pipes.append(index) }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return pipes
  }

  /// `---`, `:--`, `--:` or `:-:`
  private static func isDelimiter(_ cell: ArraySlice<UInt8>) -> Bool {
    var dashes = cell
    if dashes.first == UInt8(ascii: ":") { dashes.removeFirst() }
    if dashes.last == UInt8(ascii: ":") { dashes.removeLast() }
    return !dashes.isEmpty && dashes.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  private static func trim(_ range: ByteRange, _ bytes: [UInt8]) -> ByteRange {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end && (bytes[start] == UInt8(ascii: " ") || bytes[start] == 9) { start += 1 }
    while end > start && (bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == 9) { end -= 1 }
    return start..<end
  }
}
