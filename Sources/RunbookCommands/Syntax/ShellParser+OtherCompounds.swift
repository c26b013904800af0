import RunbookModel

/// `case`, functions and `[[ ]]`.
extension ShellParser {
  // MARK: case

  mutating func parseCase(
    _ parts: inout Parts, _ opening: Range<Int>
  ) throws(ShellSyntaxError) {
    takeKeyword("case")
    skipBlanks()
    guard startsWord else {
      try throwUnexpectedUnlessAtEnd()
      throw failure(.missingName(of: "case"), opening)
    }
    parts.words.append(try parseWord())
    skipBlanksAndLines()
    guard takesIn() else {
      if !startsWord { try throwUnexpectedUnlessAtEnd() }
      throw failure(.missingKeyword("in", of: "case"), opening)
    }
    while true {
      skipBlanksAndLines()
      if keyword() == "esac" { break }
      if position >= limit { throw failure(.missingKeyword("esac", of: "case"), opening) }
      try parsePatterns(&parts, opening)
      let statements = try parseStatements()
      parts.sections.append(CompoundCommand.Section(role: .body, statements: statements))
      if startsCaseTerminator {
        let length = byte(at: position + 2) == Byte.ampersand ? 3 : 2
        note(.operator, position..<position + length)
        position += length
      } else if keyword() != "esac" {
        try throwUnexpectedUnlessAtEnd()
      }
    }
    takeKeyword("esac")
  }

  private mutating func parsePatterns(
    _ parts: inout Parts, _ opening: Range<Int>
  ) throws(ShellSyntaxError) {
    if current == Byte.openParen { takeOperator() }
    while true {
      skipBlanks()
      guard startsWord else {
        try throwUnexpectedUnlessAtEnd()
        throw failure(.missingKeyword("esac", of: "case"), opening)
      }
      parts.words.append(try parseWord())
      skipBlanks()
      if current == Byte.closeParen { break }
      guard current == Byte.pipe else {
        try throwUnexpectedUnlessAtEnd()
        throw failure(.missingKeyword("esac", of: "case"), opening)
      }
      takeOperator()
    }
    takeOperator()
  }

  private mutating func takeOperator(length: Int = 1) {
    note(.operator, position..<position + length)
    position += length
  }

  // MARK: Functions

  /// `function name [()] body`
  mutating func parseFunction(_ parts: inout Parts) throws(ShellSyntaxError) {
    let keyword = takeKeyword("function")
    skipBlanks()
    guard startsWord else { throw failure(.missingName(of: "function"), keyword) }
    parts.variable = try parseWord().display
    skipBlanks()
    if current == Byte.openParen { try takeParentheses() }
    parts.sections = [try parseBody(after: keyword)]
  }

  /// `name() body`; the cursor stands at the parenthesis.
  mutating func parseFunctionBody(
    name: ShellWord, from start: Int
  ) throws(ShellSyntaxError) -> CompoundCommand {
    let opening = position
    try descend(start..<opening)
    try takeParentheses()
    var parts = Parts()
    parts.variable = name.display
    parts.sections = [try parseBody(after: start..<opening)]
    ascend()
    return try finish(parts, .function, from: start)
  }

  private mutating func takeParentheses() throws(ShellSyntaxError) {
    let opening = position
    position += 1
    skipBlanks()
    guard current == Byte.closeParen else {
      position = opening
      throw unexpectedToken()
    }
    note(.operator, opening..<opening + 1)
    takeOperator()
  }

  private mutating func parseBody(
    after name: Range<Int>
  ) throws(ShellSyntaxError) -> CompoundCommand.Section {
    skipBlanksAndLines()
    guard position < limit else { throw failure(.missingCommand(after: text(name)), name) }
    let isCompound =
      current == Byte.openParen
      || keyword().flatMap { CompoundCommand.Keyword(rawValue: $0) } != nil
    guard isCompound else { throw unexpectedToken() }
    let command = try parseCommand()
    let range = command.range
    let pipeline = Pipeline(
      commands: [command], operators: [], isNegated: false, isTimed: false, range: range)
    let statement = Statement(
      pipelines: [pipeline], connectors: [], isBackground: false, range: range)
    return CompoundCommand.Section(role: .body, statements: [statement])
  }

  // MARK: [[ ]]

  mutating func parseTest(
    _ parts: inout Parts, _ opening: Range<Int>
  ) throws(ShellSyntaxError) {
    takeKeyword("[[")
    var context = WordContext.command
    while true {
      skipBlanksAndLines()
      guard position < limit else {
        throw failure(.unterminated(opening: "[[", closing: "]]"), opening)
      }
      if bytes[position...].prefix(2).elementsEqual("]]".utf8), endsWord(at: position + 2) { break }
      if startsWord || context == .expression {
        let start = position
        let word = try parseWord(context)
        guard position > start else { throw unexpectedToken() }
        context = word.literal == "=~" ? .expression : .command
        parts.words.append(word)
      } else {
        try takeTestOperator()
      }
    }
    takeKeyword("]]")
  }

  private mutating func takeTestOperator() throws(ShellSyntaxError) {
    let isDouble = current == byte(at: position + 1)
    switch current {
    case Byte.openParen, Byte.closeParen, Byte.less, Byte.greater: takeOperator()
    case Byte.ampersand where isDouble, Byte.pipe where isDouble: takeOperator(length: 2)
    default: throw unexpectedToken()
    }
  }
}
