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
          [web](https://example.com), [short](folder/other), [parts](parts), [mail](mailto:a@b.c), [Hugo]({{<ref>}})
          """
        ),
        ("content/folder/other.md", "[back](../page.md), [root](/page.md)"),
        ("content/folder/index.md", "[here](#)"), ("content/parts/one.md", "Text."),
        ("content/a b.sh", "#!/bin/sh"),
      ])
    ],
    failing: [
      Rule.Example("See ▸[the other page](other.md)."),
      Rule.Example("See ▸[outside](../../secrets.md) and ▸[a change](../../pull/12)."),
      Rule.Example("See ▸[nothing]()."),
      Rule.Example(files: [
        ("content/page.md", "<a href=\"▸old.md\">old</a>, <a href=\"▸old.md\">again</a>"),
        ("runbookgen.yml", "raw_html: safe"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "See ▸[the other page](Folder/Other.md) and ▸[it](other.md)."),
        ("content/folder/other.md", "Text."),
      ]),
      Rule.Example(files: [
        ("content/page.md", "See ▸[this](../other/) and [that](../folder/more#how)."),
        ("content/other.md", "Text."), ("content/folder/more.md", "## How"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "See ▸[this](getshard/) and ▸[that](../get/listshards/)."),
        ("content/GetShard.md", "Text."), ("content/get/ListShards/_index.md", "Text."),
      ]),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var addresses: [(link: PageOutline.Entry<Link>, page: PageSummary)] = []
    for link in context.links {
      let destination = link.value.destination
      let target = context.site.resolve(destination, from: context.page.path)
      switch target {
      case .external, .page, .asset, .folder: break
      case .samePage:
        guard destination.isEmpty else { break }
        diagnostics.append(
          context.finding(
            rule, at: link.range, "this link leads nowhere",
            explanation: "Put a path or an address between the parentheses."))
      case .missing, .outside:
        if let page = context.site.atSiteAddress(destination, from: context.page.path) {
          addresses.append((link, page))
        } else if case .missing(let path) = target {
          diagnostics += [missing(path, link, context)].compactMap(\.self)
        } else {
          diagnostics.append(outside(link, context))
        }
      }
    }
    diagnostics += [siteAddresses(addresses, context)].compactMap(\.self)
  }

  /// Links that count from the address of the page, as Hugo and MkDocs publish it: one cause, mended by
  /// one fix.
  private static func siteAddresses(
    _ links: [(link: PageOutline.Entry<Link>, page: PageSummary)], _ context: PageContext
  ) -> Diagnostic? {
    guard let first = links.first else { return nil }
    let reference = context.page.path.reference(to: first.page.sourceName)
    // Several links may share the definition of a reference.
    var seen: Set<Int> = []
    var edits: [Diagnostic.Fix.Edit] = []
    for (link, page) in links {
      edits += edit(link, context.page.path.reference(to: page.sourceName), context)
        .filter { seen.insert($0.bytes.lowerBound).inserted }
    }
    return context.finding(
      rule, atEach: links.map(\.link.range),
      "`\(first.link.value.destination)` counts from the address of the published page, not from the file",
      explanation:
        "With Hugo and MkDocs it leads to `\(first.page.sourceName)`; here, and on GitHub, it leads "
        + "nowhere. Write `\(reference)`.",
      fixes: edits.isEmpty ? [] : [.init("Lead to the files", edits: edits)])
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
    let address = context.site.suggestions.page(atAddress: path)
    if let near = address ?? context.site.suggestions.nearest(to: path) {
      let reference = context.page.path.reference(to: near)
      explanation = "Did you mean `\(reference)`?"
      if address != nil || near.lowercased() == path.lowercased() {
        explanation += " File names are told apart by upper and lower case."
        fixes = [Diagnostic.Fix("link to `\(reference)`", edits: edit(link, reference, context))]
      }
    } else if isOfCodeHost(path) {
      explanation = codeHostAdvice
    } else if let host = host(link.value.destination) {
      explanation = "A web address begins with its scheme: write `https://\(host)`."
    }
    return context.finding(
      rule, at: link.range, "there is no page or file `\(path)`", explanation: explanation,
      fixes: fixes)
  }

  /// The host and path of an address that has lost its scheme: `www.example.com`, `http//example.com`.
  private static func host(_ destination: String) -> Substring? {
    for start in ["https//", "http//"] where destination.hasPrefix(start) {
      return destination.dropFirst(start.count)
    }
    return destination.hasPrefix("www.") ? destination[...] : nil
  }

  /// Puts another path in the place of the destination's, whose anchor stays.
  static func edit(
    _ link: PageOutline.Entry<Link>, _ reference: String, _ context: PageContext
  ) -> [Diagnostic.Fix.Edit] {
    let isAddress = context.file.bytes[link.range].elementsEqual(link.value.destination.utf8)
    guard let range = isAddress ? link.range : LinkSource.destination(of: link, in: context.file),
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
        : context.config.sourceURL == nil
          ? "The wiki can only link to what it publishes. Give a full URL instead, or let "
            + "`site: {source_url: …}` in the configuration lead to the host of the code."
          : "There is no such file in the repository. Mend the path, or give a full URL.")
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
