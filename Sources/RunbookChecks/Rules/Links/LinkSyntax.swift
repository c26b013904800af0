import RunbookModel

enum LinkSyntax {
  static let rule = Rule(
    "link-syntax", .warning, "a link is not written as Markdown wants it",
    rationale: """
      A link without text cannot be seen or clicked. A bracket too many becomes part of the address, and a space or a bracket too few makes the
      whole link plain text, parentheses and all. Write `[text](address)`; an address with blanks
      stands in `<` and `>`.
      """,
    passing: [
      Rule.Example(
        """
        [one](https://example.com/A_(b)), [two](<https://example.com/a b>),
        call `f[x](y)` or list[0](1), [maybe](s), [Hugo]({{< ref "other" >}}), (see [1])[2],
        (text) [https://example.com], ![p](p.png =3x3), [![](p.png)](https://a.b), [x] (see y)
        """)
    ],
    failing: [
      Rule.Example("▸[one]((https://example.com)), ▸[two](https://example.com])"),
      Rule.Example("▸[three](my file.md) and ▸[four](https://example.com"),
      Rule.Example("▸![picture](my picture.png)"),
      Rule.Example("▸[](https://example.com/guide) and [ ](#id).\n\n## Id"),
      Rule.Example("See ▸[the guide] (https://example.com/guide)."),
      Rule.Example("See ▸(the guide)[https://example.com/guide] and ▸(this)[page.md]."),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for link in context.outline.links {
      guard let stray = strayBracket(link.value.destination) else { continue }
      diagnostics.append(
        context.finding(
          rule, at: link.range,
          "a stray `\(stray)` is part of the address `\(link.value.destination)`",
          explanation: "Delete it. If it belongs there, write it as `\(encoded(stray))`."))
    }
    let empty = context.outline.links.filter { isEmpty($0.value.content) }
    let finding = context.finding(
      rule, atEach: empty.map(\.range), "this link has no text, so readers do not see it",
      explanation: "Write what it leads to between the brackets: `[text](address)`.")
    diagnostics += [finding].compactMap(\.self)
    for text in context.plainText {
      for pair in text.pairs {
        guard let end = parted(pair, text, context.file) else { continue }
        diagnostics.append(
          context.finding(
            rule, at: pair.open..<end, "a space keeps this from being a link",
            explanation: "Write the address right after the text: `[text](address)`."))
      }
      for pair in text.pairs where isFailedLink(pair, text, context.file) {
        let start = text[pair.open - 1] == UInt8(ascii: "!") ? pair.open - 1 : pair.open
        diagnostics.append(
          context.finding(
            rule, at: start..<pair.close + 2, "this is not a link but plain text",
            explanation: "An address that holds spaces stands in `<` and `>`, and its "
              + "parentheses have to be closed: `[text](<my file.md>)`."))
      }
      for pair in text.pairs {
        guard let start = reversed(pair, text, context.file) else { continue }
        diagnostics.append(
          context.finding(
            rule, at: start..<pair.close + 1, "the brackets of this link are the wrong way round",
            explanation: "The text stands in `[` and `]`, the address after it in `(` and `)`: "
              + "`[text](address)`."))
      }
    }
  }

  private static func isEmpty(_ content: [Inline]) -> Bool {
    content.allSatisfy { inline in
      switch inline.kind {
      case .text(let text): text.allSatisfy(\.isWhitespace)
      case .softBreak, .hardBreak: true
      default: false
      }
    }
  }

  /// Where `[text] (https://…)` ends.
  private static func parted(
    _ pair: MaskedProse.Pair, _ text: MaskedProse, _ file: SourceFile
  ) -> Int? {
    guard pair.close > pair.open + 2, text[pair.close + 1] == 32,
      text[pair.close + 2] == UInt8(ascii: "("), !text.followsWord(pair.open),
      ["http://", "https://"].contains(where: { file.bytes.starts($0, at: pair.close + 3) })
    else { return nil }
    var end = pair.close + 3
    while let byte = text[end], byte != UInt8(ascii: ")"), byte != 10, end - pair.close < 2000 {
      end += 1
    }
    return text[end] == UInt8(ascii: ")") ? end + 1 : nil
  }

  /// Where `(text)[address]` begins.
  private static func reversed(
    _ pair: MaskedProse.Pair, _ text: MaskedProse, _ file: SourceFile
  ) -> Int? {
    guard text[pair.open - 1] == UInt8(ascii: ")") else { return nil }
    let address = file.text(pair.open + 1..<pair.close)
    guard !address.contains(" "),
      address.contains("://") || address.hasSuffix(".md") || address.hasPrefix("../")
    else { return nil }
    var open = pair.open - 2
    while let byte = text[open], byte != UInt8(ascii: "("), byte != UInt8(ascii: "\n") { open -= 1 }
    return text[open] == UInt8(ascii: "(") && open < pair.open - 2 ? open : nil
  }

  /// The first bracket of an address that has no partner, or an outer pair around all of it.
  private static func strayBracket(_ destination: String) -> Character? {
    guard destination.utf8.contains(where: { $0.isOne(of: "()[]") }) else { return nil }
    if destination.contains("{{") || destination.contains("{%") { return nil }
    var open: [Character] = []
    for character in destination {
      switch character {
      case "(", "[": open.append(character)
      case ")", "]":
        guard open.popLast() == (character == ")" ? "(" : "[") else { return character }
      default: break
      }
    }
    return open.first ?? (destination.hasPrefix("(") ? "(" : nil)
  }

  private static func encoded(_ bracket: Character) -> String {
    ["(": "%28", ")": "%29", "[": "%5B", "]": "%5D"][bracket] ?? "\(bracket)"
  }

  /// `[text](` that cmark left as text, with something like an address behind it.
  private static func isFailedLink(
    _ pair: MaskedProse.Pair, _ text: MaskedProse, _ file: SourceFile
  ) -> Bool {
    guard pair.close > pair.open + 1, text[pair.close + 1] == UInt8(ascii: "("),
      !text.followsWord(pair.open)
    else { return false }
    var target: [UInt8] = []
    var index = pair.close + 2
    while let byte = text[index], byte != UInt8(ascii: ")"), byte != UInt8(ascii: "\n"),
      target.count < 200
    {
      target.append(file.bytes[index])
      index += 1
    }
    let address = String(decoding: target, as: UTF8.self)
    if address.contains("{{") || address.contains("{%") { return false }
    let words = address.split(separator: " ", omittingEmptySubsequences: false)
    let first = words.first ?? ""
    if text[pair.open - 1] == UInt8(ascii: "!"), words.last?.hasPrefix("=") != true,
      WikiLink.isPicture(address)
    {
      return true
    }
    return first.contains("://") || first.hasPrefix("#") || first.hasPrefix("./")
      || first.hasPrefix("../") || [".md", ".html", ".md#"].contains { address.contains($0) }
  }
}

extension [UInt8] {
  fileprivate func starts(_ text: String, at offset: Int) -> Bool {
    offset < count && self[offset...].starts(with: text.utf8)
  }
}
