import RunbookModel

enum LimitExceeded {
  static let rule = Rule(
    "limit-exceeded", .error, "something is larger than the configuration allows",
    rationale: """
      Files, lines, tables, nesting, YAML and the like have limits, so that no page can take all the
      time or memory of a build. They are several times what a page for people needs; what goes beyond
      them is nearly always the work of a broken generator, or of somebody who means harm. A page
      beyond a limit is not read, so this rule cannot be switched off. The finding names the key below
      `limits` in the configuration that raises the limit.
      """,
    passing: [Rule.Example("| a | b |\n|---|---|\n| 1 | 2 |")],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "▸| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |"),
        ("runbookgen.yml", "limits: {table_columns: 2}\n"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "▸[a](https://example.com/a) and [b](https://example.com/b)"),
        ("runbookgen.yml", "limits: {links: 1}\n"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Short.\n\n▸This line is long."),
        ("runbookgen.yml", "limits: {line_length: 10}\n"),
      ]),
    ],
    check: .reading)
}
