// Quoted text, as about_Quoting_Rules has it. Two quotation marks stand for one; a backtick escapes in
// double quotes only, where `$( )` holds commands.

extension PowerShellReader {
  mutating func readString(_ quote: (mark: PowerShellText.Mark, length: Int)) -> Bool {
    let opening = index..<index + quote.length
    index = opening.upperBound
    return quote.mark == .single ? readSingle(from: opening) : readDouble(from: opening)
  }

  private mutating func readSingle(from opening: Range<Int>) -> Bool {
    while index < bytes.count {
      if ends(at: .single, opening) { return true }
    }
    return neverEnds(opening)
  }

  /// Reads on in double quotes, up to their end or to commands in them.
  mutating func readDouble(from opening: Range<Int>) -> Bool {
    while index < bytes.count {
      switch bytes[index] {
      case Byte.backtick:
        index = min(index + 2, bytes.count)
        continue
      case Byte.dollar where index + 1 < bytes.count:
        if bytes[index + 1] == Byte.openParen {
          open(.parenthesis, length: 2, in: opening)
          return true
        }
        if bytes[index + 1] == Byte.openBrace, let end = bracedEnd(index + 2) {
          index = end
          continue
        }
      default: break
      }
      if ends(at: .double, opening) { return true }
    }
    return neverEnds(opening)
  }

  /// Goes over a mark, over two that stand for one, or over another byte; true where the string ends.
  private mutating func ends(at mark: PowerShellText.Mark, _ opening: Range<Int>) -> Bool {
    guard let quote = PowerShellText.quote(in: bytes, at: index), quote.mark == mark else {
      index += 1
      return false
    }
    index += quote.length
    if index < bytes.count, let next = PowerShellText.quote(in: bytes, at: index), next.mark == mark
    {
      index += next.length
      return false
    }
    end(opening)
    return true
  }

  /// A string has ended that is no here-string.
  private mutating func end(_ opening: Range<Int>) {
    endWord(from: opening.lowerBound)
    if suspect == nil, index < bytes.count,
      Byte.continuesName(bytes[index]) || bytes[index] == Byte.dollar
        || bytes[index] == Byte.backslash,
      bytes[opening.upperBound..<index].contains(Byte.newline)
    {
      suspect = opening
    }
  }

  /// `@'`, lines, and `'@` at the start of a line of its own.
  mutating func readHereString(_ quote: (mark: PowerShellText.Mark, length: Int)) -> Bool {
    let opening = index..<index + 1 + quote.length
    index = opening.upperBound
    while index < bytes.count, PowerShellText.blank(in: bytes, at: index) > 0 { index += 1 }
    guard index < bytes.count, PowerShellText.isNewline(bytes[index]) else {
      guard index < bytes.count else { return neverEnds(opening) }
      fail(.hereStringHeader(text(opening)), opening)
      index = bytes.count
      return false
    }
    var indented: Range<Int>?
    while let end = bytes[index...].firstIndex(where: PowerShellText.isNewline) {
      index = end + 1
      if let closing = hereStringEnd(at: index, quote.mark) {
        index = closing
        endWord(from: opening.lowerBound)
        return true
      }
      let first = bytes[index...].drop { $0 == Byte.space || $0 == Byte.tab }.startIndex
      if indented == nil, first > index, let closing = hereStringEnd(at: first, quote.mark) {
        indented = first..<closing
      }
    }
    index = bytes.count
    if let indented {
      fail(.hereStringIndented(closing: text(indented)), indented)
    } else {
      return neverEnds(opening)
    }
    return false
  }

  /// The index behind `'@`.
  private func hereStringEnd(at start: Int, _ mark: PowerShellText.Mark) -> Int? {
    guard start < bytes.count, let quote = PowerShellText.quote(in: bytes, at: start),
      quote.mark == mark
    else { return nil }
    let end = start + quote.length
    return end < bytes.count && bytes[end] == Byte.at ? end + 1 : nil
  }

  private mutating func neverEnds(_ opening: Range<Int>) -> Bool {
    let isHere = bytes[opening.lowerBound] == Byte.at
    let range = isHere ? opening : suspect ?? opening
    let mark = text(range)
    let closing = isHere ? String(mark.dropFirst()) + "@" : mark
    fail(.unterminated(opening: mark, closing: closing), range)
    index = bytes.count
    return false
  }
}
