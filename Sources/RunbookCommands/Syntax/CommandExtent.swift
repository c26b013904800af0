extension ShellSource {
  /// How many of the lines make the first statement, as a shell that reads them one by one would find.
  /// If it never ends, the closing is missing and not in the lines below: the command is then its first
  /// line and what a backslash adds.
  ///
  /// - Parameter lines: ranges of `bytes` in ascending order, each with its line end.
  func commandLineCount(_ lines: [Range<Int>]) -> Int {
    var parser = ShellParser(ShellSource(lines, of: self))
    if let end = parser.endOfFirstLine() {
      var total = 0
      for (index, range) in lines.enumerated() {
        total += range.count
        if total >= end { return index + 1 }
      }
      return lines.count
    }
    var count = 1
    while count < lines.count, endsInBackslash(lines[count - 1]) { count += 1 }
    return count
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
