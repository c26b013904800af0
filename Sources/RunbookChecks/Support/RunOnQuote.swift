import RunbookModel

/// The quotation mark that was meant to be closed on its line, where a shell finds only a later one open:
/// after a missing mark, each one opens what it should have closed.
enum RunOnQuote {
  /// - Parameters:
  ///   - error: the mark that a shell finds open.
  ///   - code: the block in which it stands.
  /// - Returns: the first mark of the same command whose text goes on over a continued line into an
  ///   option; nil when there is none.
  static func start(before error: ByteRange, in code: CodeBlock, _ bytes: [UInt8]) -> ByteRange? {
    guard let mark = bytes[error].first, let first = commandStart(of: error, code, bytes) else {
      return nil
    }
    let text = bytes[first..<error.lowerBound]
    var index = first
    while index < text.endIndex {
      let byte = text[index]
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else {
        index += byte == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      let end = closing(of: index, text)
      if byte == mark, runsOn(text[index..<end]) { return index..<index + 1 }
      index = end + 1
    }
    return nil
  }

  /// The first of the lines that a backslash joins with the one of the error.
  private static func commandStart(
    of error: ByteRange, _ code: CodeBlock, _ bytes: [UInt8]
  ) -> Int? {
    guard var line = code.lineOffsets.lastIndex(where: { $0 <= error.lowerBound }) else {
      return nil
    }
    while line > 0 {
      let above = bytes[code.lineOffsets[line - 1]..<code.lineOffsets[line]]
      guard above.contains(UInt8(ascii: "\\")), let end = above.firstIndex(of: UInt8(ascii: "\n")),
        end > above.startIndex, bytes[end - 1] == UInt8(ascii: "\\")
      else { break }
      line -= 1
    }
    return code.lineOffsets[line]
  }

  private static func closing(of open: Int, _ text: ArraySlice<UInt8>) -> Int {
    var index = open + 1
    while index < text.endIndex, text[index] != text[open] {
      index += text[index] == UInt8(ascii: "\\") && text[open] == UInt8(ascii: "\"") ? 2 : 1
    }
    return min(index, text.endIndex)
  }

  private static func runsOn(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.dropLast().contains { index in
      guard text[index] == UInt8(ascii: "\\"), text[index + 1] == UInt8(ascii: "\n") else {
        return false
      }
      let line = text[(index + 2)...].drop { $0 == UInt8(ascii: " ") || $0 == 9 }
      return line.first == UInt8(ascii: "-") && line.count > 1
    }
  }
}
