import RunbookModel

/// A recursive descent parser over bytes. Reading and parsing are one, because in shell what a byte
/// means depends on the construct around it.
///
/// A syntax error is thrown as far as `parseScript`, which records it and goes on at the next line.
/// Text is then read again; `rereadBudget` keeps the sum of that linear in the input.
struct ShellParser {
  /// What parsing finds besides statements. A parser of backtick content takes it over and hands it
  /// back.
  struct Record {
    var errors: [ShellSyntaxError] = []
    var heredocs: [Heredoc] = []
    var comments: [ByteRange] = []
    var opaque: [ByteRange] = []
    var brokenContinuations: [ByteRange] = []
    var cuts: [CommandCut] = []
    var tokens: [ShellToken] = []
    var depth = 0
    var rereadBudget = 0
    /// True once an error can have left a `fi`, `done` or `)` without its opening.
    var hasLeftovers = false

    /// Forgets what was found since the mark, except errors.
    mutating func rollBack(to mark: Mark) {
      heredocs.removeSubrange(min(mark.heredocs, heredocs.count)...)
      comments.removeSubrange(min(mark.comments, comments.count)...)
      opaque.removeSubrange(min(mark.opaque, opaque.count)...)
      brokenContinuations.removeSubrange(
        min(mark.brokenContinuations, brokenContinuations.count)...)
      cuts.removeSubrange(min(mark.cuts, cuts.count)...)
      tokens.removeSubrange(min(mark.tokens, tokens.count)...)
      depth = mark.depth
    }
  }

  struct Mark {
    let heredocs, comments, opaque, brokenContinuations, cuts, tokens, depth: Int

    init(_ record: Record) {
      heredocs = record.heredocs.count
      comments = record.comments.count
      opaque = record.opaque.count
      brokenContinuations = record.brokenContinuations.count
      cuts = record.cuts.count
      tokens = record.tokens.count
      depth = record.depth
    }
  }

  let source: ShellSource
  let bytes: [UInt8]
  var position = 0
  /// Start of the last line that a backslash joined to the one before.
  var joinedLine: Int?
  /// Behind the last token that is no comment: where a statement that ends here ends, the blanks
  /// that were read to see so left out.
  var endOfContent = 0
  /// End of what may be read; less than `bytes.count` inside a here-document or an arithmetic
  /// expansion.
  var limit: Int
  var record = Record()
  /// Here-documents whose body starts behind the next line end.
  var pendingHeredocs: [PendingHeredoc] = []
  /// Here-documents of the statement that is being read, to find their bodies after an error.
  var statementHeredocs: [PendingHeredoc] = []
  /// Where the last expansion of a here-document's body started, for the way back from an error.
  var expansionStart = 0
  var expansionMark: Mark?
  let markup: MarkupNames

  init(_ source: ShellSource) {
    self.source = source
    bytes = source.bytes
    limit = bytes.count
    markup = MarkupNames(bytes)
    record.rereadBudget = 4 * bytes.count + 65_536
    record.tokens.reserveCapacity(bytes.count / 8 + 4)
  }

  // MARK: Script and recovery

  mutating func parseScript() -> [Statement] {
    var statements: [Statement] = []
    while true {
      skipBlanksAndLines()
      guard position < limit else { break }
      let start = position
      let mark = Mark(record)
      statementHeredocs = []
      do throws(ShellSyntaxError) {
        let statement = try parseStatement()
        try expectEndOfStatement(statement)
        statements.append(statement)
      } catch {
        recover(from: error, statementAt: start, mark: mark)
      }
    }
    readPendingHeredocs()
    return statements
  }

  /// Records an error and goes to the line behind the first line of its statement, or, once too much
  /// text has been read twice or was too deep to be meant, behind the line that was reached.
  private mutating func recover(from error: ShellSyntaxError, statementAt start: Int, mark: Mark) {
    if !(record.hasLeftovers && error.mayBeLeftover) { record.errors.append(error) }
    if error.leavesClosings { record.hasLeftovers = true }
    record.rollBack(to: mark)
    limit = bytes.count
    let reached = max(position, start)
    var resume = endOfLogicalLine(from: start)
    if reached > resume { record.rereadBudget -= reached - resume }
    if record.rereadBudget < 0 || error.kind == .nestingTooDeep {
      resume = max(resume, endOfLogicalLine(from: reached))
    }
    note(.unparsed, start..<resume)
    position = resume
    pendingHeredocs = statementHeredocs.filter { $0.operatorStart < resume }
    for index in pendingHeredocs.indices {
      pendingHeredocs[index].index = addHeredoc(pendingHeredocs[index])
    }
  }

