import RunbookModel

/// A here-document whose operator has been read and whose body has not.
struct PendingHeredoc {
  let operatorStart: Int
  let `operator`: Range<Int>
  let delimiter: [UInt8]
  let isQuoted: Bool
  let stripsTabs: Bool
  /// Into the record's here-documents.
  var index = 0
}

extension ShellParser {
  /// Reserves a place for a here-document of which the body is still to come.
  mutating func addHeredoc(_ pending: PendingHeredoc) -> Int {
    let range = pageRange(pending.operator)
    record.heredocs.append(
      heredoc(pending, body: ShellWord(pieces: [], range: range.upperBound..<range.upperBound)))
    return record.heredocs.count - 1
  }

  /// Reads the delimiter behind `<<` and queues the here-document. The delimiter knows quotes and no
  /// expansion (POSIX XCU 2.7.4).
  mutating func queueHeredoc(
    operator symbol: Range<Int>, stripsTabs: Bool
  ) throws(ShellSyntaxError) -> (index: Int, delimiter: ShellWord) {
    skipBlanks()
    let start = position
    var delimiter: [UInt8] = []
    var isQuoted = false
    while let byte = current, !endsWord(at: position) {
      position += 1
      switch byte {
      case Byte.backslash:
        isQuoted = true
        if let next = current, next != Byte.newline {
          delimiter.append(next)
          position += 1
        }
      case Byte.singleQuote, Byte.doubleQuote:
        isQuoted = true
        delimiter += try quotedDelimiter(byte)
      default: delimiter.append(byte)
      }
    }
    guard position > start else {
      throw failure(.missingRedirectionTarget(operator: text(symbol)), symbol)
    }
    var pending = PendingHeredoc(
      operatorStart: symbol.lowerBound, operator: symbol.lowerBound..<position,
      delimiter: delimiter, isQuoted: isQuoted, stripsTabs: stripsTabs)
    pending.index = addHeredoc(pending)
    pendingHeredocs.append(pending)
    statementHeredocs.append(pending)
    note(.heredoc, start..<position)
    let value = String(decoding: delimiter, as: UTF8.self)
    let range = pageRange(start..<position)
    let piece = WordPiece(.text(value), quoting: isQuoted ? .single : .none, range: range)
    return (pending.index, ShellWord(pieces: [piece], range: range))
  }

  private mutating func quotedDelimiter(
    _ quote: UInt8
  ) throws(ShellSyntaxError) -> ArraySlice<UInt8> {
    let start = position
    guard let end = bytes[start..<limit].firstIndex(of: quote) else {
      position = limit
      let mark = quote == Byte.singleQuote ? "'" : "\""
      throw failure(.unterminated(opening: mark, closing: mark), start - 1..<start)
    }
    position = end + 1
    return bytes[start..<end]
  }

  /// Reads the bodies that follow the line end before the cursor.
  mutating func readPendingHeredocs() {
    let queue = pendingHeredocs
    pendingHeredocs = []
    for pending in queue { readBody(of: pending) }
  }

  private mutating func readBody(of pending: PendingHeredoc) {
    let start = position
    var lineStart = start
    var end: Int?
    while lineStart < limit {
      let lineEnd = bytes[lineStart..<limit].firstIndex(of: Byte.newline) ?? limit
      var line = bytes[lineStart..<lineEnd]
      if line.last == Byte.carriageReturn { line = line.dropLast() }
      if pending.stripsTabs { line = line.drop { $0 == Byte.tab } }
      if line.elementsEqual(pending.delimiter) {
        end = lineStart
        position = min(lineEnd + 1, limit)
        break
      }
      lineStart = lineEnd + 1
    }
    let bodyEnd = end ?? limit
    if end == nil {
      position = limit
      let delimiter = String(decoding: pending.delimiter, as: UTF8.self)
      record.errors.append(
        failure(.unterminatedHeredoc(delimiter: delimiter), pending.operator))
    }
    let resume = position
    let pieces = bodyPieces(start..<bodyEnd, isQuoted: pending.isQuoted)
    position = resume
    if end != nil { noteDelimiterLine(from: bodyEnd, to: resume) }
    if pending.index < record.heredocs.count {
      let word = ShellWord(pieces: pieces, range: pageRange(start..<bodyEnd))
      record.heredocs[pending.index] = heredoc(
        pending, body: word, endings: endings(of: pending, in: start..<bodyEnd))
    }
  }

  /// A shell looks for the delimiter before it looks for anything else. Inside `$(…)` bash ends the
  /// body even at a line that only starts with it, if a `)` follows.
  private func endings(of pending: PendingHeredoc, in body: Range<Int>) -> [Int: String] {
    var endings: [Int: String] = [:]
    var rest = pending.delimiter[...]
    var isStart = true
    var index = body.lowerBound
    var isOpen = true
    while index < body.upperBound {
      let byte = bytes[index]
      if !pending.isQuoted, byte == Byte.backslash, lineEndLength(at: index + 1) > 0 {
        index += 1 + lineEndLength(at: index + 1)
        continue
      }
      if byte == Byte.newline {
        (rest, isStart, isOpen) = (pending.delimiter[...], true, true)
      } else if isOpen, isStart, pending.stripsTabs, byte == Byte.tab {
        // Leading tabs go before the line is compared.
      } else if isOpen {
        isStart = false
        if PlaceholderToken.end(in: bytes, at: index, limit: body.upperBound) != nil {
          endings[pageRange(index..<index + 1).lowerBound] = String(decoding: rest, as: UTF8.self)
          isOpen = false
        } else if let next = rest.first {
          isOpen = byte == next
          rest = rest.dropFirst()
        }
      }
      index += 1
    }
    return endings
  }

  private mutating func noteDelimiterLine(from start: Int, to end: Int) {
    var end = end
    while end > start, bytes[end - 1] == Byte.newline || bytes[end - 1] == Byte.carriageReturn {
      end -= 1
    }
    note(.heredoc, start..<end)
  }

  private func heredoc(
    _ pending: PendingHeredoc, body: ShellWord, endings: [Int: String] = [:]
  ) -> Heredoc {
    Heredoc(
      delimiter: String(decoding: pending.delimiter, as: UTF8.self), isQuoted: pending.isQuoted,
      stripsTabs: pending.stripsTabs, body: body, endings: endings)
  }

  /// Pieces of a body. A shell looks at what a body holds only when it runs, so what does not parse
  /// is text here and no error.
  private mutating func bodyPieces(_ range: Range<Int>, isQuoted: Bool) -> [WordPiece] {
    let outer = (limit: limit, pending: pendingHeredocs)
    (limit, position, pendingHeredocs) = (range.upperBound, range.lowerBound, [])
    defer { (limit, pendingHeredocs) = outer }
    var pieces: [WordPiece] = []
    if isQuoted {
      parseVerbatim(&pieces, until: limit, quoting: .heredoc)
      return pieces
    }
    while position < limit {
      let start = position
      let mark = Mark(record)
      do throws(ShellSyntaxError) {
        try parseExpandable(&pieces, quoting: .heredoc)
      } catch {
        // The pieces before the expansion that failed are in place; its `$` or backtick is text.
        let opening = expansionStart
        record.rollBack(to: expansionMark ?? mark)
        limit = range.upperBound
        record.rereadBudget -= max(0, position - opening)
        position = max(opening, start)
        let end = record.rereadBudget < 0 ? limit : position + 1
        parseVerbatim(&pieces, until: end, quoting: .heredoc)
      }
    }
    return pieces
  }
}
