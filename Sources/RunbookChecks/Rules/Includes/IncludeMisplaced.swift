import RunbookModel

enum IncludeMisplaced {
  private static let shared = (path: "content/open.md", text: "Text.")

  static let rule = Rule(
    "include-misplaced", .error, "a link that should include a text stands inside other text",
    rationale: """
      A link with the title `include` is replaced by the text that it leads to. That text may have
      paragraphs, headings and commands, so the link has to be a paragraph of its own, with an empty
      line before and after it, and in no list, quote or table. Anywhere else it stays a link, and the
      steps are missing.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "Before.\n\n[Open a session](open.md \"include\")\n\nBehind."), shared,
      ]),
      Rule.Example(files: [
        ("content/page.md", "See [it](open.md \"includes all\") or [it](open.md)."), shared,
      ]),
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "1. Open it:\n\n   ▸[Open a session](open.md \"include\")"), shared,
      ]),
      Rule.Example(files: [
        ("content/page.md", "First ▸[open](open.md \"include\"), then go."), shared,
      ]),
      Rule.Example(files: [
        (
          "content/page.md",
          "> ▸[a](open.md \"include\")\n\n| A |\n|---|\n| ▸[b](open.md \"include\") |\n\n"
            + "▸[c](open.md \"include\")\n▸[d](open.md \"include x=y\")"
        ), shared,
      ]),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let links = context.outline.links.filter { IncludeLink.isOne($0.value) }
    guard !links.isEmpty else { return }
    let placed = Set(
      context.page.document.blocks.compactMap { IncludeLink.alone(in: $0)?.range.lowerBound })
    for link in links where !placed.contains(link.range.lowerBound) {
      diagnostics.append(
        context.finding(
          rule, at: link.range, "nothing is included here: the link is not a paragraph of its own",
          explanation:
            "Put an empty line before and after it, and take it out of lists, quotes and "
            + "tables. To link to the text instead, take `include` out of the title."))
    }
  }
}
