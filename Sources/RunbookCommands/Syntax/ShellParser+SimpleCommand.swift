import RunbookModel

extension ShellParser {
  mutating func parseSimpleCommand() throws(ShellSyntaxError) -> ShellCommand {
    let start = position
    var end = start
    var assignments: [Assignment] = []
    var words: [ShellWord] = []
    words.reserveCapacity(6)
    var redirections: [Redirection] = []
    while true {
      skipBlanks()
      guard let byte = current, byte != Byte.hash else { break }
      if let redirection = try parseRedirection() {
        redirections.append(redirection)
      } else if startsWord {
        let allowsArray = words.isEmpty || Self.declares(words[0])
        if allowsArray, let assignment = try parseAssignment(arrayOnly: !words.isEmpty) {
          assignments.append(assignment)
        } else {
          words.append(try parseWord())
        }
      } else if byte == Byte.openParen, words.count == 1, assignments.isEmpty,
        redirections.isEmpty
      {
        return .compound(try parseFunctionBody(name: words[0], from: start))
      } else {
        break
      }
      end = position
    }
    // A parenthesis behind a word is wrong here; behind nothing at all, so is everything.
    if end == start || current == Byte.openParen { throw unexpectedToken() }
    let range = pageRange(start..<end)
    return .simple(
      SimpleCommand(
        assignments: assignments, words: words, redirections: redirections, range: range))
  }

  /// True for the builtins that take `name=(…)` as an argument.
  private static func declares(_ word: ShellWord) -> Bool {
    switch word.literal {
    case "declare", "typeset", "local", "export", "readonly": true
    default: false
    }
  }

  // MARK: Assignments

  /// Reads `name=`, `name+=`, `name[…]=` and what follows, if that is what stands at the cursor.
  private mutating func parseAssignment(
    arrayOnly: Bool
  ) throws(ShellSyntaxError) -> Assignment? {
    guard let first = current, Byte.startsName(first) else { return nil }
    let start = position
    var index = start
    while let byte = byte(at: index), Byte.continuesName(byte) { index += 1 }
    let nameEnd = index
    if byte(at: index) == Byte.openBracket {
      guard let end = endOfSubscript(from: index) else { return nil }
      index = end
    }
    let isAppend = byte(at: index) == Byte.plus
    if isAppend { index += 1 }
    guard byte(at: index) == Byte.equals else { return nil }
    let isArray = byte(at: index + 1) == Byte.openParen
    if arrayOnly && !isArray { return nil }
    position = index + 1
    note(.assignment, start..<position)
    var value: [ShellWord]
    if isArray {
      value = try parseArray()
    } else if startsWord {
      value = [try parseWord()]
    } else {
      value = [ShellWord(pieces: [], range: pageRange(position..<position))]
    }
    return Assignment(
      name: text(start..<nameEnd), nameRange: pageRange(start..<nameEnd), isAppend: isAppend,
      value: value, isArray: isArray, range: pageRange(start..<position))
  }

  /// The index behind the `]` of `name[…]=`; a subscript has no blank and is short.
  private func endOfSubscript(from start: Int) -> Int? {
    var index = start + 1
    while let byte = byte(at: index), index - start < 128 {
      if byte == Byte.closeBracket { return index + 1 }
      if byte == Byte.space || byte == Byte.newline { return nil }
      index += 1
    }
    return nil
  }

  private mutating func parseArray() throws(ShellSyntaxError) -> [ShellWord] {
    let opening = position..<position + 1
    try descend(opening)
    note(.operator, opening)
    position += 1
    var elements: [ShellWord] = []
    while true {
      skipBlanksAndLines()
      if current == Byte.closeParen { break }
      guard startsWord else {
        try throwUnexpectedUnlessAtEnd()
        throw failure(.unterminated(opening: "(", closing: ")"), opening)
      }
      elements.append(try parseWord())
    }
    note(.operator, position..<position + 1)
    position += 1
    ascend()
    return elements
  }

  // MARK: Redirections

  mutating func parseRedirection() throws(ShellSyntaxError) -> Redirection? {
    let start = position
    let descriptorEnd = endOfDescriptor()
    guard let kind = redirectionOperator(at: descriptorEnd, isBare: descriptorEnd == start) else {
      return nil
    }
    let symbol = start..<descriptorEnd + kind.rawValue.utf8.count
    position = symbol.upperBound
    note(.redirection, symbol)
    var heredoc: Int?
    let target: ShellWord
    if kind == .heredoc || kind == .indentedHeredoc {
      let queued = try queueHeredoc(operator: symbol, stripsTabs: kind == .indentedHeredoc)
      heredoc = queued.index
      target = queued.delimiter
    } else {
      skipBlanks()
      guard startsWord, current != Byte.hash else {
        throw failure(.missingRedirectionTarget(operator: text(symbol)), symbol)
      }
      target = try parseWord()
    }
    return Redirection(
      operator: kind, descriptor: text(start..<descriptorEnd), target: target, heredoc: heredoc,
      range: pageRange(start..<position))
  }

  /// The index behind the digits or the `{name}` at the cursor.
  private func endOfDescriptor() -> Int {
    var index = position
    if current == Byte.openBrace {
      index += 1
      while let byte = byte(at: index), Byte.continuesName(byte) { index += 1 }
      return byte(at: index) == Byte.closeBrace && index > position + 1 ? index + 1 : position
    }
    while let byte = byte(at: index), Byte.isDigit(byte), index - position < 10 { index += 1 }
    return index
  }

  private func redirectionOperator(at index: Int, isBare: Bool) -> Redirection.Operator? {
    guard let first = byte(at: index) else { return nil }
    let next = byte(at: index + 1)
    switch first {
    case Byte.ampersand where isBare && next == Byte.greater:
      return byte(at: index + 2) == Byte.greater ? .appendAll : .writeAll
    case Byte.greater:
      switch next {
      case Byte.openParen: return nil
      case Byte.greater: return .append
      case Byte.pipe: return .overwrite
      case Byte.ampersand: return .duplicateOutput
      default: return .write
      }
    case Byte.less:
      return readOperator(at: index, next: next)
    default:
      return nil
    }
  }

  private func readOperator(at index: Int, next: UInt8?) -> Redirection.Operator? {
    switch next {
    case Byte.openParen: return nil
    case Byte.less:
      switch byte(at: index + 2) {
      case Byte.less: return .hereString
      case Byte.minus: return .indentedHeredoc
      default: return .heredoc
      }
    case Byte.ampersand: return .duplicateInput
    case Byte.greater: return .readWrite
    default: return placeholderEnd(at: index, quoting: .none) == nil ? .read : nil
    }
  }
}
