import RunbookModel

extension ShellParser {
  /// What a word is read for; it decides which bytes end it.
  enum WordContext {
    case command
    /// Behind `=~`, where `( ) |` belong to the expression.
    case expression
  }

  /// True if an unquoted word ends at an index: at a blank, a line end or an operator.
  func endsWord(at index: Int) -> Bool {
    guard let byte = byte(at: index) else { return true }
    switch byte {
    case Byte.space, Byte.tab, Byte.newline, Byte.pipe, Byte.ampersand, Byte.semicolon,
      Byte.openParen, Byte.closeParen:
      return true
    case Byte.less, Byte.greater: return true
    case Byte.carriageReturn: return isBlank(at: index)
    default: return false
    }
  }

  /// Reads the word at the cursor. The caller has made sure that one starts there.
  mutating func parseWord(_ context: WordContext = .command) throws(ShellSyntaxError) -> ShellWord {
    let start = position
    var pieces: [WordPiece] = []
    try parseUnquoted(&pieces, context)
    return ShellWord(pieces: pieces, range: pageRange(start..<position))
  }

  /// True if a word starts at the cursor.
  var startsWord: Bool {
    guard let byte = current else { return false }
    if !endsWord(at: position) { return true }
    if byte == Byte.less || byte == Byte.greater { return startsPieceAtAngle(position) }
    return false
  }

  /// True if `<` or `>` opens a placeholder or a process substitution.
  private func startsPieceAtAngle(_ index: Int) -> Bool {
    if byte(at: index + 1) == Byte.openParen { return true }
    return placeholderEnd(at: index, quoting: .none) != nil
  }

  /// The index behind a placeholder that starts at an index. In quotes it must not be markup.
  func placeholderEnd(at index: Int, quoting: WordPiece.Quoting) -> Int? {
    guard let end = PlaceholderToken.end(in: bytes, at: index, limit: limit) else { return nil }
    return quoting != .none && markup.contains(bytes[index + 1..<end - 1]) ? nil : end
  }

  private mutating func parseUnquoted(
    _ pieces: inout [WordPiece], _ context: WordContext
  ) throws(ShellSyntaxError) {
    var start = position
    var parentheses = 0
    while let byte = current {
      if Self.isPlain(byte) {
        position += 1
      } else if try parsePiece(byte, &pieces, textFrom: start) {
        start = position
      } else if !endsWord(at: position) {
        position += 1
      } else if context == .expression, keepsInExpression(byte, &parentheses) {
        position += 1
      } else if byte == Byte.openParen, position > start, opensExtendedGlob {
        try skipExtendedGlob(from: start)
      } else {
        break
      }
    }
    appendText(&pieces, start..<position, quoting: .none)
  }

