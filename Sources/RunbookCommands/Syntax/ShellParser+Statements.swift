import RunbookModel

extension ShellParser {
  // MARK: Lists

  /// Statements up to the end, a closing parenthesis, `;;` or a word that closes a construct. The
  /// caller knows which of these it wants.
  mutating func parseStatements() throws(ShellSyntaxError) -> [Statement] {
    var statements: [Statement] = []
    while true {
      skipBlanksAndLines()
      guard position < limit, !closesList else { return statements }
      let statement = try parseStatement()
      statements.append(statement)
      skipBlanks()
      if current == Byte.semicolon && !startsCaseTerminator {
        guard !statement.isBackground else { throw unexpectedToken() }
        note(.operator, position..<position + 1)
        position += 1
      } else if position < limit && !statement.isBackground {
        guard closesList || current == Byte.newline || current == Byte.hash else {
          throw unexpectedToken()
        }
      }
    }
  }

  /// True if what stands at the cursor, where a command could start, closes the list around it.
  private var closesList: Bool {
    if current == Byte.closeParen || startsCaseTerminator { return true }
    switch keyword() {
    case "then", "elif", "else", "fi", "do", "done", "esac", "}": return true
    default: return false
    }
  }

  /// True at `;;`, `;&` and `;;&`.
  var startsCaseTerminator: Bool {
    guard current == Byte.semicolon, let next = byte(at: position + 1) else { return false }
    return next == Byte.semicolon
      || next == Byte.ampersand && byte(at: position + 2) != Byte.ampersand
  }

  /// What may follow a statement at the top level.
  mutating func expectEndOfStatement(_ statement: Statement) throws(ShellSyntaxError) {
    skipBlanks()
    // A backslash at the very end waits for a line that never comes; it does no harm.
    if current == Byte.backslash && position + 1 == limit { position += 1 }
    guard let byte = current, byte != Byte.newline, byte != Byte.hash else { return }
    if byte == Byte.semicolon && !startsCaseTerminator && !statement.isBackground {
      note(.operator, position..<position + 1)
      position += 1
    } else if !statement.isBackground || byte == Byte.semicolon {
      throw unexpectedToken()
    }
  }

  mutating func parseStatement() throws(ShellSyntaxError) -> Statement {
    let start = position
    var pipelines = [try parsePipeline()]
    var connectors: [Statement.Connector] = []
    while true {
      skipBlanks()
      guard let connector = connector() else { break }
      try takeJoiningOperator(length: 2)
      connectors.append(connector)
      pipelines.append(try parsePipeline())
    }
    var isBackground = false
    if current == Byte.ampersand && byte(at: position + 1) != Byte.ampersand {
      note(.operator, position..<position + 1)
      position += 1
      isBackground = true
    }
    return Statement(
      pipelines: pipelines, connectors: connectors, isBackground: isBackground,
      range: pageRange(start..<endOfContent))
  }

  private func connector() -> Statement.Connector? {
    guard let byte = current, byte == self.byte(at: position + 1) else { return nil }
    switch byte {
    case Byte.ampersand: return .and
    case Byte.pipe: return .or
    default: return nil
    }
  }

  /// Reads `&&`, `||`, `|` or `|&`; the command behind it may stand on a later line.
  private mutating func takeJoiningOperator(length: Int) throws(ShellSyntaxError) {
    let symbol = position..<position + length
    note(.operator, symbol)
    position = symbol.upperBound
    skipBlanksAndLines()
    if position >= limit { throw failure(.missingCommand(after: text(symbol)), symbol) }
  }

  // MARK: Pipelines

  private mutating func parsePipeline() throws(ShellSyntaxError) -> Pipeline {
    let start = position
    var isNegated = false
    var isTimed = false
    while let keyword = keyword(), keyword == "!" || keyword == "time" && !standsAlone(keyword) {
      let range = takeKeyword(keyword)
      skipBlanks()
      if keyword == "!" { isNegated.toggle() } else { isTimed = true }
      if isTimed && text(position..<min(position + 3, limit)) == "-p " {
        note(.keyword, position..<position + 2)
        position += 3
        skipBlanks()
      }
      if position >= limit || current == Byte.newline {
        throw failure(.missingCommand(after: keyword), range)
      }
    }
    var commands = [try parseCommand()]
    var operators: [Pipeline.Operator] = []
    while true {
      skipBlanks()
      guard current == Byte.pipe, byte(at: position + 1) != Byte.pipe else { break }
      let takesErrors = byte(at: position + 1) == Byte.ampersand
      try takeJoiningOperator(length: takesErrors ? 2 : 1)
      operators.append(takesErrors ? .outputAndErrors : .output)
      commands.append(try parseCommand())
    }
    return Pipeline(
      commands: commands, operators: operators, isNegated: isNegated, isTimed: isTimed,
      range: pageRange(start..<endOfContent))
  }

