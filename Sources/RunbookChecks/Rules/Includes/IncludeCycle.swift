import RunbookModel

enum IncludeCycle {
  static let rule = Rule(
    "include-cycle", .error, "a page includes itself",
    rationale: """
      A text that includes itself, directly or through others, has no end. Includes may be nested eight
      levels deep: nobody finds a step that is further away. An include that is deeper is reported once, in
      its text, with the pages that it is too deep for.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "[a](open.md \"include\")\n\n[a](open.md \"include\")"),
        ("content/open.md", "[b](look.md \"include\")"), ("content/look.md", "Text."),
      ])
    ],
    failing: [
      Rule.Example("## One\n\nText.\n\n## Two\n\n▸[One](#one \"include\")"),
      Rule.Example(files: [
        ("content/page.md", "▸[a](open.md \"include\")"),
        ("content/open.md", "▸[b](page.md \"include\")"),
      ]),
    ],
    check: .reading)
}
