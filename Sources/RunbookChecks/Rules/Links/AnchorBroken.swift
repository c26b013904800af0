import RunbookModel

enum AnchorBroken {
  static let rule = Rule(
    "anchor-broken", .error, "a link leads to a heading that is not on the page",
    rationale: """
      A link with a wrong `#anchor` opens the right page at its top, and the reader has to search
      for the step. Anchors are made from headings as GitHub makes them: lower case, blanks to
      hyphens, punctuation dropped. A step has the anchor `step-` and its name. Where `raw_html` is `safe` or
      `trusted`, `id` and `name` attributes count too. Anchors into other files are not checked.
      """,
    passing: [
      Rule.Example(files: [
        (
          "content/page.md",
          """
          ## Check the nodes

          [here](#check-the-nodes), [top](#top), [start](#), [there](other.md#mend-it)
          """
        ),
        ("content/other.md", "## Mend it!"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "```bash {step=look}\nls\n```\n\n[here](#step-look)"),
        ("content/other.md", "[there](page.md#step-look)"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "<a id=\"old-name\"></a>\n\n[here](#old-name)"),
        ("runbookgen.yml", "raw_html: trusted\n"),
      ]),
    ],
    failing: [
      Rule.Example("## Check the nodes\n\n▸[here](#check-nodes), ▸[and](#Check-The-Nodes)"),
      Rule.Example(files: [
        ("content/page.md", "See ▸[there](other.md#mend)."),
        ("content/other.md", "## Mend it!"),
      ]),
      Rule.Example(
        "▸[x](#bfd-show-commands) ▸[y](#listing-19)\n\n## FDB show commands\n\n## Listing 10"),
      Rule.Example("<a id=\"old-name\"></a>\n\n▸[here](#old-name)"),
      Rule.Example("```bash {step=look}\nls\n```\n\n▸[here](#step-loook)"),
      Rule.Example(
        "See ▸[there](#again) and ▸[here](#a:b).\n\n## Restart {#again}\n\n(a:b)=\n## Stop"),
    ],
    check: .site(check))

  private static func check(
    _ context: PageContext, _ needs: inout PageNeeds, _ diagnostics: inout [Diagnostic]
  ) {
    var targets: [PagePath: Target] = [:]
    for link in context.links where link.value.destination.utf8.contains(0x23) {
      switch context.site.resolve(link.value.destination, from: context.page.path) {
      case .samePage(let anchor) where !isAlwaysThere(anchor):
        let path = context.page.path
        let page =
          targets[path]
          ?? Target(path: path, contents: PageContents(context.draft, needs: PageNeeds()))
        targets[path] = page
        check(anchor, page, link, context, &diagnostics)
      case .page(let path, let anchor?) where !isAlwaysThere(anchor):
        guard let contents = context.site.contents else {
          needs.anchors.append((path, anchor))
          continue
        }
        guard let position = context.site.position(of: path) else { continue }
        let page = targets[path] ?? Target(path: path, contents: contents.page(at: position))
        targets[path] = page
        check(anchor, page, link, context, &diagnostics)
      default: break
      }
    }
  }

  /// A page that a link leads to.
  private struct Target {
    let path: PagePath
    let contents: PageContents
    let anchors: Set<String>

    init(path: PagePath, contents: PageContents) {
      self.path = path
      self.contents = contents
      anchors = Set(contents.anchors)
    }
  }

  /// The page's beginning, or a text fragment (`#:~:text=`), which the browser looks for.
  static func isAlwaysThere(_ anchor: String) -> Bool {
    anchor.isEmpty || anchor == "top" || anchor.hasPrefix(":~:")
  }

  private static func check(
    _ anchor: String, _ page: Target, _ link: PageOutline.Entry<Link>, _ context: PageContext,
    _ diagnostics: inout [Diagnostic]
  ) {
    let isFound =
      page.anchors.contains(anchor)
      || context.config.rawHTML != .escape && page.contents.htmlAnchors.contains(anchor)
    guard !isFound else { return }
    let isListed = diagnostics.count < context.config.limits[.findings]
    diagnostics.append(
      finding(
        anchor, page, link, context,
        isListed && !page.contents.marks.contains(anchor) ? suggestion(for: anchor, page) : nil))
  }

  private static func finding(
    _ anchor: String, _ page: Target, _ link: PageOutline.Entry<Link>,
    _ context: PageContext, _ near: (name: String, isCertain: Bool)?
  ) -> Diagnostic {
    let place =
      page.path == context.page.path
      ? "this page" : "`\(context.site.page(page.path)?.sourceName ?? page.path.text)`"
    var explanation = near.map { "Did you mean `#\($0.name)`?" } ?? "Name one of its headings."
    if page.contents.marks.contains(anchor) {
      explanation =
        "Marks of other tools, such as `{#\(anchor)}`, make no anchors on GitHub or here. "
        + "`runbookgen adopt` lets such links lead to their headings."
    } else if page.contents.htmlAnchors.contains(anchor) {
      explanation =
        "Raw HTML is shown as text here, so its `id` is no anchor. Link to a heading, or set "
        + "`raw_html: safe`."
    }
    return context.finding(
      rule, at: link.range, "there is no heading `#\(anchor)` on \(place)",
      explanation: explanation,
      fixes: near.map { near in
        [
          .init(
            "link to `#\(near.name)`", edits: near.isCertain ? edit(link, near.name, context) : [])
        ]
      } ?? [])
  }

  /// The heading that was probably meant; certain when only case and hyphens differ.
  private static func suggestion(
    for anchor: String, _ page: Target
  ) -> (name: String, isCertain: Bool)? {
    // A page of thousands of headings is not searched: every broken link would pay for it.
    let anchors = page.contents.anchors
    guard anchors.count <= 1000 else { return nil }
    let wanted = folded(anchor)
    let same = anchors.filter { folded($0) == wanted }
    if let name = same.min() { return (name, same.count == 1) }
    let alike = anchors.filter { isLikely($0, for: anchor) }
    return NearestName.suggestion(for: anchor, among: alike.sorted()).map { ($0, false) }
  }

  /// Another number is another thing, and so is another word of three letters: `bfd` beside `fdb`.
  private static func isLikely(_ candidate: String, for anchor: String) -> Bool {
    let (left, right) = (folded(candidate), folded(anchor))
    guard left.filter(\.isNumber) == right.filter(\.isNumber) else { return false }
    let pairs = zip(left.split(separator: "-"), right.split(separator: "-"))
    return pairs.allSatisfy { $0 == $1 || $0.utf8.count != $1.utf8.count || $0.utf8.count > 3 }
  }

  private static func folded(_ anchor: String) -> String {
    anchor.lowercased().split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: "-")
  }

  private static func edit(
    _ link: PageOutline.Entry<Link>, _ name: String, _ context: PageContext
  ) -> [Diagnostic.Fix.Edit] {
    guard let range = LinkSource.destination(of: link, in: context.file),
      let hash = context.file.bytes[range].firstIndex(of: UInt8(ascii: "#"))
    else { return [] }
    return [.init(hash + 1..<range.upperBound, with: name)]
  }
}
