import RunbookModel

enum FrontMatterDuplicateKey {
  static let rule = Rule(
    "front-matter-duplicate-key", .error, "the front matter gives a key twice",
    rationale: """
      YAML allows a key once in a mapping. Which of the two values counts is chance, so neither can
      be trusted. Keep the one that is meant.
      """,
    passing: [Rule.Example("---\ntitle: DNS\nconfluence: {title: DNS at work}\n---\n")],
    failing: [
      Rule.Example("---\ntitle: DNS\nowner: platform\n▸title: Name service\n---\n"),
      Rule.Example("---\ntitle: DNS\n\n# Who\nowner: platform\n▸owner: network\n---\n"),
    ],
    check: .reading)
}
