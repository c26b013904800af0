import RunbookModel

enum LinkToDraft {
  private static let draft = (
    path: "content/new.md", text: "---\nlifecycle: draft\n---\n\nSee [the page](page.md)."
  )

  static let rule = Rule(
    "link-to-draft", .warning, "a page that is published leads to a draft, which is not",
    rationale: """
      A page with `lifecycle: draft` is checked like all others and left out of what is published, so
      that a link to it leads nowhere. Publish the draft by setting its `lifecycle` to `active`, or
      take the link out until then. With `--drafts` drafts are published, and nothing is found.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "See [the other](other.md)."),
        ("content/other.md", "Text."), draft,
      ]),
      Rule.Example(files: [
        ("content/page.md", "---\nlifecycle: draft\n---\n\nSee [the new one](new.md)."), draft,
      ]),
    ],
    failing: [
      Rule.Example(files: [("content/page.md", "See ▸[the new one](new.md#steps)."), draft]),
      Rule.Example(files: [
        (
          "content/page.md",
          "---\nlifecycle: deprecated\nreplaced_by: ▸new.md\n---\n\n> ▸[It](/new.html)"
        ), draft,
      ]),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let site = context.site
    guard !site.hiddenDrafts.isEmpty, !site.hiddenDrafts.contains(context.page.path) else { return }
    var places = context.links.map { ($0.value.destination, context.range($0.range)) }
    if let successor = context.draft.metadata.replacedBy {
      places.append((successor.value, successor.range))
    }
    for (destination, range) in places {
      guard case .page(let path, _) = site.resolve(destination, from: context.page.path),
        site.hiddenDrafts.contains(path), let page = site.page(path)
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: range,
          "`\(page.sourceName)` is a draft and is not published, so that this leads "
            + "nowhere",
          explanation:
            "Set the draft's `lifecycle` to `active` to publish it, or take the link out.",
          notes: [.init("the draft", at: page.metadata.title.range)]))
    }
  }
}
