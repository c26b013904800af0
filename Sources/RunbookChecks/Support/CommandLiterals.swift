import RunbookCommands
import RunbookModel

extension PageContext {
  /// The stretches of the page's commands that are text as it will run: no comments, no
  /// placeholders, nothing that a program printed.
  var literalRanges: [ByteRange] {
    var ranges: [ByteRange] = []
    func add(_ script: ShellScript) {
      for token in script.tokens where Self.isLiteral(token.kind) { ranges.append(token.range) }
    }
    for block in facts.shellBlocks { block.scripts.forEach(add) }
    for command in facts.quickReferenceCommands { add(command.script) }
    return ranges
  }

  private static func isLiteral(_ kind: ShellToken.Kind) -> Bool {
    switch kind {
    case .text, .quote, .escape, .assignment, .heredoc: true
    case .placeholder, .expansion, .keyword, .operator, .redirection, .comment, .unparsed: false
    }
  }
}

/// Numbers in the bytes of a file.
enum DigitRuns {
  /// The runs of digits in a range.
  static func find(in range: ByteRange, of bytes: [UInt8]) -> [ByteRange] {
    let range = range.clamped(to: 0..<bytes.count)
    var runs: [ByteRange] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, isDigit(bytes[index]) { index += 1 }
      runs.append(start..<index)
    }
    return runs
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension [UInt8] {
  /// The element at an index, if there is one.
  func at(_ index: Int) -> UInt8? { indices.contains(index) ? self[index] : nil }
}
