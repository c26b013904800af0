import RunbookModel

enum ConfigDuplicateKey {
  static let rule = Rule(
    "config-duplicate-key", .error, "the configuration gives a key twice",
    rationale: """
      YAML allows a key once in a mapping. Which of the two values counts is chance, so neither can
      be trusted. Keep the one that is meant.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("runbookgen.yml", "raw_html: escape\nreview_every: P6M\n"),
      ])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("runbookgen.yml", "raw_html: escape\n▸raw_html: trusted\n"),
      ])
    ],
    check: .reading)
}
