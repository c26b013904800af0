import RunbookModel

// Names, words, variables and what begins with a sign, as about_Parsing has them: a word is read as an
// argument behind the name of a command, and as an operand elsewhere.

extension PowerShellReader {
  mutating func beginExpression() {
    switch mode {
    case .start:
      hasExpressions = true
      mode = .expression
    case .name: mode = .expression
    case .command, .expression, .key: break
    }
  }

  /// A word starts that is quoted or comes from a variable.
  mutating func beginWord(_ range: Range<Int>, isLiteral: Bool) {
    switch mode {
    case .command(let command): commands[command].words.append(range)
    case .start, .name: beginExpression()
    case .expression, .key: break
    }
  }

  mutating func readVariable() -> Bool {
    let start = index
    if index + 1 < bytes.count {
      switch bytes[index + 1] {
      case Byte.openParen:
        open(.parenthesis, length: 2)
        return true
      case Byte.openBrace:
        if let end = bracedEnd(index + 2) {
          index = end
          beginWord(start..<end, isLiteral: false)
          return true
        }
      default: break
      }
    }
    if case .command = mode {
      readWord()
      return true
    }
    index += 1
    while index < bytes.count, isVariableByte(bytes[index]) { index += 1 }
    if index == start + 1, index < bytes.count, bytes[index].isOne(of: "$?^") { index += 1 }
    beginWord(start..<index, isLiteral: false)
    return true
  }

  private func isVariableByte(_ byte: UInt8) -> Bool {
    Byte.continuesName(byte) || byte == Byte.colon || byte >= 0xC3 && byte != 0xE2
      || (0x80...0xBF).contains(byte)
  }

  /// The index behind the brace that closes `${`. Names are short.
  func bracedEnd(_ start: Int) -> Int? {
    bytes[min(start, bytes.count)...].prefix(256).firstIndex(of: Byte.closeBrace).map { $0 + 1 }
  }

  mutating func readAt() -> Bool {
    guard index + 1 < bytes.count else {
      readWord()
      return true
    }
    switch bytes[index + 1] {
    case Byte.openParen: open(.parenthesis, length: 2)
    case Byte.openBrace: open(.hash, length: 2)
    default:
      if let quote = PowerShellText.quote(in: bytes, at: index + 1) {
        beginWord(index..<index, isLiteral: false)
        return readHereString(quote)
      }
      readWord()
    }
    return true
  }

  /// `<#` of a comment, or a placeholder.
  mutating func readLess() -> Bool {
    if index + 1 < bytes.count, bytes[index + 1] == Byte.hash {
      let start = index
      var end = index + 2
      while end + 1 < bytes.count, bytes[end] != Byte.hash || bytes[end + 1] != Byte.greater {
        end += 1
      }
      guard end + 1 < bytes.count else {
        fail(.unterminated(opening: "<#", closing: "#>"), start..<start + 2)
        index = bytes.count
        return false
      }
      index = end + 2
      comments.append(start..<index)
      return true
    }
    readWord()
    return true
  }

  /// The index behind a placeholder that starts at an index. PowerShell keeps `<` for later, so that
  /// more may stand in one than in shell: `<the node's name>`.
  private func placeholderEnd(_ start: Int) -> Int? {
    guard start + 2 < bytes.count, Byte.isLetter(bytes[start + 1]) else { return nil }
    let line = bytes[(start + 1)...].prefix(80)
    let end = line.firstIndex { $0 == Byte.greater || $0 == Byte.less || $0 == Byte.newline }
    return end.flatMap { bytes[$0] == Byte.greater ? $0 + 1 : nil }
  }

  mutating func readWord() {
    let start = index
    if mode == .start, beginsExpression(start) { beginExpression() }
    if mode == .expression || mode == .key {
      readOperand()
      return
    }
    if isDescriptor(start) {
      index = start + 1
      redirect()
      return
    }
    while index < bytes.count, !endsWord(index) {
      if bytes[index] == Byte.less, let end = placeholderEnd(index) {
        index = end
      } else {
        index += bytes[index] == Byte.backtick ? 2 : 1
      }
    }
    index = min(max(index, start + 1), bytes.count)
    take(start..<index)
  }

