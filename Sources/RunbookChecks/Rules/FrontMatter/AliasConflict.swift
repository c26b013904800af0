import RunbookModel

enum AliasConflict {
  static let rule = Rule(
    "alias-conflict", .error, "an alias cannot be published",
    rationale: """
      An alias is a former address of a page, from the content folder: `old/name.md`. Whoever opens
      it is sent to the page. So it must be the address of one page only, and of no page that is
      there, and it has to lie in the wiki.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "---\naliases: [old/page.md, older]\n---\n"),
        ("content/other.md", "---\naliases: [old/other.md]\n---\n"),
      ])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "---\naliases: [▸other.md, ▸/root.md, ▸../up.md]\n---\n"),
        ("content/other.md", "Text."),
      ]),
      Rule.Example(files: [
        ("content/page.md", "---\naliases: [▸old, new, ▸new/]\n---\n"),
        ("content/other.md", "---\naliases: [old/index.html]\n---\n"),
      ]),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for alias in context.draft.metadata.aliases {
      guard let published = AliasPath.published(alias.value) else {
        diagnostics.append(
          context.finding(
            rule, at: alias.range, "the alias `\(alias.value)` is not a path in the wiki",
            explanation: "Give the former path from the content folder, such as `old/name.md`, "
              + "without a leading `/`."))
        continue
      }
      if let page = page(at: published, context.site) {
        diagnostics.append(
          context.finding(
            rule, at: alias.range,
            "the alias `\(alias.value)` is the address of "
              + "`\(page.sourceName)`",
            explanation: "A page cannot be at the address that leads to another. Delete the alias, "
              + "or move the page.", notes: [.init("the page", at: page.metadata.title.range)]))
      } else if let first = context.site.claims(ofAlias: published).first,
        first.range != alias.range
      {
        diagnostics.append(
          context.finding(
            rule, at: alias.range, "the alias `\(alias.value)` is claimed twice",
            explanation: "An address can lead to one page only.",
            notes: [.init("claimed here first", at: first.range)]))
      }
    }
  }

  private static func page(at htmlPath: String, _ site: SiteIndex) -> PageSummary? {
    site.page(PagePath(String(htmlPath.dropLast(5)) + ".md"))
  }
}
