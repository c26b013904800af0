import RunbookModel

enum ForeignMarkup {
  static let rule = Rule(
    "foreign-markup", .warning, "markup of another tool is published as text",
    rationale: """
      Marks (`==text==`), a table of contents (`[TOC]`), abbreviations (`*[SLA]: …`), definition lists,
      superscripts (`x^2^`), subscripts (`H~2~O`), keys (`++ctrl+c++`) and what Confluence and Jira are
      written in (`h2. Title`, `{code}`) are extensions that GitHub and this wiki do not have: readers see the
      characters. Write bold text, a list or plain words; this wiki makes a table of contents by itself.
      Names of emoji (`:warning:`) become pictures on GitHub only; write the character itself.
      """,
    passing: [
      Rule.Example(
        "If a == b and c==d, `==x==`, === x ===, [toc tool], ==, a^b, 2^10^ no\n\nTitle\n===\n\nx"),
      Rule.Example(
        "C++ and g++, i++ ++i, ~5 and ~6, 10:30:45, a:b:c, `:warning:`, {code}, std::x::y"),
      Rule.Example("A ratio\n:5 and text: more\n\n[TOC](toc.md)"),
    ],
    failing: [
      Rule.Example("This is ▸==important== and ==more=="),
      Rule.Example("▸[TOC]\n\n[[_TOC_]]"),
      Rule.Example("▸*[SLA]: Service level agreement"),
      Rule.Example("RTO\n▸: Time until it is back."),
      Rule.Example("10 m▸^2^"),
      Rule.Example("See:\n\n▸[[_TOC_]]"),
      Rule.Example("H▸~2~O, press ▸++ctrl+c++"),
      Rule.Example("▸:warning: Careful. :white_check_mark: Done."),
      Rule.Example("▸h2. Restart\n\n{code:bash}\nls\n{code}"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var places: [Kind: [ByteRange]] = [:]
    func add(_ kind: Kind, _ found: [ByteRange]) {
      if !found.isEmpty { places[kind, default: []] += found }
    }
    for text in context.plainText where text.holds(starts) {
      add(.mark, marks(text))
      add(.superscript, superscripts(text))
      add(.contents, contents(text, context.file))
      add(.keys, keys(text))
      add(.emoji, emoji(text))
      for (index, start) in text.lineStarts.enumerated() {
        guard let first = text[start], first.isOne(of: ":{*") else { continue }
        let line = text.line(from: start)
        switch first {
        case UInt8(ascii: ":") where index > 0 && text[start + 1] == UInt8(ascii: " "):
          places[.definition, default: []].append(line)
        case UInt8(ascii: "{"):
          if isMacro(text.text(line)) { add(.confluence, [line]) }
        case UInt8(ascii: "*") where isAbbreviation(text.text(line)):
          places[.abbreviation, default: []].append(line)
        default: break
        }
      }
    }
    for entry in context.outline.prose {
      add(.lowered, subscripts(entry.value, context.file))
      if isConfluenceHeading(entry.range, context.file.bytes) {
        places[.confluence, default: []].append(entry.range.lowerBound..<entry.range.lowerBound + 3)
      }
    }
    for kind in Kind.allCases {
      let finding = context.finding(
        rule, atEach: (places[kind] ?? []).sorted { $0.lowerBound < $1.lowerBound },
        "\(kind.name) is published as text",
        explanation: (kind == .emoji || kind == .lowered
          ? "" : "GitHub and this wiki show the characters themselves. ") + kind.remedy)
      if let finding { diagnostics.append(finding) }
    }
  }

  private static let starts = ASCIISet("=[*:^+{")

  private enum Kind: CaseIterable {
    case mark, contents, abbreviation, definition, superscript, lowered, keys, emoji, confluence

    var name: String {
      switch self {
      case .mark: "a mark (`==text==`)"
      case .contents: "the place of a table of contents"
      case .abbreviation: "an abbreviation (`*[X]: …`)"
      case .definition: "a definition (`: …`)"
      case .superscript: "a superscript (`^…^`)"
      case .lowered: "a subscript (`~…~`)"
      case .keys: "an insertion or a key (`++…++`)"
      case .emoji: "the name of an emoji (`:…:`)"
      case .confluence: "markup of Confluence or Jira"
      }
    }

    var remedy: String {
      switch self {
      case .mark: "Write `**text**`."
      case .contents: "Remove it: both make a table of contents by themselves."
      case .abbreviation: "Explain the word where it first appears."
      case .definition: "Write a list: `- **term**: what it means`."
      case .superscript: "Write the character (`²`), or words."
      case .lowered: "One `~` strikes text out. Write the character (`₂`), or words."
      case .keys: "Write `**text**`, and keys as code: `` `Ctrl+C` ``."
      case .emoji: "GitHub draws it, this wiki does not. Write the character itself."
      case .confluence: "Write `## Title`, and fences of three backticks."
      }
    }
  }

  private static func marks(_ text: MaskedProse) -> [ByteRange] {
    let equals = UInt8(ascii: "=")
    let offsets = text.offsets(of: "==").filter {
      text[$0 - 1] != equals && text[$0 + 2] != equals
    }
    var found: [ByteRange] = []
    var index = 0
    while index + 1 < offsets.count {
      let (open, close) = (offsets[index], offsets[index + 1])
      let isOpening = text[open - 1].map { $0.isOne(of: " \n(*_>\"") } ?? true
      let isClosing = text[close + 2].map { $0.isOne(of: " \n.,;:!?)*_\"") } ?? true
      let inner = text.text(open + 2..<close)
      guard isOpening, isClosing, let first = inner.first, let last = inner.last,
        !first.isWhitespace, !last.isWhitespace, inner.contains(where: \.isLetter),
        !inner.contains("\n")
      else {
        index += 1
        continue
      }
      found.append(open..<close + 2)
      index += 2
    }
    return found
  }

  private static func superscripts(_ text: MaskedProse) -> [ByteRange] {
    let offsets = text.offsets(of: "^")
    return zip(offsets, offsets.dropFirst()).compactMap { open, close in
      guard close - open > 1, close - open <= 4, text[open - 1]?.isLetter == true,
        text[close + 1].map({ !$0.isAlphanumeric && $0 != UInt8(ascii: "^") }) ?? true,
        (open + 1..<close).allSatisfy({ text[$0]?.isAlphanumeric == true })
      else { return nil }
      return open..<close + 1
    }
  }

  private static func contents(_ text: MaskedProse, _ file: SourceFile) -> [ByteRange] {
    text.pairs.compactMap { pair in
      let range = pair.open..<pair.close + 1
      let written = file.text(range)
      guard written == "[TOC]" || written.lowercased() == "[[_toc_]]" || written == "[[toc]]",
        text[range.upperBound].map({ !$0.isOne(of: "([:") }) ?? true,
        !text.followsWord(pair.open), text[pair.open - 1] != UInt8(ascii: "[")
      else { return nil }
      return range
    }
  }

  /// `H~2~O`, which Markdown strikes out.
  private static func subscripts(_ content: [Inline], _ file: SourceFile) -> [ByteRange] {
    content.flatMap { inline -> [ByteRange] in
      guard case .strikethrough(let inner) = inline.kind, let first = inner.first,
        first.range.lowerBound == inline.range.lowerBound + 1
      else { return [] }
      let around = [inline.range.lowerBound - 1, inline.range.upperBound].map {
        file.bytes.indices.contains($0) && file.bytes[$0].isAlphanumeric
      }
      return around.allSatisfy(\.self) ? [inline.range] : []
    }
  }

  /// `++text++` and `++ctrl+c++`.
  private static func keys(_ text: MaskedProse) -> [ByteRange] {
    let offsets = text.offsets(of: "++")
    return zip(offsets, offsets.dropFirst()).compactMap { open, close in
      guard text[open - 1].map({ $0.isOne(of: " \n(") }) ?? true,
        text[close + 2].map({ $0.isOne(of: " \n.,;:!?)") }) ?? true,
        text[open + 2]?.isAlphanumeric == true, text[close - 1]?.isAlphanumeric == true,
        close - open < 60, (open..<close).allSatisfy({ text[$0] != UInt8(ascii: "\n") })
      else { return nil }
      return open..<close + 2
    }
  }

  /// `:name:` of a well-known emoji, and the icons of MkDocs Material.
  private static func emoji(_ text: MaskedProse) -> [ByteRange] {
    let offsets = text.offsets(of: ":")
    return zip(offsets, offsets.dropFirst()).compactMap { open, close in
      guard close - open > 1, close - open < 60,
        text[open - 1].map({ !$0.isAlphanumeric && $0 != UInt8(ascii: ":") }) ?? true,
        text[close + 1].map({ !$0.isAlphanumeric && $0 != UInt8(ascii: ":") }) ?? true
      else { return nil }
      let name = text.text(open + 1..<close)
      let isIcon = ["material-", "fontawesome-", "octicons-", "simple-"].contains(
        where: name.hasPrefix)
      guard EmojiNames.common.contains(name) || isIcon && !name.contains(" ") else { return nil }
      return open..<close + 1
    }
  }

  private static let macros: Set = [
    "code", "noformat", "panel", "info", "note", "warning", "tip", "quote", "toc", "expand",
  ]

  /// `h2. Title`
  private static func isConfluenceHeading(_ range: ByteRange, _ bytes: [UInt8]) -> Bool {
    guard range.count > 4, range.upperBound <= bytes.count,
      bytes[range.lowerBound] == UInt8(ascii: "h")
    else { return false }
    let start = range.lowerBound
    return (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(bytes[start + 1])
      && bytes[start + 2] == UInt8(ascii: ".") && bytes[start + 3] == 32
  }

  /// A macro that fills its line.
  private static func isMacro(_ line: String) -> Bool {
    let line = line.trimmingEnd()
    guard line.hasPrefix("{"), line.hasSuffix("}"), line.utf8.count < 80 else { return false }
    let name = line.dropFirst().prefix { $0.isLetter }
    let rest = line.dropFirst(name.count + 1)
    return macros.contains(String(name)) && (rest == "}" || rest.hasPrefix(":") && name != "toc")
  }

  private static func isAbbreviation(_ line: String) -> Bool {
    guard line.hasPrefix("*["), let close = line.firstRange(of: "]: ") else { return false }
    let name = line[..<close.lowerBound].dropFirst(2)
    return !name.isEmpty && name.utf8.count < 40 && !name.contains("]")
  }
}

extension UInt8 {
  /// An ASCII letter.
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
