import RunbookModel

enum LinkBroken {
  static let rule = Rule(
    "link-broken", .error, "a link leads to a page or file that does not exist",
    rationale: """
      A runbook that sends its reader to nowhere costs minutes when they are dear. Links are
      resolved as in the source tree: relative to the page, with `/` for the content folder. Web
      addresses, and tags of other generators such as `{{< ref >}}`, are left alone.
      """,
    passing: [
      Rule.Example(files: [
        (
          "content/page.md",
          """
          [other](folder/other.md), [HTML](folder/other.html), [folder](folder/), [file](<a b.sh>),
          [web](https://example.com), [mail](mailto:a@b.c), [Hugo]({{<ref>}})
          """
        ),
        ("content/folder/other.md", "[back](../page.md), [root](/page.md)"),
        ("content/folder/index.md", "[here](#)"),
        ("content/a b.sh", "#!/bin/sh"),
      ])
    ],
    failing: [
      Rule.Example("See ▸[the other page](other.md)."),
      Rule.Example("See ▸[outside](../../secrets.md) and ▸[a change](../../pull/12)."),
      Rule.Example("See ▸[nothing]()."),
      Rule.Example(files: [
        ("content/page.md", "See ▸[the other page](Folder/Other.md) and ▸[it](other.md)."),
        ("content/folder/other.md", "Text."),
      ]),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for link in context.outline.links {
      let destination = link.value.destination
      switch context.site.resolve(destination, from: context.page.path) {
      case .external, .page, .asset: break
      case .samePage:
        guard destination.isEmpty else { break }
        diagnostics.append(
          context.finding(
            rule, at: link.range, "this link leads nowhere",
            explanation: "Put a path or an address between the parentheses."))
      case .missing(let path):
        diagnostics += [missing(path, link, context)].compactMap(\.self)
      case .outside: diagnostics.append(outside(link, context))
      }
    }
  }

  private static func missing(
    _ path: String, _ link: PageOutline.Entry<Link>, _ context: PageContext
  ) -> Diagnostic? {
    if let refusal = AssetActive.refusal(of: path, context) {
      guard case .dangling(let summary) = refusal else { return nil }
      return context.finding(rule, at: link.range, summary)
    }
    var explanation = "Add the page, or mend the path; it is taken relative to this page."
    var fixes: [Diagnostic.Fix] = []
    if let near = context.site.suggestions.nearest(to: path) {
      let reference = context.page.path.reference(to: near)
      explanation = "Did you mean `\(reference)`?"
      if near.lowercased() == path.lowercased() {
        explanation += " File names are told apart by upper and lower case."
        fixes = [Diagnostic.Fix("link to `\(reference)`", edits: edit(link, reference, context))]
      }
    } else if isOfCodeHost(path) {
      explanation = codeHostAdvice
    }
    return context.finding(
      rule, at: link.range, "there is no page or file `\(path)`", explanation: explanation,
      fixes: fixes)
  }

  /// Puts another path in the place of the destination's, whose anchor stays.
  private static func edit(
    _ link: PageOutline.Entry<Link>, _ reference: String, _ context: PageContext
  ) -> [Diagnostic.Fix.Edit] {
    guard let range = LinkSource.destination(of: link, in: context.file),
      !reference.contains(where: { " ()<>%#?".contains($0) })
    else { return [] }
    let path = context.file.bytes[range].prefix {
      $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?")
    }
    return [.init(path.startIndex..<path.endIndex, with: reference)]
  }

  private static func outside(_ link: PageOutline.Entry<Link>, _ context: PageContext) -> Diagnostic
  {
    let destination = link.value.destination
    return context.finding(
      rule, at: link.range, "`\(destination)` leads out of the content folder",
      explanation: isOfCodeHost(destination)
        ? codeHostAdvice
        : "The wiki can only link to what it publishes. Give a full URL instead.")
  }

  private static let codeHostAdvice =
    "It looks like an address of the site that hosts the source, and works nowhere else. Give "
    + "the full URL instead."

  /// `../../pull/12` and its like.
  private static func isOfCodeHost(_ path: String) -> Bool {
    let parts = path.split(separator: "/").drop { $0 == ".." }
    guard let first = parts.first, parts.count > 1 || first == "issues" else { return false }
    return [
      "blob", "commit", "compare", "discussions", "issues", "pull", "releases", "tree", "wiki",
    ].contains(String(first))
  }
}
