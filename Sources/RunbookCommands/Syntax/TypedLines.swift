import RunbookModel

/// The commands among the lines of a block that no label calls shell, each with the lines that it goes
/// on over; what lies between is output, or prose.
package struct TypedLines: Sendable {
  package let scripts: [ShellScript]
  /// Whether nothing but commands, comments and empty lines is in the block.
  package let isWhole: Bool

  /// Nil when the block begins with something else than a command, or is for another machine than one
  /// with a shell.
  package static func find(in source: ShellSource, _ evidence: CommandEvidence) -> TypedLines? {
    var reader = TypedLineReader(source, evidence)
    return reader.read()
  }
}

private struct TypedLineReader {
  private let source: ShellSource
  private let evidence: CommandEvidence
  private let lines: [Range<Int>]
  private var scripts: [ShellScript] = []
  private var hasTyped = false
  private var others = 0

  /// How many lines a command may have; looking further at each line would take the square of them.
  private static let maximumLength = 128

  init(_ source: ShellSource, _ evidence: CommandEvidence) {
    self.source = source
    self.evidence = evidence
    var lines: [Range<Int>] = []
    var start = 0
    while start < source.bytes.count {
      let end = source.bytes[start...].firstIndex(of: Byte.newline).map { $0 + 1 }
      lines.append(start..<(end ?? source.bytes.count))
      start = lines[lines.count - 1].upperBound
    }
    self.lines = lines
  }

  mutating func read() -> TypedLines? {
    guard beginsWithCommand, !lines.contains(where: { isOfDevice(text(of: $0)) }) else {
      return nil
    }
    var index = 0
    while index < lines.count {
      let text = text(of: lines[index])
      guard let first = text.first, first != Byte.hash else {
        index += 1
        continue
      }
      if let (script, count, isTyped) = command(at: index, text) {
        scripts.append(script)
        hasTyped = hasTyped || isTyped
        index += count
      } else {
        // A block whose first line is no command is of another kind.
        if !hasTyped { return nil }
        others += 1
        index += 1
      }
    }
    return !hasTyped ? nil : TypedLines(scripts: scripts, isWhole: others == 0)
  }

  /// Whether the first line that is no comment is a command. Most blocks are done with here.
  private var beginsWithCommand: Bool {
    for index in lines.indices {
      let text = text(of: lines[index])
      guard let first = text.first, first != Byte.hash else { continue }
      return command(at: index, text) != nil
    }
    return false
  }

  /// The command that starts at a line, over how many lines it goes, and whether it is more than a
  /// preparation for others.
  private func command(at index: Int, _ text: ArraySlice<UInt8>) -> (ShellScript, Int, Bool)? {
    guard let first = text.first, Byte.startsName(first) || first == Byte.slash else { return nil }
    let rest = lines[index...].prefix(Self.maximumLength)
    let count = source.commandLineCount(growing: rest)
    let region = ShellSource(Array(rest.prefix(count)), of: source)
    let script = ShellScript.parse(region)
    guard let command = simple(script, region) else { return nil }
    if evidence.isTyped(command) { return (script, count, true) }
    return script.errors.isEmpty && evidence.isPreparing(command) ? (script, count, false) : nil
  }

  /// The first command. A statement with an error is none: then its text is read without what opens and
  /// closes, only to see what it was meant to be.
  private func simple(_ script: ShellScript, _ region: ShellSource) -> SimpleCommand? {
    guard !script.errors.isEmpty else { return script.simpleCommands.first }
    let words = region.bytes.map { $0.isOne(of: "\"'`()[]{}|&;<>\n") ? Byte.space : $0 }
    let text = String(decoding: words, as: UTF8.self)
    return ShellScript.parse(ShellSource(inline: text, at: 0)).simpleCommands.first
  }

  /// A line without the spaces around it.
  private func text(of line: Range<Int>) -> ArraySlice<UInt8> {
    var text = source.bytes[line].drop { $0 == Byte.space || $0 == Byte.tab }
    while let last = text.last, last <= Byte.space { text = text.dropLast() }
    return text
  }

  /// What only the command line of a switch or router has: `!` between its sections, `configure
  /// terminal`, and a prompt with a mode such as `switch(config-if)#`.
  private func isOfDevice(_ line: ArraySlice<UInt8>) -> Bool {
    if line.count == 1, line.first == Byte.bang { return true }
    let words = line.split(separator: Byte.space, maxSplits: 2).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard let first = words.first else { return false }
    if first.contains("(config") { return true }
    guard words.count > 1 else { return false }
    switch first {
    case "configure", "conf": return ["terminal", "t", "term"].contains(words[1])
    case "interface": return words[1].contains { $0.isNumber }
    case "show":
      return ["running-config", "run", "ip", "vlan", "interface", "interfaces"].contains(words[1])
    case "switchport", "spanning-tree", "channel-group", "set-overload-bit": return true
    case "router": return ["bgp", "ospf", "isis"].contains(words[1])
    default: return false
    }
  }
}
