import RunbookCommands
import RunbookModel

enum CodeNonascii {
  static let rule = Rule(
    "code-nonascii", .error, "a command has typographic or invisible characters",
    rationale: """
      Word processors, wikis and chats turn quotes, hyphens and spaces into characters that look
      right and are something else to a shell: `–force` is no option, and a no-break space is part of
      the word. In real quotes and in comments they are text and stay.
      """,
    passing: [
      Rule.Example("```bash\necho \"“quoted” – text\" '’' # – a comment\n```"),
      Rule.Example("```console\n$ ls\n“output” – here\n```"),
      Rule.Example("```bash\ncat <<EOF\n“text” – here\nEOF\n```"),
      Rule.Example("```bash\necho grün …\n```"),
      Rule.Example("```text\nnodes 1 – 3\n```"),
      Rule.Example("```powershell\naz group show --name “prod”\nGet-Service –Name 'a'\n```"),
      Rule.Example("```bash\ntree\n.\n├── a\n│\u{A0}\u{A0} └── b\n```"),
      Rule.Example("```bash\nrm x\nrm: cannot remove ‘x’: no such file\n```"),
    ],
    failing: [
      Rule.Example("```bash\naws s3 ls ▸—bucket ▸“my bucket” ▸–l 1▸–2\n```"),
      Rule.Example("```console\n$ kubectl get▸\u{A0}pods ▸\u{200B}-A\n```"),
      Rule.Example("```bash\necho ▸‘one’ \"’\" (two ▸“three\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for block in context.draft.blocks {
      for script in block.scripts {
        var characters = script.tokens.flatMap { suspicious(in: $0, context.file.bytes) }
        guard !characters.isEmpty, block.foreign == nil else { continue }
        if block.kind == .powerShell { characters.removeAll(where: \.isPlainInPowerShell) }
        // Programs quote like this in what they print.
        if block.kind != .transcript { characters = commandCharacters(characters, context.file) }
        characters.sort { $0.range.lowerBound < $1.range.lowerBound }
        report(characters, context, &diagnostics)
      }
    }
  }

  /// Those, of the given ones in ascending order, that stand on lines that may be commands.
  private static func commandCharacters(
    _ characters: [Suspicious], _ file: SourceFile
  ) -> [Suspicious] {
    var known: (line: Int, isForeign: Bool) = (-1, false)
    return characters.filter { character in
      let line = file.lines.line(at: character.range.lowerBound)
      if line != known.line {
        let language = ForeignText.ofLine(at: character.range.lowerBound, in: file)
        known = (line, language != nil)
      }
      return !known.isForeign
    }
  }

  private static func report(
    _ characters: [Suspicious], _ context: PageContext, _ diagnostics: inout [Diagnostic]
  ) {
    let bytes = context.file.bytes
    var index = 0
    while index < characters.count {
      let character = characters[index]
      index += 1
      var edits = [character.replacement(in: bytes)]
      if let quote = character.quote {
        edits = []
        if index < characters.count, characters[index].quote == quote,
          isPlain(
            from: character.range.upperBound, to: characters[index].range.lowerBound, quote, bytes)
        {
          let text = String(decoding: [quote], as: UTF8.self)
          edits = [.init(character.range, with: text), .init(characters[index].range, with: text)]
          index += 1
        }
      }
      diagnostics.append(finding(character, edits.compactMap(\.self), context))
    }
  }

  private static func finding(
    _ character: Suspicious, _ edits: [Diagnostic.Fix.Edit], _ context: PageContext
  ) -> Diagnostic {
    let text = edits.first?.text ?? ""
    let title =
      switch text {
      case "": "Take it away"
      case " ": "Write a plain space"
      default: "Write `\(text)`"
      }
    return context.finding(
      rule, at: character.range, "the command has \(character.name)",
      explanation: character.explanation,
      fixes: edits.isEmpty ? [] : [Diagnostic.Fix(title, edits: edits)])
  }

  /// Whether real quotes may be put around some text of a line.
  private static func isPlain(
    from start: Int, to end: Int, _ quote: UInt8, _ bytes: [UInt8]
  ) -> Bool {
    start < end
      && bytes[start..<end].allSatisfy { $0 != quote && $0 != UInt8(ascii: "\n") }
  }

  // MARK: Characters

  private static func suspicious(in token: ShellToken, _ bytes: [UInt8]) -> [Suspicious] {
    switch token.kind {
    case .quote, .heredoc, .comment, .placeholder: return []
    case .text, .escape, .expansion, .keyword, .assignment, .operator, .redirection, .unparsed:
      break
    }
    let isUnparsed = token.kind == .unparsed
    var found: [Suspicious] = []
    var quote: UInt8?
    var index = token.range.lowerBound
    let end = min(token.range.upperBound, bytes.count)
    while index < end {
      let byte = bytes[index]
      // Nobody told what is quoted in a statement with an error: count quotes up to the line end.
      if isUnparsed, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        if quote == nil { quote = byte } else if quote == byte { quote = nil }
      }
      if byte == UInt8(ascii: "\n") { quote = nil }
      if byte >= 0xC2, quote == nil, let character = Suspicious(at: index, in: bytes) {
        found.append(character)
        index = character.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }
}

/// A character that is not what it looks like.
private struct Suspicious {
  let scalar: UInt32
  let range: ByteRange

  init?(at index: Int, in bytes: [UInt8]) {
    guard index + 1 < bytes.count else { return nil }
    if bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
      (scalar, range) = (0xA0, index..<index + 2)
      return
    }
    guard index + 2 < bytes.count, bytes[index] & 0xF0 == 0xE0 else { return nil }
    let value =
      UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
      | UInt32(bytes[index + 2] & 0x3F)
    switch value {
    case 0x2013, 0x2014, 0x2018...0x201F, 0x200B...0x200F, 0x2060, 0x2212, 0xFEFF: break
    default: return nil
    }
    (scalar, range) = (value, index..<index + 3)
  }

  /// The quote that it imitates.
  var quote: UInt8? {
    switch scalar {
    case 0x2018...0x201B: UInt8(ascii: "'")
    case 0x201C...0x201F: UInt8(ascii: "\"")
    default: nil
    }
  }

  /// There typographic quotes quote, and a no-break space is a space.
  var isPlainInPowerShell: Bool { quote != nil || scalar == 0xA0 }

  var name: String {
    switch scalar {
    case 0xA0: "a no-break space (U+00A0)"
    case 0x2013: "an en dash (U+2013)"
    case 0x2014: "an em dash (U+2014)"
    case 0x2212: "a minus sign (U+2212)"
    case 0x2018...0x201F: "a typographic quote (U+\(code))"
    default: "an invisible character (U+\(code))"
    }
  }

  var explanation: String {
    switch scalar {
    case 0xA0: "To a shell it is a letter: the words around it are one."
    case 0x2013, 0x2014, 0x2212: "Options start with a hyphen; to a shell this is a letter."
    case 0x2018...0x201F: "To a shell it quotes nothing and is part of the word."
    default: "A shell takes it for a part of the word, and nobody sees why the word is wrong."
    }
  }

  private var code: String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// What is certainly meant; nil if nobody can tell.
  func replacement(in bytes: [UInt8]) -> Diagnostic.Fix.Edit? {
    switch scalar {
    case 0xA0: return .init(range, with: " ")
    case 0x200B...0x200F, 0x2060, 0xFEFF: return .init(range, with: "")
    case 0x2013, 0x2014, 0x2212:
      guard let next = bytes[range.upperBound...].first, isLetter(next),
        let previous = bytes[..<range.lowerBound].last, previous == UInt8(ascii: " ")
      else { return nil }
      // `–l` was one hyphen, `–force` two; a minus sign was always one.
      let rest = bytes[(range.upperBound + 1)...].first
      let isLong = rest.map { isLetter($0) || $0 == UInt8(ascii: "-") } ?? false
      return isLong && scalar != 0x2212 ? .init(range, with: "--") : nil
    default: return nil
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