  /// True if the statement ends behind a reserved word; `time` alone is a command.
  private func standsAlone(_ keyword: String) -> Bool {
    var end = position + keyword.utf8.count
    while isBlank(at: end) { end += 1 }
    switch byte(at: end) {
    case nil, Byte.newline, Byte.semicolon, Byte.hash: return true
    default: return false
    }
  }

  mutating func parseCommand() throws(ShellSyntaxError) -> ShellCommand {
    if current == Byte.openParen {
      let isArithmetic = byte(at: position + 1) == Byte.openParen && opensArithmetic(at: position)
      return .compound(try parseCompound(isArithmetic ? .arithmetic : .subshell))
    }
    // Behind `|`, `time` is the program of that name.
    guard let word = keyword(), word != "time" else { return try parseSimpleCommand() }
    if word == "coproc" {
      // The name that may follow cannot be told from a command without knowing both.
      let opening = takeKeyword(word)
      record.opaque.append(pageRange(opening))
      skipBlanks()
      try descend(opening)
      let command = try parseCommand()
      ascend()
      return command
    }
    guard let keyword = CompoundCommand.Keyword(rawValue: word) else { throw unexpectedToken() }
    return .compound(try parseCompound(keyword))
  }

  // MARK: Reserved words

  /// The reserved word at the cursor, which stands where a command could start (POSIX XCU 2.4 and
  /// bash).
  func keyword() -> String? {
    guard let first = current else { return nil }
    var end = position
    switch first {
    case Byte.openBrace, Byte.closeBrace, Byte.bang: end += 1
    case Byte.openBracket, Byte.closeBracket: end += byte(at: position + 1) == first ? 2 : 0
    default:
      while end < limit, end - position < 9, Byte.isLetter(bytes[end]) { end += 1 }
    }
    guard end > position, endsWord(at: end) || continuesLine(at: end) else { return nil }
    if end < limit, placeholderEnd(at: end, quoting: .none) != nil { return nil }
    let word = text(position..<end)
    return Self.reserved.contains(word) ? word : nil
  }

  private func continuesLine(at index: Int) -> Bool {
    byte(at: index) == Byte.backslash && lineEndLength(at: index + 1) > 0
  }

  private static let reserved: Set<String> = [
    "if", "then", "elif", "else", "fi", "for", "while", "until", "do", "done", "case", "esac",
    "select", "function", "{", "}", "!", "[[", "]]", "time", "coproc",
  ]

  @discardableResult
  mutating func takeKeyword(_ word: String) -> Range<Int> {
    let range = position..<min(position + word.utf8.count, limit)
    note(.keyword, range)
    position = range.upperBound
    return range
  }

  // MARK: Errors

  /// The error for the operator or reserved word at the cursor.
  func unexpectedToken() -> ShellSyntaxError {
    let range = position..<position + max(1, operatorLength)
    guard range.upperBound <= limit else {
      return failure(.unexpected("end"), position..<position)
    }
    if current == Byte.newline { return failure(.unexpected("newline"), range) }
    if let word = keyword() {
      return failure(.unexpected(word), position..<position + word.utf8.count)
    }
    if startsWord { return failure(.unexpected(text(wordAtCursor)), wordAtCursor) }
    return failure(.unexpected(text(range)), range)
  }

  /// The start of the word at the cursor, for a message.
  private var wordAtCursor: Range<Int> {
    var end = position + 1
    while end - position < 60, !endsWord(at: end) { end += 1 }
    return position..<end
  }

  /// If something other than the end keeps a construct from closing, that is the error to report.
  mutating func throwUnexpectedUnlessAtEnd() throws(ShellSyntaxError) {
    if position < limit { throw unexpectedToken() }
  }

  private var operatorLength: Int {
    let symbols = [";;&", "&>>", "<<<", ";;", ";&", "&&", "||", "|&", "&>", "<<", ">>"]
    let rest = bytes[position..<min(position + 3, limit)]
    return symbols.first { rest.starts(with: $0.utf8) }?.utf8.count ?? 1
  }
}
