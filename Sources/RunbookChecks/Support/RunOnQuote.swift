import RunbookModel

/// The quotation mark that lacks its second one. After a missing mark each later one opens what it should
/// have closed, so that a shell finds only the last of a block open.
struct RunOnQuote {
  private let bytes: [UInt8]
  /// Of each line of the block, its bytes without the line end.
  private let lines: [ByteRange]

  /// How many commands are tried.
  private static let maximum = 24

  init(_ code: CodeBlock, _ bytes: [UInt8]) {
    self.bytes = bytes
    lines = code.lineOffsets.map { start in
      start..<(bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
    }
  }

  /// - Parameters:
  ///   - error: the mark that a shell finds open.
  ///   - isAlone: whether only the error's own command counts: other lines of a transcript are output.
  /// - Returns: the mark in the first command that is open on its own, while all that follows it is
  ///   closed; nil when there is none.
  func blamed(for error: ByteRange, isAlone: Bool) -> ByteRange? {
    var tried = 0
    for command in commands where lines[command.lowerBound].lowerBound <= error.lowerBound {
      let isOwn = lines[command.upperBound - 1].upperBound >= error.lowerBound
      guard !isAlone || isOwn, let open = openMark(in: command) else { continue }
      tried += 1
      guard tried <= Self.maximum else { return nil }
      guard isAlone || openMark(in: command.upperBound..<lines.count) == nil else { continue }
      let mark = runningOn(in: command) ?? open
      return mark..<mark + 1
    }
    return nil
  }

  /// The lines of the block, those together that a backslash joins.
  private var commands: [Range<Int>] {
    var commands: [Range<Int>] = []
    var start = 0
    for index in lines.indices where index + 1 == lines.count || !isContinued(lines[index]) {
      commands.append(start..<index + 1)
      start = index + 1
    }
    return commands
  }

  private func isContinued(_ line: ByteRange) -> Bool {
    bytes[line].reversed().drop { $0 == 0x0D }.prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  /// The mark that is open at the end of some lines, read on their own.
  private func openMark(in range: Range<Int>) -> Int? {
    lines[range].reduce(nil) { mark(after: $1, $0) }
  }

  /// The mark that is open after a line, given that of the line before.
  private func mark(after line: ByteRange, _ before: Int?) -> Int? {
    var open = before
    var index = line.lowerBound
    while index < line.upperBound {
      let byte = bytes[index]
      if let mark = open {
        if byte == bytes[mark] { open = nil }
        index += byte == UInt8(ascii: "\\") && bytes[mark] == UInt8(ascii: "\"") ? 2 : 1
        continue
      }
      if byte == UInt8(ascii: "#"), startsWord(index, in: line) { break }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { open = index }
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return open
  }

  private func startsWord(_ index: Int, in line: ByteRange) -> Bool {
    index == line.lowerBound || bytes[index - 1] == UInt8(ascii: " ") || bytes[index - 1] == 9
  }

  /// The first mark whose text goes on over a continued line into an option or another mark.
  private func runningOn(in command: Range<Int>) -> Int? {
    var open: Int?
    for index in command.dropLast() {
      open = mark(after: lines[index], open)
      guard let open,
        let next = bytes[lines[index + 1]].first(where: { $0 != UInt8(ascii: " ") && $0 != 9 }),
        next.isOne(of: "-'\"")
      else { continue }
      return open
    }
    return nil
  }
}
