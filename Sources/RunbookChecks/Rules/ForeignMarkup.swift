import RunbookModel

enum ForeignMarkup {
  static let rule = Rule(
    "foreign-markup", .warning, "markup of another tool is published as text",
    rationale: """
      Marks (`==text==`), a table of contents (`[TOC]`), abbreviations (`*[SLA]: …`), definition lists and
      superscripts (`x^2^`) are extensions that GitHub and this wiki do not have: readers see the
      characters. Write bold text, a list or plain words; this wiki makes a table of contents by itself.
      """,
    passing: [
      Rule.Example(
        "If a == b and c==d, `==x==`, === x ===, [toc tool], ==, a^b, 2^10^ no\n\nTitle\n===\n\nx"),
      Rule.Example("A ratio\n:5 and text: more\n\n[TOC](toc.md)"),
    ],
    failing: [
      Rule.Example("This is ▸==important== and ==more=="),
      Rule.Example("▸[TOC]\n\n[[_TOC_]]"),
      Rule.Example("▸*[SLA]: Service level agreement"),
      Rule.Example("RTO\n▸: Time until it is back."),
      Rule.Example("10 m▸^2^"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var places: [Kind: [ByteRange]] = [:]
    for text in context.plainText where text.holds(starts) {
      places[.mark, default: []] += marks(text)
      places[.superscript, default: []] += superscripts(text)
      places[.contents, default: []] += contents(text)
      for (index, start) in text.lineStarts.enumerated() {
        let line = text.line(from: start)
        switch text[start] {
        case UInt8(ascii: ":") where index > 0 && text[start + 1] == UInt8(ascii: " "):
          places[.definition, default: []].append(line)
        case UInt8(ascii: "*") where isAbbreviation(text.text(line)):
          places[.abbreviation, default: []].append(line)
        default: break
        }
      }
    }
    for kind in Kind.allCases {
      let finding = context.finding(
        rule, atEach: places[kind] ?? [], "\(kind.name) is published as text",
        explanation: "GitHub and this wiki show the characters themselves. \(kind.remedy)")
      if let finding { diagnostics.append(finding) }
    }
  }

  private static let starts = ASCIISet("=[*:^")

  private enum Kind: CaseIterable {
    case mark, contents, abbreviation, definition, superscript

    var name: String {
      switch self {
      case .mark: "a mark (`==text==`)"
      case .contents: "the place of a table of contents"
      case .abbreviation: "an abbreviation (`*[X]: …`)"
      case .definition: "a definition (`: …`)"
      case .superscript: "a superscript (`^…^`)"
      }
    }

    var remedy: String {
      switch self {
      case .mark: "Write `**text**`."
      case .contents: "Remove it: both make a table of contents by themselves."
      case .abbreviation: "Explain the word where it first appears."
      case .definition: "Write a list: `- **term**: what it means`."
      case .superscript: "Write the character (`²`), or words."
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
      let isOpening = text[open - 1].map { " \n(*_>\"".utf8.contains($0) } ?? true
      let isClosing = text[close + 2].map { " \n.,;:!?)*_\"".utf8.contains($0) } ?? true
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

  private static func contents(_ text: MaskedProse) -> [ByteRange] {
    text.pairs.compactMap { pair in
      let range = pair.open..<pair.close + 1
      let written = text.text(range)
      guard written == "[TOC]" || written.lowercased() == "[[_toc_]]" || written == "[[toc]]",
        text[range.upperBound].map({ !"([:".utf8.contains($0) }) ?? true,
        !text.followsWord(pair.open), text[pair.open - 1] != UInt8(ascii: "[")
      else { return nil }
      return range
    }
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
