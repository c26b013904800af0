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
      Rule.Example(files: [
        ("content/page.md", "[a](open.md \"include\")\n\n▸# Page\n\nText."),
        ("content/open.md", "# Open\n\n## Steps\n\nText."),
      ]),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let sections = context.outline.sections
    let title = context.page.document.repeatedTitle(context.draft.metadata.title.value)
      .map { context.page.document.blocks[$0].range }
    if let title, title != sections.first?.range { diagnostics.append(below(title, context)) }
    let places = sections.dropFirst().filter { $0.heading.level == 1 && $0.range != title }
      .map(\.range)
    let isListed = sections.contains { (2...3).contains($0.heading.level) }
    let finding = context.finding(
      rule, atEach: places, "this section is a heading of level 1, like the page's title",
      explanation:
        "The contents list levels 2 and 3, so it is missing there. Start sections at `##`.",
      severity: isListed ? .info : nil)
    if let finding { diagnostics.append(finding) }
  }

  private static func below(_ title: ByteRange, _ context: PageContext) -> Diagnostic {
    context.finding(
      rule, at: title, "the page's title stands below its first section",
      explanation:
        "The title is shown at the top of the page, so what follows here is read as a part of the section "
        + "above. Move this heading to the top.",
      severity: .info)
  }
}
