import RunbookModel

enum HeadingLevelOne {
  static let rule = Rule(
    "heading-level-one", .warning, "sections of a page are headings of level 1",
    rationale: """
      The title of a page is its heading of level 1. Sections start at `##`: the table of contents of this
      wiki, and that of Confluence, lists levels 2 and 3, so it stays empty where all sections are `#`.
      Where only some are, it is not empty, and the finding is information.
      """,
    passing: [
      Rule.Example("# Title\n\n## One\n\n## Two"),
      Rule.Example("## One\n\n### Two"),
    ],
    failing: [
      Rule.Example("# Summary\n\nText.\n\n▸# Triage\n\nText.\n\n# Mitigation"),
      Rule.Example("## One\n\n▸# Two"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let sections = context.outline.sections
    let places = sections.indices.filter { $0 > 0 && sections[$0].heading.level == 1 }
      .map { sections[$0].range }
    let isListed = sections.contains { (2...3).contains($0.heading.level) }
    let finding = context.finding(
      rule, atEach: places, "this section is a heading of level 1, like the page's title",
      explanation:
        "The contents list levels 2 and 3, so it is missing there. Start sections at `##`.",
      severity: isListed ? .info : nil)
    if let finding { diagnostics.append(finding) }
  }
}
