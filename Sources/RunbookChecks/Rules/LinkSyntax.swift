import RunbookModel

enum LinkSyntax {
  static let rule = Rule(
    "link-syntax", .warning, "a link is not written as Markdown wants it",
    rationale: """
      A bracket too many becomes part of the address, and a blank or a bracket too few makes the
      whole link plain text, parentheses and all. Write `[text](address)`; an address with blanks
      stands in `<` and `>`.
      """,
    passing: [
      Rule.Example(
        """
        [one](https://example.com/A_(b)), [two](<https://example.com/a b>),
        call `f[x](y)` or list[0](1), [maybe](s), [Hugo]({{< ref "other" >}})
        """)
    ],
    failing: [
      Rule.Example("▸[one]((https://example.com)), ▸[two](https://example.com])"),
      Rule.Example("▸[three](my file.md) and ▸[four](https://example.com"),
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
    for prose in context.outline.prose {
      guard let text = MaskedProse(prose, in: context.file) else { continue }
      for pair in text.pairs where isFailedLink(pair, text, context.file) {
        diagnostics.append(
          context.finding(
            rule, at: pair.open..<pair.close + 2, "this is not a link but plain text",
            explanation: "An address that holds blanks stands in `<` and `>`, and its "
              + "parentheses have to be closed: `[text](<my file.md>)`."))
      }
    }
  }

  /// The first bracket of an address that has no partner, or an outer pair around all of it.
  private static func strayBracket(_ destination: String) -> Character? {
    guard destination.utf8.contains(where: { "()[]".utf8.contains($0) }) else { return nil }
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
    let first = address.split(separator: " ", omittingEmptySubsequences: false).first ?? ""
    return first.contains("://") || first.hasPrefix("#") || first.hasPrefix("./")
      || first.hasPrefix("../") || [".md", ".html", ".md#"].contains { address.contains($0) }
  }
}
