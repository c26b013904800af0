import RunbookModel

enum TitleDuplicate {
  static let rule = Rule(
    "title-duplicate", .error, "two pages have the same title in Confluence",
    rationale: """
      In a Confluence space a title belongs to one page, whether it is spelt in capitals or not, so
      the second page would replace the first or be refused. Rename one of the pages, or give it a
      `confluence.title` or a `confluence.space` of its own. The rule is silent when the
      configuration switches Confluence off.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "---\ntitle: DNS\nconfluence: {title: DNS on Bottlerocket}\n---\n"),
        ("content/other.md", "---\ntitle: DNS\n---\n"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "---\ntitle: DNS\nconfluence: {space: NET}\n---\n"),
        ("content/other.md", "---\ntitle: DNS\n---\n"),
        ("runbookgen.yml", "confluence: {space: OPS}\n"),
      ]),
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "---\ntitle: ▸DNS\n---\n"),
        ("content/other.md", "---\ntitle: DNS\n---\n"),
        ("runbookgen.yml", "confluence: {target: cloud}\n"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "---\ntitle: ▸RESTART Ingester\nconfluence: {space: ops}\n---\n"),
        ("content/other.md", "---\ntitle: Restart ingester\n---\n"),
        ("runbookgen.yml", "confluence: {space: OPS}\n"),
      ]),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let metadata = context.draft.metadata
    let title = metadata.confluence.title ?? metadata.title
    guard context.config.confluence.isWanted,
      let first = context.site.titles(context.site.identity(of: metadata)).first,
      first.range.file != context.file.path
    else { return }
    let what =
      first.value == title.value
      ? "another page is called `\(title.value)` too"
      : "`\(title.value)` and `\(first.value)` are one title to Confluence"
    diagnostics.append(
      context.finding(
        rule, at: title.range, what,
        explanation: "Confluence takes a title once in a space, however it is capitalised. Rename "
          + "the page, or give it a `confluence.title` of its own.",
        notes: [.init("the other page", at: first.range)]))
  }
}