  /// What is text wherever it stands in a word; most of nearly every word is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-")...UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "="):
      true
    default: false
    }
  }

  /// Reads a quoted piece, an escape, an expansion or a placeholder, after the plain text before it.
  /// False if the byte is plain text or ends the word.
  private mutating func parsePiece(
    _ byte: UInt8, _ pieces: inout [WordPiece], textFrom start: Int
  ) throws(ShellSyntaxError) -> Bool {
    switch byte {
    case Byte.backslash, Byte.singleQuote, Byte.doubleQuote:
      appendText(&pieces, start..<position, quoting: .none)
      switch byte {
      case Byte.backslash: parseEscape(&pieces)
      case Byte.singleQuote: try parseSingleQuoted(&pieces)
      default: try parseDoubleQuoted(&pieces, opening: position..<position + 1, quoting: .double)
      }
      return true
    case Byte.dollar, Byte.backtick:
      guard startsExpansion(quoting: .none) else { return false }
      appendText(&pieces, start..<position, quoting: .none)
      try parseExpansion(&pieces, quoting: .none)
      return true
    case Byte.less, Byte.greater:
      guard startsPieceAtAngle(position) else { return false }
      appendText(&pieces, start..<position, quoting: .none)
      if let end = placeholderEnd(at: position, quoting: .none) {
        appendPlaceholder(&pieces, until: end, quoting: .none)
      } else {
        try parseProcessSubstitution(&pieces)
      }
      return true
    default:
      return false
    }
  }

  /// In an expression behind `=~`, parentheses nest and everything between them belongs to it.
  private func keepsInExpression(_ byte: UInt8, _ parentheses: inout Int) -> Bool {
    switch byte {
    case Byte.openParen: parentheses += 1
    case Byte.closeParen where parentheses > 0: parentheses -= 1
    case Byte.pipe: return parentheses > 0 || self.byte(at: position + 1) != Byte.pipe
    case Byte.space, Byte.tab, Byte.less, Byte.greater: return parentheses > 0
    default: return false
    }
    return true
  }

  // MARK: Extended globs

  /// True at the `(` of `?( *( +( @( !(`.
  private var opensExtendedGlob: Bool {
    switch byte(at: position - 1) {
    case UInt8(ascii: "?"), UInt8(ascii: "*"), Byte.plus, Byte.at, Byte.bang: true
    default: false
    }
  }

  /// Takes a pattern of ksh and bash's `extglob` for text, as one opaque stretch.
  private mutating func skipExtendedGlob(from start: Int) throws(ShellSyntaxError) {
    let opening = position
    var depth = 0
    while let byte = current {
      if byte == Byte.newline { break }
      if byte == Byte.backslash { position += 1 }
      if byte == Byte.openParen { depth += 1 }
      if byte == Byte.closeParen { depth -= 1 }
      position = min(position + 1, limit)
      if depth == 0 {
        record.opaque.append(pageRange(opening - 1..<position))
        return
      }
    }
    throw failure(.unterminated(opening: "(", closing: ")"), opening..<opening + 1)
  }

  // MARK: Text, escapes and quotes

  mutating func appendText(
    _ pieces: inout [WordPiece], _ range: Range<Int>, quoting: WordPiece.Quoting
  ) {
    guard !range.isEmpty else { return }
    pieces.append(WordPiece(.text(text(range)), quoting: quoting, range: pageRange(range)))
    note(quoting == .heredoc ? .heredoc : quoting == .none ? .text : .quote, range)
  }

  /// `\x` outside quotes. Before a line end it joins the lines; at the very end it is text.
  private mutating func parseEscape(_ pieces: inout [WordPiece]) {
    let start = position
    position += 1
    if lineEndLength(at: position) > 0 {
      position += lineEndLength(at: position)
      return
    }
    guard position < limit else {
      appendText(&pieces, start..<position, quoting: .none)
      return
    }
    if escapesLastBlank(at: position) {
      record.brokenContinuations.append(pageRange(start..<start + 1))
    } else if isBlank(at: position), byte(at: position + 1) == Byte.hash {
      // To a shell this is a word that begins with a space, and no comment.
      noteCut(from: position + 1, after: start)
    }
    position = endOfCharacter(at: position)
    appendEscape(&pieces, text(start + 1..<position), start..<position, quoting: .backslash)
  }

  /// True if only blanks stand between an index and the end of its line: the backslash before them
  /// was meant to go on with the next line.
  private func escapesLastBlank(at index: Int) -> Bool {
    var end = index
    while isBlank(at: end), bytes[end] != Byte.carriageReturn { end += 1 }
    return end > index && lineEndLength(at: end) > 0
  }

  mutating func appendEscape(
    _ pieces: inout [WordPiece], _ value: String, _ range: Range<Int>, quoting: WordPiece.Quoting
  ) {
    pieces.append(WordPiece(.escape(value), quoting: quoting, range: pageRange(range)))
    note(.escape, range)
  }

  /// The index behind the UTF-8 character at an index.
  private func endOfCharacter(at index: Int) -> Int {
    var end = index + 1
    guard bytes[index] >= 0xC0 else { return end }
    while end < limit && end < index + 4 && bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  mutating func parseSingleQuoted(_ pieces: inout [WordPiece]) throws(ShellSyntaxError) {
    let opening = position..<position + 1
    guard let end = bytes[opening.upperBound..<limit].firstIndex(of: Byte.singleQuote) else {
      position = limit
      throw failure(.unterminated(opening: "'", closing: "'"), opening)
    }
    note(.quote, opening)
    position = opening.upperBound
    let count = pieces.count
    parseVerbatim(&pieces, until: end, quoting: .single)
    closeQuote(&pieces, count: count, quoting: .single)
  }

  /// Goes over the closing quote; quotes with nothing between them still make a piece.
  mutating func closeQuote(_ pieces: inout [WordPiece], count: Int, quoting: WordPiece.Quoting) {
    if pieces.count == count {
      let here = pageRange(position..<position)
      pieces.append(WordPiece(.text(""), quoting: quoting, range: here))
    }
    note(.quote, position..<position + 1)
    position += 1
  }

  /// Text without escapes and expansions, up to an index.
  mutating func parseVerbatim(
    _ pieces: inout [WordPiece], until end: Int, quoting: WordPiece.Quoting
  ) {
    var start = position
    while position < end {
      if bytes[position] == Byte.less, let stop = placeholderEnd(at: position, quoting: quoting),
        stop <= end
      {
        appendText(&pieces, start..<position, quoting: quoting)
        appendPlaceholder(&pieces, until: stop, quoting: quoting)
        start = position
      } else {
        position += 1
      }
    }
    appendText(&pieces, start..<position, quoting: quoting)
  }

  mutating func appendPlaceholder(
    _ pieces: inout [WordPiece], until end: Int, quoting: WordPiece.Quoting
  ) {
    let name = text(position + 1..<end - 1)
    let range = position..<end
    pieces.append(WordPiece(.placeholder(name), quoting: quoting, range: pageRange(range)))
    note(.placeholder, range)
    position = end
  }
}
