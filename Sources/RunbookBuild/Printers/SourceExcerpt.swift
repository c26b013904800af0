import RunbookModel

/// The first line of a range as it is shown on a terminal, and where the carets go.
struct SourceExcerpt {
  let position: SourcePosition
  let text: String
  /// How many columns stand before the first caret.
  let caretColumn: Int
  /// At least one, so that an empty range can be seen.
  let caretCount: Int

  /// Longest piece of a line that is shown; a page with one enormous line stays readable, and many
  /// findings on it stay quick.
  private static let byteLimit = 240
  /// How much of such a line stands before the range.
  private static let lead = 80
  private static let tabWidth = 4

  /// - Parameter position: where the range starts.
  init(_ range: ByteRange, of file: SourceFile, at position: SourcePosition) {
    let range = range.clamped(to: 0..<file.bytes.count)
    self.position = position
    let line = file.lines.contentRange(ofLine: position.line - 1, in: file.bytes)
    let window = Self.window(of: line, around: range.lowerBound, in: file.bytes)

    var text = window.lowerBound > line.lowerBound ? "…" : ""
    var column = TerminalText.width(text)
    var offset = window.lowerBound
    var start: Int?
    var end = 0
    for character in file.text(window) {
      let (shown, width) = Self.cell(character, at: column)
      let next = offset + character.utf8.count
      if next > range.lowerBound && (start == nil || offset < range.upperBound) {
        start = start ?? column
        end = column + width
      }
      text += shown
      column += width
      offset = next
    }
    if window.upperBound < line.upperBound { text += "…" }
    self.text = text
    caretColumn = start ?? column
    caretCount = range.isEmpty ? 1 : max(1, end - caretColumn)
  }

  private static func cell(_ character: Character, at column: Int) -> (text: String, width: Int) {
    if character == "\t" {
      let width = tabWidth - column % tabWidth
      return (String(repeating: " ", count: width), width)
    }
    let shown = TerminalText.shown(character)
    return (shown, shown == String(character) ? TerminalText.width(character) : shown.utf8.count)
  }

  /// The part of a line that is shown; it starts and ends between scalars.
  private static func window(of line: ByteRange, around offset: Int, in bytes: [UInt8])
    -> ByteRange
  {
    guard line.count > byteLimit else { return line }
    let start = offset - line.lowerBound > byteLimit - lead ? offset - lead : line.lowerBound
    let end = min(line.upperBound, start + byteLimit)
    return aligned(start, in: bytes)..<aligned(end, in: bytes)
  }

  private static func aligned(_ offset: Int, in bytes: [UInt8]) -> Int {
    var offset = offset
    while offset < bytes.count && bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}
