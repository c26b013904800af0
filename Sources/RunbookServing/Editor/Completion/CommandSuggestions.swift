import RunbookChecks
import RunbookCommands
import RunbookModel

/// Programs, verbs, options, their values, and placeholders.
enum CommandSuggestions {
  /// Nil outside blocks that hold commands, and outside the commands of a quick reference.
  static func all(at offset: Int, on page: EditorPage) -> [Suggestion]? {
    guard let typed = typedText(at: offset, on: page) else { return nil }
    if let found = placeholders(typed, offset, page) { return found }
    let words = self.words(typed)
    let word = typed.last.map { $0 == " " || $0 == "\t" } ?? true ? "" : words.last?.display ?? ""
    let before = word.isEmpty ? words[...] : words.dropLast()
    let range = offset - word.utf8.count..<offset
    guard let first = before.first else { return programs(range, page) }
    guard first.literal != nil, let program = page.config.programs.program(for: before) else {
      return []
    }
    let invocation = Binder.bind(before, to: program)
    if let nested = invocation.nested, !nested.words.isEmpty {
      return inside(nested.words, word, range, page)
    }
    if case .command? = verb(of: invocation)?.operands, !word.hasPrefix("-"),
      invocation.operands.isEmpty, invocation.program.root.verbs.isEmpty
    {
      return programs(range, page)
    }
    return suggestions(invocation, word, range)
  }

  private static func inside(
    _ words: ArraySlice<ShellWord>, _ word: String, _ range: ByteRange, _ page: EditorPage
  ) -> [Suggestion] {
    guard let program = page.config.programs.program(for: words) else { return [] }
    return suggestions(Binder.bind(words, to: program), word, range)
  }

  // MARK: - What is typed

  /// The text of the command up to the cursor.
  private static func typedText(at offset: Int, on page: EditorPage) -> String? {
    if let block = page.block(at: offset) {
      guard let first = block.code.lineOffsets.first, offset >= first,
        let line = block.code.lineOffsets.lastIndex(where: { $0 <= offset })
      else { return nil }
      // A command goes on after a backslash.
      var start = line
      while start > 0, isContinued(block.code.lineOffsets[start - 1], page) { start -= 1 }
      let lines = block.code.lineOffsets[start...line].map { lineStart -> String in
        let end =
          lineStart == block.code.lineOffsets[line]
          ? offset : page.text.line(at: lineStart).upperBound
        let text = page.text.string(lineStart..<max(lineStart, end))
        return text.hasSuffix("\\") ? String(text.dropLast()) + " " : text
      }
      return withoutPrompt(lines.joined(), block)
    }
    guard let command = CommandPlace.command(at: offset, on: page) else { return nil }
    return page.text.string(command.range.lowerBound..<offset)
  }

  private static func isContinued(_ lineStart: Int, _ page: EditorPage) -> Bool {
    page.text.string(page.text.line(at: lineStart)).hasSuffix("\\")
  }

  private static func withoutPrompt(_ text: String, _ block: CommandBlock) -> String? {
    guard block.transcript != nil else { return text }
    // Output is no command.
    for prompt in ["$ ", "# ", "> "] where text.hasPrefix(prompt) {
      return String(text.dropFirst(prompt.count))
    }
    return nil
  }

