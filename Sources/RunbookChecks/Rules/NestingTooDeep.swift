import RunbookModel

enum NestingTooDeep {
  static let rule = Rule(
    "nesting-too-deep", .error, "lists, quotes or emphasis are nested beyond any use",
    rationale: """
      What is nested more than 64 levels deep is left out of the page. No reader can follow such a
      page either; it is nearly always the work of a broken generator. Flatten it, or raise
      `limits: {nesting: …}`. More than so many quotes and lists on one line are `limit-exceeded`.
      """,
    passing: [Rule.Example("> A quote\n>\n> > in a quote.")],
    failing: [
      Rule.Example(
        String(repeating: "![", count: 64) + "▸" + String(repeating: "![", count: 6) + "a"
          + String(repeating: "](https://example.com/a.png)", count: 70))
    ],
    check: .reading)
}
