/// Goes through PowerShell text once, from left to right, with a list of what is open. Nothing calls
/// itself, so text cannot make it deep.
struct PowerShellReader {
  /// A command while its words are collected.
  struct Command {
    let name: Range<Int>
    /// Whether the name is a plain word.
    let isLiteral: Bool
    var words: [Range<Int>] = []
    var end: Int
  }

  struct Failure {
    let kind: PowerShellSyntaxError.Kind
    let range: Range<Int>
  }

  /// What may stand at a place.
  enum Mode: Equatable {
    /// A command or an expression.
    case start
    /// A word of the command with this index.
    case command(Int)
    /// An operator or an operand.
    case expression
    /// The name of what is defined: a function, a class.
    case name
    /// The key of a hash table.
    case key
  }

  struct Frame {
    enum Kind {
      case text, parenthesis, block, hash
    }

    let kind: Kind
    /// `(`, `$(`, `@(`, `{`, `@{`
    let opening: Range<Int>
    /// What may stand behind it.
    let outer: Mode
    /// The quotation mark of the string in which it stands.
    var string: Range<Int>?
  }

  let bytes: [UInt8]
  var index = 0
  var mode = Mode.start
  var frames: [Frame] = []
  var commands: [Command] = []
  var errors: [Failure] = []
  /// The first string over several lines with a letter right after it: it was meant to end before.
  var suspect: Range<Int>?
  var comments: [Range<Int>] = []
  var brokenContinuations: [Range<Int>] = []
  var writes: [Range<Int>] = []
  var functions: Set<String> = []
  var hasExpressions = false
  /// Whether the last word is a keyword, whose parenthesis is no list of arguments.
  var isAfterKeyword = false
  var definesFunction = false
  /// The last byte that is neither space nor comment.
  var last: UInt8?
  var openParentheses = 0
  private let stopsAtLineEnd: Bool

  /// - Parameter stopsAtLineEnd: whether to read no more than a prompt would: up to the end of the line
  ///   on which a statement is complete.
  init(_ bytes: [UInt8], stopsAtLineEnd: Bool = false) {
    self.bytes = bytes
    self.stopsAtLineEnd = stopsAtLineEnd
  }

  mutating func read() {
    while index < bytes.count {
      let start = index
      if !step() { return }
      // Every step goes on; a slip must not hang.
      if index <= start { index = start + 1 }
    }
    if let suspect { fail(.unterminated(opening: text(suspect), closing: text(suspect)), suspect) }
    if errors.isEmpty, let open = frames.last {
      fail(.unterminated(opening: text(open.opening), closing: closing(of: open)), open.opening)
    }
  }

  /// Reads one token; false where the reading ends.
  private mutating func step() -> Bool {
    let byte = bytes[index]
    let blank = PowerShellText.blank(in: bytes, at: index)
    if blank > 0 {
      index += blank
      return true
    }
    if PowerShellText.isNewline(byte) { return endLine() }
    if byte == Byte.hash {
      skipComment()
      return true
    }
    if byte == Byte.backtick, continuesLine() { return true }
    defer { last = index > 0 ? bytes[index - 1] : nil }
    if let quote = PowerShellText.quote(in: bytes, at: index) {
      beginWord(index..<index, isLiteral: false)
      return readString(quote)
    }
    switch byte {
    case Byte.openParen: open(.parenthesis, length: 1)
    case Byte.openBrace: open(.block, length: 1)
    case Byte.closeParen: return close(.parenthesis)
    case Byte.closeBrace: return close(.block)
    case Byte.semicolon, Byte.pipe, Byte.ampersand: separate()
    case Byte.comma: index += 1
    case Byte.dollar: return readVariable()
    case Byte.at: return readAt()
    case Byte.less: return readLess()
    case Byte.greater: redirect()
    default: readWord()
    }
    return true
  }

  // MARK: Lines and comments

  private mutating func endLine() -> Bool {
    index += 1
    if let last, last == Byte.pipe || last == Byte.comma { return true }
    if stopsAtLineEnd, frames.isEmpty { return false }
    isAfterKeyword = false
    mode = frames.last?.kind == .hash ? .key : .start
    return true
  }

