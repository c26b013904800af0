import RunbookModel

extension ShellParser {
  /// Decides whether `((` at an index opens an expression, which ends in `))`, or two subshells. It
  /// looks for the partner of the second parenthesis, as bash does.
  mutating func opensArithmetic(at index: Int) -> Bool {
    guard record.rereadBudget >= 0 else { return true }
    var depth = 0
    var cursor = index + 1
    defer { record.rereadBudget -= max(0, cursor - index - 256) }
    while let byte = byte(at: cursor) {
      switch byte {
      case Byte.backslash: cursor += 1
      case Byte.singleQuote, Byte.doubleQuote:
        let closing = bytes[(cursor + 1)..<limit].firstIndex(of: byte)
        if closing == nil { record.rereadBudget -= limit - cursor }
        cursor = closing ?? cursor
      case Byte.openParen: depth += 1
      case Byte.closeParen:
        depth -= 1
        if depth == 0 { return self.byte(at: cursor + 1) == Byte.closeParen }
      default: break
      }
      if depth > ShellScript.maximumDepth { return false }
      cursor += 1
    }
    return true
  }

  mutating func parseArithmeticExpansion(
    _ pieces: inout [WordPiece], quoting: WordPiece.Quoting
  ) throws(ShellSyntaxError) {
    let start = position
    let inner = try parseArithmetic(opening: start..<start + 3)
    let range = pageRange(start..<position)
    pieces.append(WordPiece(.arithmetic(inner), quoting: quoting, range: range))
  }

  /// `((…))` or `$((…))` from its opening to behind its closing.
  mutating func parseArithmetic(
    opening: Range<Int>
  ) throws(ShellSyntaxError) -> [WordPiece] {
    try descend(opening)
    note(.expansion, opening)
    position = opening.upperBound
    var pieces: [WordPiece] = []
    var parentheses = 0
    var start = position
    while let byte = current {
      if byte == Byte.closeParen && parentheses == 0 { break }
      switch byte {
      case Byte.openParen: parentheses += 1
      case Byte.closeParen: parentheses -= 1
      case Byte.backslash: position = min(position + 1, limit - 1)
      default:
        if try parseArithmeticPiece(&pieces, textFrom: start) {
          start = position
          continue
        }
      }
      position += 1
    }
    appendText(&pieces, start..<position, quoting: .none)
    guard byte(at: position) == Byte.closeParen, byte(at: position + 1) == Byte.closeParen else {
      position = min(position + 1, limit)
      throw failure(.unterminated(opening: text(opening), closing: "))"), opening)
    }
    note(.expansion, position..<position + 2)
    position += 2
    ascend()
    return pieces
  }

  private mutating func parseArithmeticPiece(
    _ pieces: inout [WordPiece], textFrom start: Int
  ) throws(ShellSyntaxError) -> Bool {
    if startsExpansion(quoting: .double) {
      appendText(&pieces, start..<position, quoting: .none)
      try parseExpansion(&pieces, quoting: .none)
      return true
    }
    guard current == Byte.less, let end = placeholderEnd(at: position, quoting: .none) else {
      return false
    }
    appendText(&pieces, start..<position, quoting: .none)
    appendPlaceholder(&pieces, until: end, quoting: .none)
    return true
  }
}
