import RunbookModel

extension ShellParser {
  /// `"…"` and `$"…"`; the cursor stands at the opening.
  mutating func parseDoubleQuoted(
    _ pieces: inout [WordPiece], opening: Range<Int>, quoting: WordPiece.Quoting
  ) throws(ShellSyntaxError) {
    try descend(opening)
    note(.quote, opening)
    position = opening.upperBound
    let count = pieces.count
    try parseExpandable(&pieces, quoting: quoting)
    guard position < limit else {
      throw failure(.unterminated(opening: text(opening), closing: "\""), opening)
    }
    closeQuote(&pieces, count: count, quoting: quoting)
    ascend()
  }

  /// Text in which `$`, backticks and some escapes mean something: in double quotes up to the
  /// closing quote, in a here-document or an arithmetic expansion up to the limit.
  mutating func parseExpandable(
    _ pieces: inout [WordPiece], quoting: WordPiece.Quoting
  ) throws(ShellSyntaxError) {
    let isDelimited = quoting == .double || quoting == .localized
    var start = position
    while let byte = current {
      if isDelimited && byte == Byte.doubleQuote { break }
      guard startsExpandablePiece(byte, quoting: quoting) else {
        position += 1
        continue
      }
      appendText(&pieces, start..<position, quoting: quoting)
      switch byte {
      case Byte.less:
        if let end = placeholderEnd(at: position, quoting: quoting) {
          appendPlaceholder(&pieces, until: end, quoting: quoting)
        }
      case Byte.backslash: parseQuotedEscape(&pieces, quoting: quoting)
      default:
        if quoting == .heredoc { (expansionStart, expansionMark) = (position, Mark(record)) }
        try parseExpansion(&pieces, quoting: quoting)
      }
      start = position
    }
    appendText(&pieces, start..<position, quoting: quoting)
  }

  private func startsExpandablePiece(_ byte: UInt8, quoting: WordPiece.Quoting) -> Bool {
    switch byte {
    case Byte.less: return placeholderEnd(at: position, quoting: quoting) != nil
    case Byte.dollar, Byte.backtick: return startsExpansion(quoting: quoting)
    case Byte.backslash:
      if lineEndLength(at: position + 1) > 0 { return true }
      switch self.byte(at: position + 1) {
      case Byte.dollar, Byte.backtick, Byte.backslash: return true
      case Byte.doubleQuote: return quoting != .heredoc
      default: return false
      }
    default: return false
    }
  }

  /// An escape that double quotes know: of `$`, a backtick, `"`, a backslash or a line end (POSIX
  /// XCU 2.2.3).
  private mutating func parseQuotedEscape(
    _ pieces: inout [WordPiece], quoting: WordPiece.Quoting
  ) {
    let start = position
    let lineEnd = lineEndLength(at: position + 1)
    if lineEnd > 0 {
      position += 1 + lineEnd
    } else {
      position += 2
      appendEscape(&pieces, text(start + 1..<position), start..<position, quoting: quoting)
    }
  }

  // MARK: ANSI C quotes

  /// `$'…'`; the cursor stands at the `$`.
  mutating func parseAnsiQuoted(_ pieces: inout [WordPiece]) throws(ShellSyntaxError) {
    let opening = position..<position + 2
    note(.quote, opening)
    position = opening.upperBound
    let count = pieces.count
    var start = position
    while let byte = current, byte != Byte.singleQuote {
      if byte == Byte.backslash {
        appendText(&pieces, start..<position, quoting: .ansi)
        parseAnsiEscape(&pieces)
        start = position
      } else if byte == Byte.less, let end = placeholderEnd(at: position, quoting: .ansi) {
        appendText(&pieces, start..<position, quoting: .ansi)
        appendPlaceholder(&pieces, until: end, quoting: .ansi)
        start = position
      } else {
        position += 1
      }
    }
    guard position < limit else {
      throw failure(.unterminated(opening: "$'", closing: "'"), opening)
    }
    appendText(&pieces, start..<position, quoting: .ansi)
    closeQuote(&pieces, count: count, quoting: .ansi)
  }

  /// One escape of `$'…'` (bash manual 3.1.2.4, "ANSI-C Quoting").
  private mutating func parseAnsiEscape(_ pieces: inout [WordPiece]) {
    let start = position
    position += 1
    guard let byte = current else {
      appendText(&pieces, start..<position, quoting: .ansi)
      return
    }
    var decoded: [UInt8] = []
    // One piece for a run of numeric escapes: together they may spell one UTF-8 character.
    if let first = ansiNumber(byte) {
      decoded = first
      while current == Byte.backslash, let next = self.byte(at: position + 1) {
        let back = position
        position += 1
        guard let more = ansiNumber(next) else {
          position = back
          break
        }
        decoded += more
      }
    } else {
      position = min(position + 1, limit)
      decoded = ansiLetter(byte) ?? [Byte.backslash, byte]
    }
    let value = String(decoding: decoded, as: UTF8.self)
    appendEscape(&pieces, value, start..<position, quoting: .ansi)
  }

  private mutating func ansiLetter(_ byte: UInt8) -> [UInt8]? {
    switch byte {
    case UInt8(ascii: "a"): return [7]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "e"), UInt8(ascii: "E"): return [27]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "v"): return [11]
    case Byte.backslash, Byte.singleQuote, Byte.doubleQuote, UInt8(ascii: "?"): return [byte]
    case UInt8(ascii: "c"):
      guard let letter = current, letter < 0x80 else { return nil }
      position += 1
      return [letter & 0x1F]
    default: return nil
    }
  }

  /// `\nnn`, `\xHH`, `\uHHHH` or `\UHHHHHHHH`; the cursor stands behind the backslash.
  private mutating func ansiNumber(_ byte: UInt8) -> [UInt8]? {
    let start = position
    let digits: (first: Int, count: Int, radix: UInt32)
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "7"): digits = (0, 3, 8)
    case UInt8(ascii: "x"): digits = (1, 2, 16)
    case UInt8(ascii: "u"): digits = (1, 4, 16)
    case UInt8(ascii: "U"): digits = (1, 8, 16)
    default: return nil
    }
    var index = position + digits.first
    var value: UInt32 = 0
    let end = index + digits.count
    while index < end, let digit = self.byte(at: index).flatMap(Self.digit), digit < digits.radix {
      value = value << (digits.radix == 8 ? 3 : 4) | digit
      index += 1
    }
    guard index > start + digits.first else { return nil }
    position = index
    if digits.count <= 3 { return [UInt8(truncatingIfNeeded: value)] }
    return Unicode.Scalar(value).map { Array(String($0).utf8) } ?? Array("\u{FFFD}".utf8)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
