import RunbookModel

enum FrontMatterSyntax {
  static let rule = Rule(
    "front-matter-syntax", .error, "the front matter is not valid YAML",
    rationale: """
      The lines between the two `---` at the top of a page are YAML. If they cannot be read, nothing
      is known of the page: no owner, no review date, no contexts for its commands. Text that holds
      `: ` or ` #`, or starts with a character such as `*`, `@` or a backtick, needs quotes.
      """,
    passing: [Rule.Example("---\ntitle: \"DNS: a primer\"\n---\n")],
    failing: [
      Rule.Example("---\ntitle: DNS▸: a primer\n---\n"),
      Rule.Example("▸---\ntitle: DNS\n\nThe closing line is not there."),
    ],
    check: .reading)
}
