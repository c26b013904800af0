import RunbookModel

enum NestingTooDeep {
  static let rule = Rule(
    "nesting-too-deep", .error, "lists, quotes or emphasis are nested beyond any use",
    rationale: """
      What is nested more than 64 levels deep is left out of the page. No reader can follow such a
      page either; it is nearly always the work of a broken generator. Flatten it.
      """,
    passing: [Rule.Example("> A quote\n>\n> > in a quote.")],
    failing: [
      Rule.Example(
        String(repeating: "> ", count: 63) + "▸" + String(repeating: "> ", count: 7) + "Down here.")
    ],
    check: .reading)
}
