import RunbookModel

extension ShellParser {
  /// What a compound command is made of, before its range is known.
  struct Parts {
    var variable: String?
    var words: [ShellWord] = []
    var sections: [CompoundCommand.Section] = []
  }

  /// Reads the compound command whose keyword stands at the cursor.
  mutating func parseCompound(
    _ keyword: CompoundCommand.Keyword
  ) throws(ShellSyntaxError) -> CompoundCommand {
    let start = position
    let opening = start..<start + keyword.rawValue.utf8.count
    try descend(opening)
    var parts = Parts()
    switch keyword {
    case .subshell, .group: try parseEnclosed(&parts, keyword, opening)
    case .if: try parseIf(&parts, opening)
    case .while, .until:
      takeKeyword(keyword.rawValue)
      try addSection(&parts, .condition, after: keyword.rawValue, opening)
      try parseLoopBody(&parts, of: keyword, opening)
    case .for, .select: try parseFor(&parts, keyword, opening)
    case .case: try parseCase(&parts, opening)
    case .function: try parseFunction(&parts)
    case .test: try parseTest(&parts, opening)
    case .arithmetic:
      let pieces = try parseArithmetic(opening: opening)
      parts.words = [ShellWord(pieces: pieces, range: pageRange(start..<position))]
    }
    ascend()
    return try finish(parts, keyword, from: start)
  }

  mutating func finish(
    _ parts: Parts, _ keyword: CompoundCommand.Keyword, from start: Int
  ) throws(ShellSyntaxError) -> CompoundCommand {
    var end = position
    var redirections: [Redirection] = []
    while true {
      skipBlanks()
      guard let redirection = try parseRedirection() else { break }
      redirections.append(redirection)
      end = position
    }
    return CompoundCommand(
      keyword: keyword, variable: parts.variable, words: parts.words, sections: parts.sections,
      redirections: redirections, range: pageRange(start..<end))
  }

  /// Reads a list of statements that must not be empty.
  private mutating func addSection(
    _ parts: inout Parts, _ role: CompoundCommand.Section.Role, after keyword: String,
    _ opening: Range<Int>
  ) throws(ShellSyntaxError) {
    let before = max(position - keyword.utf8.count, opening.lowerBound)..<position
    let statements = try parseStatements()
    if statements.isEmpty && position < limit {
      throw failure(.missingCommand(after: keyword), before)
    }
    parts.sections.append(CompoundCommand.Section(role: role, statements: statements))
  }

  /// Takes the reserved word that must come next.
  private mutating func expect(
    _ word: String, of owner: String, _ opening: Range<Int>
  ) throws(ShellSyntaxError) {
    let found = keyword()
    guard found == word else {
      if found == nil && !startsWord { try throwUnexpectedUnlessAtEnd() }
      throw failure(.missingKeyword(word, of: owner), opening)
    }
    takeKeyword(word)
  }

  // MARK: ( ) and { }

  private mutating func parseEnclosed(
    _ parts: inout Parts, _ keyword: CompoundCommand.Keyword, _ opening: Range<Int>
  ) throws(ShellSyntaxError) {
    takeKeyword(keyword.rawValue)
    try addSection(&parts, .body, after: keyword.rawValue, opening)
    let closing = keyword == .subshell ? ")" : "}"
    let isClosed = keyword == .subshell ? current == Byte.closeParen : self.keyword() == "}"
    guard isClosed else {
      try throwUnexpectedUnlessAtEnd()
      throw failure(.unterminated(opening: keyword.rawValue, closing: closing), opening)
    }
    takeKeyword(closing)
  }

  // MARK: if and loops

  private mutating func parseIf(
    _ parts: inout Parts, _ opening: Range<Int>
  ) throws(ShellSyntaxError) {
    var word = "if"
    while word == "if" || word == "elif" {
      takeKeyword(word)
      try addSection(&parts, .condition, after: word, opening)
      try expect("then", of: "if", opening)
      try addSection(&parts, .body, after: "then", opening)
      word = keyword() ?? ""
    }
    if word == "else" {
      takeKeyword(word)
      try addSection(&parts, .body, after: "else", opening)
    }
    try expect("fi", of: "if", opening)
  }

  private mutating func parseLoopBody(
    _ parts: inout Parts, of keyword: CompoundCommand.Keyword, _ opening: Range<Int>
  ) throws(ShellSyntaxError) {
    try expect("do", of: keyword.rawValue, opening)
    try addSection(&parts, .body, after: "do", opening)
    try expect("done", of: keyword.rawValue, opening)
  }

  private mutating func parseFor(
    _ parts: inout Parts, _ keyword: CompoundCommand.Keyword, _ opening: Range<Int>
  ) throws(ShellSyntaxError) {
    takeKeyword(keyword.rawValue)
    skipBlanks()
    if current == Byte.openParen, byte(at: position + 1) == Byte.openParen {
      let start = position
      let pieces = try parseArithmetic(opening: start..<start + 2)
      parts.words = [ShellWord(pieces: pieces, range: pageRange(start..<position))]
    } else {
      try parseForHeader(&parts, keyword.rawValue, opening)
    }
    skipBlanks()
    if current == Byte.semicolon {
      note(.operator, position..<position + 1)
      position += 1
    }
    skipBlanksAndLines()
    if self.keyword() == "{" {
      // No manual mentions it, but bash, ksh and zsh take a group for the body.
      try parseEnclosed(&parts, .group, position..<position + 1)
    } else {
      try parseLoopBody(&parts, of: keyword, opening)
    }
  }

  /// `name [in words]`
  private mutating func parseForHeader(
    _ parts: inout Parts, _ keyword: String, _ opening: Range<Int>
  ) throws(ShellSyntaxError) {
    guard startsWord else {
      try throwUnexpectedUnlessAtEnd()
      throw failure(.missingName(of: keyword), opening)
    }
    let start = position
    let name = try parseWord()
    guard let variable = name.literal, !name.isQuoted, variable.utf8.allSatisfy(Byte.continuesName)
    else { throw failure(.invalidName(text(start..<position), of: keyword), start..<position) }
    parts.variable = variable
    let behindName = position
    skipBlanksAndLines()
    guard takesIn() else {
      position = behindName
      return
    }
    while true {
      skipBlanks()
      guard startsWord, current != Byte.hash else { break }
      parts.words.append(try parseWord())
    }
    switch current {
    case nil, Byte.newline, Byte.semicolon, Byte.hash: break
    default: throw unexpectedToken()
    }
  }

  /// Takes `in`, which is reserved only behind the subject of `for`, `select` and `case`.
  mutating func takesIn() -> Bool {
    guard current == UInt8(ascii: "i"), byte(at: position + 1) == UInt8(ascii: "n"),
      endsWord(at: position + 2)
    else { return false }
    takeKeyword("in")
    return true
  }
}