  private func endsWord(_ index: Int) -> Bool {
    let byte = bytes[index]
    switch byte {
    case Byte.openParen, Byte.closeParen, Byte.openBrace, Byte.closeBrace, Byte.comma,
      Byte.semicolon,
      Byte.pipe, Byte.ampersand:
      return true
    case Byte.backtick:
      return index + 1 >= bytes.count || PowerShellText.isNewline(bytes[index + 1])
    case Byte.dollar:
      return index + 1 < bytes.count && bytes[index + 1] == Byte.openParen
    default:
      return PowerShellText.isNewline(byte) || PowerShellText.blank(in: bytes, at: index) > 0
        || PowerShellText.quote(in: bytes, at: index) != nil
    }
  }

  /// The `2` of `2>&1`.
  private func isDescriptor(_ start: Int) -> Bool {
    start + 1 < bytes.count && bytes[start + 1] == Byte.greater
      && bytes[start].isOne(of: "123456*")
  }

  /// Whether what starts here is no name of a command: `[type]`, `-not`, `!`, a number.
  private func beginsExpression(_ start: Int) -> Bool {
    switch bytes[start] {
    case Byte.openBracket, Byte.closeBracket, Byte.bang, Byte.minus, Byte.plus, Byte.equals:
      return true
    case Byte.dot: return last == Byte.closeBrace
    case 0x30...0x39:
      let next = bytes[start...].drop { Byte.isDigit($0) || $0 == Byte.dot }.first
      return next.map { !Byte.isLetter($0) } ?? true
    default: return false
    }
  }

  /// A name, a number or an operator of an expression, or the key of a hash table.
  private mutating func readOperand() {
    let start = index
    if bytes[index] == Byte.less, let end = placeholderEnd(index) {
      index = end
      return
    }
    if bytes[index] == Byte.backtick { index += 1 }
    while index < bytes.count,
      Byte.continuesName(bytes[index]) || bytes[index] >= 0xC3 && bytes[index] != 0xE2
    {
      index += 1
    }
    if index == start {
      if bytes[index] == Byte.equals, index + 1 >= bytes.count || bytes[index + 1] != Byte.equals {
        mode = .start
      }
      index += 1
      return
    }
    guard mode == .expression else { return }
    if bytes[start..<index].elementsEqual("in".utf8) { mode = .start }
    // `} else`
    if last == Byte.closeBrace, PowerShellKeyword(rawValue: text(start..<index).lowercased()) != nil
    {
      mode = .start
      begin(start..<index)
    }
  }

  private mutating func take(_ word: Range<Int>) {
    switch mode {
    case .command(let command):
      commands[command].words.append(word)
      commands[command].end = word.upperBound
      if bytes[word].elementsEqual("--%".utf8) { skipVerbatim() }
    case .name:
      if definesFunction {
        let name = text(word).lowercased()
        functions.insert(name.split(separator: ":").last.map(String.init) ?? name)
      }
      definesFunction = false
      mode = .expression
      isAfterKeyword = true
    case .start: begin(word)
    case .expression, .key: break
    }
  }

  /// `--%` hands the rest of the line over as it is, up to a pipe.
  private mutating func skipVerbatim() {
    while index < bytes.count, !PowerShellText.isNewline(bytes[index]), bytes[index] != Byte.pipe {
      index += 1
    }
  }

  private mutating func begin(_ word: Range<Int>) {
    let name = text(word).lowercased()
    let isPiped = last == Byte.pipe
    if let keyword = PowerShellKeyword(rawValue: name), !isPiped {
      hasExpressions = true
      switch keyword.kind {
      case .statement: mode = .start
      case .condition:
        mode = .expression
        isAfterKeyword = true
      case .definition:
        mode = .name
        definesFunction = keyword == .function || keyword == .filter
      }
      return
    }
    // `.` runs a script, and behind it stands its name.
    if word.count == 1, bytes[word.lowerBound] == Byte.dot { return }
    commands.append(Command(name: word, isLiteral: true, end: word.upperBound))
    mode = .command(commands.count - 1)
  }
}
