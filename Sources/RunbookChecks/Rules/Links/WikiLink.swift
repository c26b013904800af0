import RunbookModel

enum WikiLink {
  static let rule = Rule(
    "wiki-link", .warning, "a wiki link is published as text",
    rationale: """
      `[[Other page]]` is a link in Obsidian, Foam and some wikis. GitHub and this wiki show the brackets.
      Write `[Other page](other-page.md)`.
      """,
    passing: [
      Rule.Example(
        "Test with [[ -f x ]], [[0, 1], [2, 3]], `[[page]]`, [[_TOC_]], a[[1]], [[x](y.md)]."),
      Rule.Example("A list [[\"a\", \"b\"]] and {[[x]]: 1}."),
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "See ▸[[Other page]] and [[other|the other]] and ![[pic.png]]."),
        ("content/other.md", "---\ntitle: Other page\n---\n"),
      ]),
      Rule.Example("See ▸[[no such page]]."),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var places: [ByteRange] = []
    var names: [String] = []
    for text in context.plainText where text.holds(ASCIISet("[")) {
      for pair in text.pairs {
        guard let name = name(pair, text) else { continue }
        let isEmbed = text[pair.open - 1] == UInt8(ascii: "!")
        if isEmbed && !isPicture(name) { continue }
        places.append(pair.open - (isEmbed ? 1 : 0)..<pair.close + 1)
        names.append(name)
      }
    }
    guard let first = names.first else { return }
    let finding = context.finding(
      rule, atEach: places,
      "`\(context.file.text(places[0]))` is shown with its brackets, not as a link",
      explanation: "GitHub and this wiki know no wiki links. Write "
        + "`[\(first)](\(address(first, context)))`.")
    if let finding { diagnostics.append(finding) }
  }

  /// The page that `[[name]]` or `[[name|text]]` speaks of; nil for other brackets.
  ///
  /// - Parameter pair: the outer brackets.
  static func name(_ pair: MaskedProse.Pair, _ text: MaskedProse) -> String? {
    guard text[pair.open + 1] == UInt8(ascii: "["), text[pair.close - 1] == UInt8(ascii: "]"),
      pair.close - pair.open > 4, !text.followsWord(pair.open)
    else { return nil }
    if let next = text[pair.close + 1], next.isOne(of: "(:[") { return nil }
    if let before = text[pair.open - 1], before.isOne(of: "{[(,") { return nil }
    let inner = text.text(pair.open + 2..<pair.close - 1)
    guard let first = inner.first, first.isLetter || first.isNumber,
      inner.contains(where: \.isLetter),
      !inner.utf8.contains(where: { $0 < 0x20 || $0.isOne(of: "[]\"'`=<>{},;$") }),
      inner.utf8.count <= 120, inner.last != " ", inner.lowercased() != "toc"
    else { return nil }
    return String(inner.prefix { $0 != "|" && $0 != "#" })
  }

  static func isPicture(_ name: String) -> Bool {
    [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".pdf"].contains {
      name.lowercased().hasSuffix($0)
    }
  }

  private static func address(_ name: String, _ context: PageContext) -> String {
    let wanted = name.lowercased()
    let page = context.site.pages.first { page in
      page.metadata.title.value.lowercased() == wanted || page.path.stem.lowercased() == wanted
    }
    return page.map { context.page.path.reference(to: $0.sourceName) } ?? "page.md"
  }
}
