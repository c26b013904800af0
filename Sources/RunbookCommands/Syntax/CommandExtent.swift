extension ShellSource {
  /// How many of the lines make the first statement, as a shell that reads them one by one would find.
  /// If it never ends, the closing is missing and not in the lines below: the command is then its first
  /// line and what a backslash adds.
  ///
  /// - Parameter lines: ranges of `bytes` in ascending order, each with its line end.
  func commandLineCount(_ lines: [Range<Int>]) -> Int {
    if let count = wholeLineCount(lines) { return count }
    var count = 1
    while count < lines.count, endsInBackslash(lines[count - 1]) { count += 1 }
    return count
  }

  /// The same where a command is far shorter than the lines that there are: it looks at one line, then at
  /// twice as many, until the statement ends in them.
  func commandLineCount(growing lines: ArraySlice<Range<Int>>) -> Int {
    var length = 1
    while length < lines.count {
      let some = Array(lines.prefix(length))
      if !endsInBackslash(some[length - 1]), let count = wholeLineCount(some) { return count }
      length *= 2
    }
    return commandLineCount(Array(lines))
  }

  /// Nil if the first statement does not end in these lines.
  private func wholeLineCount(_ lines: [Range<Int>]) -> Int? {
    var parser = ShellParser(ShellSource(lines, of: self))
    guard let end = parser.endOfFirstLine() else { return nil }
    var total = 0
    for (index, range) in lines.enumerated() {
      total += range.count
      if total >= end { return index + 1 }
    }
    return lines.count
  }

  private func endsInBackslash(_ line: Range<Int>) -> Bool {
    let content = bytes[line].reversed()
      .drop { $0 == Byte.newline || $0 == Byte.carriageReturn }
    return content.first == Byte.backslash
  }
}

extension ShellParser {
  /// Reads what an interactive shell takes in before it starts to run: statements up to a line end,
  /// with the here-documents after it. Nil if an error or the end of the text comes first.
  fileprivate mutating func endOfFirstLine() -> Int? {
    do throws(ShellSyntaxError) {
      while true {
        skipBlanks()
        if current == Byte.hash { skipComment() }
        guard position < limit, current != Byte.newline else { break }
        try expectEndOfStatement(try parseStatement())
      }
    } catch {
      return nil
    }
    if position < limit { position += 1 }
    readPendingHeredocs()
    return record.errors.isEmpty ? position : nil
  }
}