  private mutating func skipComment() {
    let end = bytes[index...].firstIndex(where: PowerShellText.isNewline) ?? bytes.count
    comments.append(index..<end)
    index = end
  }

  /// A backtick that joins two lines, or was meant to.
  private mutating func continuesLine() -> Bool {
    var end = index + 1
    while end < bytes.count {
      let blank = PowerShellText.blank(in: bytes, at: end)
      if blank == 0 { break }
      end += blank
    }
    guard end < bytes.count, PowerShellText.isNewline(bytes[end]) else { return false }
    if end > index + 1 {
      brokenContinuations.append(index..<index + 1)
      index = end
    } else {
      index = end + (bytes[end...].starts(with: [Byte.carriageReturn, Byte.newline]) ? 2 : 1)
    }
    return true
  }

  private mutating func separate() {
    let byte = bytes[index]
    // `&` before a command calls it, and behind one it starts a job.
    index += 1
    if byte != Byte.semicolon, index < bytes.count, bytes[index] == byte { index += 1 }
    mode = frames.last?.kind == .hash ? .key : .start
  }

  /// `> file`; `2>&1` and `> $null` write none.
  mutating func redirect() {
    let start = index
    while index < bytes.count, bytes[index] == Byte.greater { index += 1 }
    if index + 1 < bytes.count, bytes[index] == Byte.ampersand {
      index += 2
      return
    }
    guard case .command = mode else { return }
    let target = bytes[index...].drop { $0 == Byte.space || $0 == Byte.tab }.prefix(5)
    if String(decoding: target, as: UTF8.self).lowercased() != "$null" {
      writes.append(start..<index)
    }
  }

  // MARK: Openings and closings

  mutating func open(_ kind: Frame.Kind, length: Int, in string: Range<Int>? = nil) {
    let range = index..<index + length
    var inner = kind == .hash ? Mode.key : .start
    if string == nil {
      // `$x.Method(…)` takes expressions.
      let previous = index > 0 ? bytes[index - 1] : Byte.space
      if kind == .parenthesis, length == 1, !isAfterKeyword, mode == .expression,
        Byte.continuesName(previous) || previous == Byte.closeBracket
      {
        inner = .expression
      }
      if kind != .block || mode == .start { beginExpression() }
    }
    if kind == .parenthesis { openParentheses += 1 }
    frames.append(Frame(kind: kind, opening: range, outer: mode, string: string))
    isAfterKeyword = false
    mode = inner
    index += length
  }

  private mutating func close(_ kind: Frame.Kind) -> Bool {
    let range = index..<index + 1
    index += 1
    let closes = { (frame: Frame) in (frame.kind == .parenthesis) == (kind == .parenthesis) }
    // Only where one is open it is looked for, so that the search pays for what it takes away.
    guard openCount(kind) > 0, let match = frames.lastIndex(where: closes) else {
      fail(.unexpected(text(range)), range)
      mode = .start
      return true
    }
    if match + 1 < frames.count, let open = frames.last {
      fail(.unterminated(opening: text(open.opening), closing: closing(of: open)), open.opening)
    }
    for frame in frames[match...] { openParentheses -= frame.kind == .parenthesis ? 1 : 0 }
    let frame = frames[match]
    frames.removeSubrange(match...)
    mode = frame.outer
    if case .command(let command) = mode { commands[command].end = index }
    if let string = frame.string {
      mode = frame.outer
      return readDouble(from: string)
    }
    if mode == .start || mode == .name { mode = kind == .parenthesis ? .expression : .start }
    return true
  }

  private func openCount(_ kind: Frame.Kind) -> Int {
    kind == .parenthesis ? openParentheses : frames.count - openParentheses
  }

  private func closing(of frame: Frame) -> String { frame.kind == .parenthesis ? ")" : "}" }

  mutating func fail(_ kind: PowerShellSyntaxError.Kind, _ range: Range<Int>) {
    // Behind the first error, the others may only follow from it.
    if errors.isEmpty { errors.append(Failure(kind: kind, range: range)) }
  }

  /// A quoted word ends that began at an index.
  mutating func endWord(from start: Int) {
    guard case .command(let command) = mode else { return }
    commands[command].end = index
    let last = commands[command].words.count - 1
    if last >= 0, commands[command].words[last] == start..<start {
      commands[command].words[last] = start..<index
    }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