  /// The line end at or behind a position; a line that ends in a backslash goes on.
  private func endOfLogicalLine(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      if bytes[end] == Byte.newline {
        let last = end > start && bytes[end - 1] == Byte.carriageReturn ? end - 2 : end - 1
        if last < start || bytes[last] != Byte.backslash { return end }
      }
      end += 1
    }
    return end
  }

  // MARK: Cursor

  var current: UInt8? { position < limit ? bytes[position] : nil }

  func byte(at index: Int) -> UInt8? { index < limit && index >= 0 ? bytes[index] : nil }

  func pageRange(_ range: Range<Int>) -> ByteRange { source.pageRange(range) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func failure(_ kind: ShellSyntaxError.Kind, _ range: Range<Int>) -> ShellSyntaxError {
    ShellSyntaxError(kind: kind, range: pageRange(range))
  }

  mutating func note(_ kind: ShellToken.Kind, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if kind != .comment { endOfContent = range.upperBound }
    record.tokens.append(ShellToken(kind: kind, range: pageRange(range)))
  }

  /// Length of the line end at an index: 1, or 2 for CR LF, or 0.
  func lineEndLength(at index: Int) -> Int {
    guard let byte = byte(at: index) else { return 0 }
    if byte == Byte.newline { return 1 }
    return byte == Byte.carriageReturn && self.byte(at: index + 1) == Byte.newline ? 2 : 0
  }

  func isBlank(at index: Int) -> Bool {
    guard let byte = byte(at: index) else { return false }
    return byte == Byte.space || byte == Byte.tab
      || byte == Byte.carriageReturn && (index + 1 >= limit || lineEndLength(at: index) == 2)
  }

  /// Goes over blanks and over line ends that a backslash hides.
  mutating func skipBlanks() {
    while position < limit {
      if isBlank(at: position) {
        position += 1
      } else if bytes[position] == Byte.backslash, lineEndLength(at: position + 1) > 0 {
        position += 1 + lineEndLength(at: position + 1)
        joinedLine = position
      } else {
        return
      }
    }
  }

  /// Goes over blanks, comments and line ends, reading the here-documents that follow a line end.
  mutating func skipBlanksAndLines() {
    while true {
      skipBlanks()
      if current == Byte.hash {
        skipComment()
      } else if current == Byte.newline {
        position += 1
        readPendingHeredocs()
      } else {
        return
      }
    }
  }

  mutating func skipComment() {
    let start = position
    while let byte = current, byte != Byte.newline { position += 1 }
    let end =
      position > start + 1 && bytes[position - 1] == Byte.carriageReturn ? position - 1 : position
    record.comments.append(pageRange(start..<end))
    if isAfterBackslash(start) { noteCut(from: start, after: endOfContent) }
    note(.comment, start..<end)
  }

  /// Whether the line before, or the words before, end in a backslash.
  private func isAfterBackslash(_ start: Int) -> Bool {
    var before = start
    while before > 0, isBlank(at: before - 1) { before -= 1 }
    var backslash = before
    while backslash > 0, bytes[backslash - 1] == Byte.backslash { backslash -= 1 }
    let isEscaped = before < start && (before - backslash) % 2 == 1
    return before == joinedLine || isEscaped
  }

  /// Notes that a comment ends a command whose author went on in the next line.
  mutating func noteCut(from start: Int, after end: Int) {
    var lineEnd = start
    while let byte = byte(at: lineEnd), byte != Byte.newline { lineEnd += 1 }
    guard goesOn(after: lineEnd) else { return }
    if bytes[lineEnd - 1] == Byte.carriageReturn { lineEnd -= 1 }
    record.cuts.append(
      CommandCut(
        end: pageRange(end..<start).lowerBound, comment: pageRange(start..<lineEnd)))
  }

  /// Whether more than comments stands in the lines right after a place.
  private func goesOn(after place: Int) -> Bool {
    var index = place
    while lineEndLength(at: index) > 0 {
      index += lineEndLength(at: index)
      while isBlank(at: index), lineEndLength(at: index) == 0 { index += 1 }
      guard let byte = byte(at: index), byte != Byte.newline, byte != Byte.carriageReturn else {
        return false
      }
      guard byte == Byte.hash else { return true }
      while let byte = self.byte(at: index), byte != Byte.newline { index += 1 }
    }
    return false
  }

  // MARK: Depth

  /// Goes one level down; whoever does must come back up, unless an error is thrown.
  mutating func descend(_ opening: Range<Int>) throws(ShellSyntaxError) {
    guard record.depth < ShellScript.maximumDepth else { throw failure(.nestingTooDeep, opening) }
    record.depth += 1
  }

  mutating func ascend() { record.depth -= 1 }
}
