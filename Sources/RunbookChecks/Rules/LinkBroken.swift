import RunbookModel

enum LinkBroken {
  static let rule = Rule(
    "link-broken", .error, "a link leads to a page or file that does not exist",
    rationale: """
      A runbook that sends its reader to nowhere costs minutes when they are dear. Links are
      resolved as in the source tree: relative to the page, with `/` for the content folder.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "[other](folder/other.md), [web](https://example.com), [mail](mailto:a@b.c)"),
        ("content/folder/other.md", "[back](../page.md)"),
      ])
    ],
    failing: [
      Rule.Example("See ▸[the other page](other.md)."),
      Rule.Example("See ▸[outside](../../secrets.md)."),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for link in context.outline.links {
      let destination = link.value.destination
      switch context.site.resolve(destination, from: context.page.path) {
      case .external, .samePage, .page, .asset: break
      case .missing(let path):
        let known = context.site.pages.keys.map(\.text).sorted()
        let near = NearestName.suggestion(for: path, among: known)
        diagnostics.append(
          context.finding(
            rule, at: link.range, "there is no page or file `\(path)`",
            explanation: near.map { "Did you mean `\($0)`? " } ?? ""))
      case .outside:
        diagnostics.append(
          context.finding(
            rule, at: link.range, "`\(destination)` leads out of the content folder",
            explanation: "The wiki can only link to what it publishes. Give a full URL instead."))
      }
    }
  }
}
