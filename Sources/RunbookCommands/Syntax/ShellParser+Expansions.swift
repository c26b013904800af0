import RunbookModel

extension ShellParser {
  /// True if the `$` or backtick at the cursor opens something; a `$` before a blank is text.
  func startsExpansion(quoting: WordPiece.Quoting) -> Bool {
    if current == Byte.backtick { return true }
    guard current == Byte.dollar, let next = byte(at: position + 1) else { return false }
    if next == Byte.singleQuote || next == Byte.doubleQuote { return quoting == .none }
    return next == Byte.openParen || next == Byte.openBrace || Byte.continuesName(next)
      || Self.isSpecial(next)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.at, UInt8(ascii: "*"), Byte.hash, UInt8(ascii: "?"), Byte.dollar, Byte.bang,
      Byte.minus:
      true
    default: false
    }
  }

  /// Reads what `startsExpansion` has found.
  mutating func parseExpansion(
    _ pieces: inout [WordPiece], quoting: WordPiece.Quoting
  ) throws(ShellSyntaxError) {
    if current == Byte.backtick {
      try parseBackticks(&pieces, quoting: quoting)
      return
    }
    switch byte(at: position + 1) {
    case Byte.singleQuote: try parseAnsiQuoted(&pieces)
    case Byte.doubleQuote:
      try parseDoubleQuoted(&pieces, opening: position..<position + 2, quoting: .localized)
    case Byte.openBrace: try parseBracedParameter(&pieces, quoting: quoting)
    case Byte.openParen:
      if byte(at: position + 2) == Byte.openParen, opensArithmetic(at: position + 1) {
        try parseArithmeticExpansion(&pieces, quoting: quoting)
      } else {
        try parseCommandSubstitution(&pieces, quoting: quoting)
      }
    default: parseParameter(&pieces, quoting: quoting)
    }
  }

  /// `$name`, or `$` and one digit or special character.
  private mutating func parseParameter(
    _ pieces: inout [WordPiece], quoting: WordPiece.Quoting
  ) {
    let start = position
    position += 1
    if let byte = current, Byte.startsName(byte) {
      while let byte = current, Byte.continuesName(byte) { position += 1 }
    } else {
      position = min(position + 1, limit)
    }
    let expansion = ParameterExpansion(name: text(start + 1..<position), isBraced: false)
    pieces.append(
      WordPiece(.parameter(expansion), quoting: quoting, range: pageRange(start..<position)))
    note(.expansion, start..<position)
  }

  // MARK: Braced parameters

  private mutating func parseBracedParameter(
    _ pieces: inout [WordPiece], quoting: WordPiece.Quoting
  ) throws(ShellSyntaxError) {
    let start = position
    let opening = start..<start + 2
    try descend(opening)
    position += 2
    // `${#name}` and `${!name}`, but `${#}` and `${!}` are parameters themselves.
    if let byte = current, byte == Byte.hash || byte == Byte.bang,
      let next = self.byte(at: position + 1), Byte.continuesName(next)
    {
      position += 1
    }
    let nameStart = position
    if let byte = current, Byte.continuesName(byte) {
      while let byte = current, Byte.continuesName(byte) { position += 1 }
    } else if let byte = current, Self.isSpecial(byte) {
      position += 1
    }
    let nameEnd = position
    note(.expansion, start..<nameEnd)
    var nested: [WordPiece] = []
    try parseOperation(&nested, quoting: quoting, opening: opening)
    let expansion = ParameterExpansion(
      name: text(nameStart..<nameEnd), isBraced: true, prefix: text(opening.upperBound..<nameStart),
      operation: text(nameEnd..<position), nested: nested)
    note(.expansion, position..<position + 1)
    position += 1
    pieces.append(
      WordPiece(.parameter(expansion), quoting: quoting, range: pageRange(start..<position)))
    ascend()
  }

  /// Everything up to the `}` that closes the parameter.
  private mutating func parseOperation(
    _ nested: inout [WordPiece], quoting: WordPiece.Quoting, opening: Range<Int>
  ) throws(ShellSyntaxError) {
    // bash 5.2 refuses `"${name:-it's}"`: it pairs single quotes even inside double quotes. A
    // here-document is not read that closely.
    let quotesCount = quoting != .heredoc
    var start = position
    while let byte = current, byte != Byte.closeBrace {
      switch byte {
      case Byte.backslash:
        position = min(position + 2, limit)
        continue
      case Byte.singleQuote where quotesCount:
        appendText(&nested, start..<position, quoting: quoting)
        try parseSingleQuoted(&nested)
      case Byte.doubleQuote:
        appendText(&nested, start..<position, quoting: quoting)
        try parseDoubleQuoted(&nested, opening: position..<position + 1, quoting: .double)
      case Byte.dollar, Byte.backtick:
        guard startsExpansion(quoting: quoting) else { fallthrough }
        appendText(&nested, start..<position, quoting: quoting)
        try parseExpansion(&nested, quoting: quoting)
      default:
        guard let end = placeholderEnd(at: position, quoting: quoting) else {
          position += 1
          continue
        }
        appendText(&nested, start..<position, quoting: quoting)
        appendPlaceholder(&nested, until: end, quoting: quoting)
      }
      start = position
    }
    guard position < limit else {
      throw failure(.unterminated(opening: "${", closing: "}"), opening)
    }
    appendText(&nested, start..<position, quoting: quoting)
  }

  // MARK: Command and process substitution

  private mutating func parseCommandSubstitution(
    _ pieces: inout [WordPiece], quoting: WordPiece.Quoting
  ) throws(ShellSyntaxError) {
    let opening = position..<position + 2
    let statements = try parseSubstitution(opening)
    let range = pageRange(opening.lowerBound..<position)
    pieces.append(WordPiece(.command(statements), quoting: quoting, range: range))
  }

  mutating func parseProcessSubstitution(_ pieces: inout [WordPiece]) throws(ShellSyntaxError) {
    let opening = position..<position + 2
    let statements = try parseSubstitution(opening)
    let range = pageRange(opening.lowerBound..<position)
    pieces.append(WordPiece(.process(statements), quoting: .none, range: range))
  }

  private mutating func parseSubstitution(
    _ opening: Range<Int>
  ) throws(ShellSyntaxError) -> [Statement] {
    try descend(opening)
    note(.expansion, opening)
    position = opening.upperBound
    let statements = try parseStatements()
    guard current == Byte.closeParen else {
      try throwUnexpectedUnlessAtEnd()
      throw failure(.unterminated(opening: text(opening), closing: ")"), opening)
    }
    note(.expansion, position..<position + 1)
    position += 1
    ascend()
    return statements
  }

  /// Backticks hold a script in which a backslash escapes `$`, a backtick and a backslash, and in
  /// double quotes `"` too (POSIX XCU 2.6.3). It is parsed from a source of its own.
  private mutating func parseBackticks(
    _ pieces: inout [WordPiece], quoting: WordPiece.Quoting
  ) throws(ShellSyntaxError) {
    let opening = position..<position + 1
    try descend(opening)
    var index = opening.upperBound
    var parts: [Range<Int>] = []
    var start = index
    while let byte = byte(at: index), byte != Byte.backtick {
      if byte == Byte.backslash, let next = self.byte(at: index + 1) {
        if isEscapedInBackticks(next, quoting: quoting) {
          parts.append(start..<index)
          start = index + 1
        }
        index += 1
      }
      index += 1
    }
    guard index < limit else {
      position = limit
      throw failure(.unterminated(opening: "`", closing: "`"), opening)
    }
    parts.append(start..<index)
    note(.expansion, opening)
    position = index
    let statements = try parseInner(ShellSource(parts, of: source))
    note(.expansion, index..<index + 1)
    position = index + 1
    let range = pageRange(opening.lowerBound..<position)
    pieces.append(
      WordPiece(.command(statements), quoting: quoting, range: range, isBackticks: true))
    ascend()
  }

  private func isEscapedInBackticks(_ byte: UInt8, quoting: WordPiece.Quoting) -> Bool {
    switch byte {
    case Byte.dollar, Byte.backtick, Byte.backslash: true
    case Byte.doubleQuote: quoting == .double || quoting == .localized
    default: false
    }
  }

  private mutating func parseInner(_ source: ShellSource) throws(ShellSyntaxError) -> [Statement] {
    var inner = ShellParser(source)
    swap(&inner.record, &record)
    defer { swap(&inner.record, &record) }
    let statements = try inner.parseStatements()
    if inner.position < inner.limit { throw inner.unexpectedToken() }
    inner.readPendingHeredocs()
    return statements
  }
}
