import RunbookModel

enum ConfigSyntax {
  static let rule = Rule(
    "config-syntax", .error, "the configuration is not valid YAML",
    rationale: """
      `runbookgen.yml` could not be read, so every page was judged by the built-in settings. Mend it
      first; other findings may go away with it.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("runbookgen.yml", "site:\n  title: \"Runbooks: all of them\"\n"),
      ])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("runbookgen.yml", "site:\n  title: Runbooks▸: all of them\n"),
      ])
    ],
    check: .reading)
}
