import RunbookModel

enum ConfigUnknownKey {
  static let rule = Rule(
    "config-unknown-key", .error, "the configuration has a key that means nothing",
    rationale: """
      A misspelt setting is a setting that silently does not exist, and a misspelt rule is one that
      keeps its usual severity. `runbookgen rules` lists the rules. An entry of `confluence-pages.yml` for
      a page that is not there is a warning: the page may be gone here and still be in Confluence.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("runbookgen.yml", "raw_html: escape\nrules: {link-broken: error}\n"),
      ])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("runbookgen.yml", "▸rawhtml: escape\n"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("runbookgen.yml", "rules: {▸link-brokn: error}\n"),
      ]),
    ],
    check: .reading)
}
