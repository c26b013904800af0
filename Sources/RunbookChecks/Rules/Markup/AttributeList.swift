import RunbookModel

enum AttributeList {
  static let rule = Rule(
    "attribute-list", .warning, "an attribute list is published as text",
    rationale: """
      `{#id}` after a heading, `{.class}` after a picture, and a size in the address of a picture
      (`![x](a.png =300x200)`) mean something to kramdown, Pandoc, Docusaurus or HackMD. GitHub and
      this wiki show them as text, and a size breaks the picture. Remove them: a heading's anchor is
      made of its text. `runbookgen adopt` takes ids off headings, and lets the links to them lead to the
      headings' own anchors. The one list that is understood is a size right after a picture,
      `![x](a.png){width=300}`, in pixels or as a share of the text's width (`{width=50%}`).
      """,
    passing: [
      Rule.Example(
        "## Heading {a}\n\nA set {#1, #2}, `{#id}`, a {.5, .6}, {: x, text {: more\n\n![p](p.png)"),
      Rule.Example("Fill in {name} and {width=3} or `![x](a.png =3x3)`."),
      Rule.Example("![p](p.png){width=300} ![p](p.png){ width=\"50%\" height=20px }"),
    ],
    failing: [
      Rule.Example("## Restart ▸{#restart}\n\n## Stop {#stop .unlisted}\n\n## Go { #go }"),
      Rule.Example("![a](https://a.b/c.png)▸{: width=\"300\"}\n\n[x](https://a.b){target=_blank}"),
      Rule.Example("![a](https://a.b/c.png)▸{width=wide}"),
      Rule.Example("Text.\n▸{: .note }\n\n{:toc}"),
      Rule.Example("▸![small](pic.png =300x200)"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var lists: [ByteRange] = []
    var sizes: [ByteRange] = []
    for text in context.plainText where text.holds(ASCIISet("{=")) {
      for open in text.offsets(of: "{") { if let range = list(open, text) { lists.append(range) } }
      sizes += text.pairs.compactMap { sized($0, text) }
    }
    let findings = [
      context.finding(
        rule, atEach: lists, "this attribute list is published as text",
        explanation:
          "GitHub and this wiki know no attribute lists but the size of a picture, `{width=300}`. Remove "
          + "it. The anchor of a heading is "
          + "made of its text: link to that. `runbookgen adopt` does both."),
      context.finding(
        rule, atEach: sizes, "a size after the address makes this picture plain text",
        explanation: "Write the size in braces after the picture: `![x](a.png){width=300}`."),
    ]
    diagnostics += findings.compactMap(\.self)
  }

  /// `{#id}`, `{.class}`, `{: …}` at the end of a line, and `{name=value}` right after a link or picture.
  private static func list(_ open: Int, _ text: MaskedProse) -> ByteRange? {
    let source = text.tag(from: open)
    guard let length = source.utf8.firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let inner = source[..<length].dropFirst()
    let end = open + inner.utf8.count + 2
    let isLast = source[length...].dropFirst().allSatisfy(\.isWhitespace)
    let isAttached = text[open - 1] == MaskedProse.mask
    let characters = inner.utf8
    guard let first = characters.first, let second = characters.dropFirst().first,
      inner.unicodeScalars.allSatisfy({
        $0.properties.isAlphabetic || " 0123456789-_.:#=\"'%/".unicodeScalars.contains($0)
      })
    else { return nil }
    switch first {
    case UInt8(ascii: " "):
      // As MkDocs has ids. A word in braces with a point before it may be a template's.
      let list = inner.drop { $0 == " " }.utf8
      guard isLast, list.first == UInt8(ascii: "#"), let letter = list.dropFirst().first else {
        return nil
      }
      return letter | 0x20 >= UInt8(ascii: "a") ? open..<end : nil
    case UInt8(ascii: "#"), UInt8(ascii: "."):
      return (isLast || isAttached) && second | 0x20 >= UInt8(ascii: "a") ? open..<end : nil
    case UInt8(ascii: ":"):
      let name = inner.dropFirst().drop { $0 == " " }
      let isList =
        [".", "#"].contains(where: name.hasPrefix) || name.contains("=")
        || String(name).trimmingEnd() == "toc"
      return isList && (isLast || isAttached) ? open..<end : nil
    default:
      return isAttached && inner.contains("=") && !inner.contains(" = ") ? open..<end : nil
    }
  }

  /// `![text](address =300x200)`, which cmark leaves as text.
  private static func sized(_ pair: MaskedProse.Pair, _ text: MaskedProse) -> ByteRange? {
    guard text[pair.open - 1] == UInt8(ascii: "!"), text[pair.close + 1] == UInt8(ascii: "(")
    else { return nil }
    let line = text.tag(from: pair.close + 2)
    guard let end = line.firstIndex(of: ")"), let size = line[..<end].split(separator: " ").last,
      size.hasPrefix("="), size.contains("x"),
      size.dropFirst().allSatisfy({ $0.isNumber || $0 == "x" || $0 == "%" || $0 == "*" })
    else { return nil }
    return pair.open - 1..<pair.close + 2 + line[..<end].utf8.count + 1
  }
}
