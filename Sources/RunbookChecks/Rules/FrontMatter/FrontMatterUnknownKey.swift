import RunbookModel

enum FrontMatterUnknownKey {
  static let rule = Rule(
    "front-matter-unknown-key", .error, "the front matter has a key that means nothing",
    rationale: """
      A misspelt key is a field that silently does not exist: a page with `onwer:` has no owner.
      Rename the key, or delete it.
      """,
    passing: [Rule.Example("---\nowner: {team: platform, contact: \"#platform\"}\n---\n")],
    failing: [
      Rule.Example("---\n▸onwer: platform\n---\n"),
      Rule.Example("---\nowner: {team: platform, ▸mail: a@example.com}\n---\n"),
    ],
    check: .reading)
}
