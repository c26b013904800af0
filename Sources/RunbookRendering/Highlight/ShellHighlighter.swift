import RunbookChecks
import RunbookCommands
import RunbookModel

/// Paints a shell block from the scripts that the checks have read; nothing is lexed here.
struct ShellHighlighter {
  private var paint: CodePaint
  private var map: LineMap

  static func paint(_ block: CommandBlock) -> CodePaint {
    let text = Array(block.code.text.utf8)
    var highlighter = ShellHighlighter(
      paint: CodePaint(text), map: LineMap(text, lineOffsets: block.code.lineOffsets))
    if let transcript = block.transcript {
      highlighter.add(transcript)
    } else {
      for script in block.scripts { highlighter.add(script) }
    }
    for command in block.commands { highlighter.add(command) }
    for place in block.values where !ShellPlaceholders.printed.contains(place.name) {
      highlighter.paint.addPlaceholder(highlighter.map.text(place.range), PlaceholderMark(place))
    }
    highlighter.paint.addUnread()
    return highlighter.paint
  }

  private mutating func add(_ script: ShellScript) {
    for token in script.tokens {
      if let style = Self.style(of: token.kind) { paint.paint(map.text(token.range), style) }
    }
    addCommands(of: script)
  }

  private static func style(of kind: ShellToken.Kind) -> CodeStyle? {
    switch kind {
    case .text, .placeholder, .unparsed: nil
    case .quote, .escape, .heredoc: .string
    case .expansion, .assignment: .variable
    case .keyword: .keyword
    case .operator, .redirection: .operator
    case .comment: .comment
    }
  }

  private mutating func add(_ command: BoundCommand) {
    if let invocation = command.invocation {
      for verb in invocation.verbs { paint.underpaint(map.text(verb.range), .program) }
    } else if let name = command.words.first {
      paint.underpaint(map.text(name.range), .program)
    }
    for word in command.words.dropFirst() {
      guard let first = word.pieces.first, first.quoting == .none,
        case .text(let text) = first.kind,
        text.utf8.first == UInt8(ascii: "-"), text.utf8.count > 1
      else { continue }
      if text == "--" { break }
      let name = text.utf8.prefix { $0 != UInt8(ascii: "=") }.count
      let start = map.text(word.range.lowerBound)
      paint.underpaint(start..<start + name, .option)
    }
  }
}

// MARK: What is copied

extension ShellHighlighter {
  /// What is pasted as one: statements that share a line, with the here-documents behind it. Text
  /// that does not parse is a command all the same; a copy must not lose it.
  private mutating func addCommands(of script: ShellScript) {
    var ranges = script.statements.map { map.text($0.range) }
    for token in script.tokens where token.kind == .unparsed {
      ranges.append(map.text(token.range))
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var groups: [Range<Int>] = []
    for range in ranges {
      if let last = groups.last, isOneLine(last.upperBound, range.lowerBound) {
        groups[groups.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        groups.append(range)
      }
    }
    extend(&groups, over: script.heredocs)
    for group in groups { paint.parts.append(.init(kind: .command, range: group)) }
  }

  /// A body belongs to the last command that starts before it. Both lists are in order, so the search
  /// goes on from the command before.
  private mutating func extend(_ groups: inout [Range<Int>], over heredocs: [Heredoc]) {
    guard !groups.isEmpty else { return }
    var index = 0
    for heredoc in heredocs {
      let body = map.text(heredoc.body.range)
      while index + 1 < groups.count, groups[index + 1].lowerBound < body.lowerBound { index += 1 }
      while index > 0, groups[index].lowerBound >= body.lowerBound { index -= 1 }
      guard groups[index].lowerBound < body.lowerBound else { continue }
      let end = endOfLine(body.upperBound)
      groups[index] = groups[index].lowerBound..<max(groups[index].upperBound, end)
    }
  }

  private func isOneLine(_ start: Int, _ end: Int) -> Bool {
    start >= end || !paint.text[start..<end].contains(UInt8(ascii: "\n"))
  }

  private func endOfLine(_ index: Int) -> Int {
    paint.text[min(index, paint.text.count)...].firstIndex(of: UInt8(ascii: "\n"))
      ?? paint.text.count
  }

  private mutating func add(_ transcript: Transcript) {
    addOutput(transcript.preamble)
    for entry in transcript.entries {
      paint.parts.append(.init(kind: .prompt, range: withBlank(map.text(entry.prompt))))
      for prompt in entry.continuationPrompts {
        paint.details.append(.init(kind: .prompt, range: map.text(prompt)))
      }
      if entry.isForeign {
        addForeign(entry.command)
      } else {
        add(entry.script)
      }
      addOutput(entry.output)
    }
  }

  private func withBlank(_ range: Range<Int>) -> Range<Int> {
    guard range.upperBound < paint.text.count,
      [UInt8(ascii: " "), UInt8(ascii: "\t")].contains(paint.text[range.upperBound])
    else { return range }
    return range.lowerBound..<range.upperBound + 1
  }

  /// A command of another shell, which is one whole.
  private mutating func addForeign(_ command: ShellSource) {
    var range = map.text(command.pageRange(0..<command.bytes.count))
    while let last = range.last, paint.text[last] == UInt8(ascii: "\n") { range.removeLast() }
    paint.parts.append(.init(kind: .command, range: range))
  }

  private mutating func addOutput(_ lines: [ByteRange]) {
    guard let first = lines.first, let last = lines.last else { return }
    let lower = map.text(first.lowerBound)
    let range = lower..<max(lower, map.text(last).upperBound)
    guard !range.isEmpty else { return }
    paint.parts.append(.init(kind: .output, range: range))
  }
}
