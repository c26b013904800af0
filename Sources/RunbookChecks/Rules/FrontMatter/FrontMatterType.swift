import RunbookModel

enum FrontMatterType {
  static let rule = Rule(
    "front-matter-type", .error, "a field of the front matter has a value of the wrong type",
    rationale: """
      Each field has one type: a date that exists, one of a few words, a list, a mapping. A value
      that is nearly right would be dropped or guessed at later, on a page that looks complete.
      """,
    passing: [Rule.Example("---\naudience: [oncall]\nreviewed: 2026-10-01\nkind: runbook\n---\n")],
    failing: [
      Rule.Example("---\naudience: ▸oncall\n---\n"),
      Rule.Example("---\nreviewed: ▸2026-13-45\n---\n"),
      Rule.Example("---\nkind: ▸runbok\n---\n"),
    ],
    check: .reading)
}