  /// The words of the last command of a text that is not finished.
  private static func words(_ text: String) -> [ShellWord] {
    var start = text.startIndex
    var quote: Character?
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      let next = text.index(after: index)
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if "|;&(`{".contains(character) {
        start = next
      }
      index = next
    }
    // Without the quote that is still open.
    let tail = String(text[start...]) + (quote.map(String.init) ?? "")
    let script = ShellScript.parse(ShellSource(inline: skippingKeywords(tail), at: 0))
    return script.simpleCommands.last?.words ?? []
  }

  private static func skippingKeywords(_ text: String) -> String {
    var rest = text.drop { $0 == " " }
    for keyword in ["if ", "then ", "do ", "else ", "while ", "until ", "! ", "time "]
    where rest.hasPrefix(keyword) {
      rest = rest.dropFirst(keyword.count)
    }
    return String(rest)
  }

  private static func placeholders(
    _ typed: String, _ offset: Int, _ page: EditorPage
  ) -> [Suggestion]? {
    let name = typed.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    guard typed.dropLast(name.count).last == "<" else { return nil }
    let length = String(name).utf8.count
    // An editor may have put the closing bracket there already.
    let isClosed = offset < page.text.bytes.count && page.text.bytes[offset] == UInt8(ascii: ">")
    return page.draft.metadata.inputs.map { input in
      Suggestion(
        input.name.value, .variable, replacing: offset - length..<offset,
        with: input.name.value + (isClosed ? "" : ">"), detail: input.type.rawValue,
        documentation: input.summary)
    }
  }

  // MARK: - What may follow

  private static func programs(_ range: ByteRange, _ page: EditorPage) -> [Suggestion] {
    page.config.programs.names.map { Suggestion($0, .function, replacing: range) }
  }

  private static func verb(of invocation: Invocation) -> Verb? {
    CommandPlace.verb(
      [invocation.program.name] + invocation.verbs.dropFirst().map(\.text), of: invocation.program)
  }

  private static func suggestions(
    _ invocation: Invocation, _ word: String, _ range: ByteRange
  ) -> [Suggestion] {
    guard let verb = verb(of: invocation) else { return [] }
    let path = [invocation.program.name] + invocation.verbs.dropFirst().map(\.text)
    // An option that waits for its value.
    let waiting = invocation.findings.lazy.compactMap { finding -> String? in
      if case .missingValue(let name) = finding.kind { name } else { nil }
    }.first
    if let waiting, let option = option(waiting, path, invocation.program) {
      return choices(of: option, range)
    }
    if word.hasPrefix("-"), let sign = word.firstIndex(of: "=") {
      let value = word[word.index(after: sign)...]
      return option(String(word[..<sign]), path, invocation.program)
        .map { choices(of: $0, range.upperBound - value.utf8.count..<range.upperBound) } ?? []
    }
    var found: [Suggestion] = []
    if !word.hasPrefix("-"), invocation.operands.isEmpty {
      found += verb.verbs.filter { $0.instead == nil && $0.replacement == nil }.compactMap {
        child in
        child.names.first.map {
          Suggestion(
            $0, .method, replacing: range,
            detail: child.effect == .read ? nil : child.effect.rawValue,
            documentation: "```text\n\(Synopsis.excerpt(child, named: path + [$0], limit: 12))\n```"
          )
        }
      }
    }
    if !word.isEmpty && !word.hasPrefix("-") { return found }
    let given = Set(invocation.options.filter { !$0.option.isRepeatable }.flatMap(\.option.names))
    var known: Set<String> = []
    for option in options(path, invocation.program) where given.isDisjoint(with: option.names) {
      guard option.replacement == nil, let name = option.names.last, known.insert(name).inserted
      else {
        continue
      }
      found += option.names.map {
        Suggestion(
          $0, .property, replacing: range, detail: Synopsis.line(option),
          order: ($0.hasPrefix("--") ? "1" : "2") + $0)
      }
    }
    return found
  }

  /// The options of a verb and of all above it, the innermost first.
  private static func options(_ path: [String], _ program: Program) -> [ProgramOption] {
    path.indices.reversed().flatMap { end in
      CommandPlace.verb(Array(path[...end]), of: program)?.options ?? []
    }
  }

  private static func option(
    _ name: String, _ path: [String], _ program: Program
  ) -> ProgramOption? {
    options(path, program).first { $0.names.contains(name) }
  }

  private static func choices(of option: ProgramOption, _ range: ByteRange) -> [Suggestion] {
    let type: ValueType
    switch option.value {
    case .none: return []
    case .required(let wanted), .optional(let wanted, _): type = wanted
    }
    guard case .choice(let words) = type else { return [] }
    return words.map { Suggestion($0, .value, replacing: range) }
  }
}
