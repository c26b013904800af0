import RunbookModel

enum ConfigMissing {
  static let rule = Rule(
    "config-missing", .error, "a part of the configuration lacks a field that it needs",
    rationale: """
      An empty configuration is a valid one, but an entry that is there has to be whole: an override
      says which pages it is for, a context says where it is entered from.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("runbookgen.yml", "overrides:\n  - paths: legacy/**\n    rules: {link-broken: warning}\n"),
      ])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("runbookgen.yml", "overrides:\n  - ▸rules: {link-broken: warning}\n"),
      ])
    ],
    check: .reading)
}
