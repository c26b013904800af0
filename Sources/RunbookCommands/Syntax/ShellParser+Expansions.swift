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
    // Inside double quotes a single quote is text, except in a pattern (bash, `parse_matched_pair`).
    let isPattern = current.map { "#%/^,".utf8.contains($0) } ?? false
    let quotesCount = quoting == .none || isPattern
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
    pieces.append(WordPiece(.command(statements), quoting: quoting, range: range))
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

  // MARK: Arithmetic

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

  private mutating func parseArithmeticExpansion(
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
