import RunbookModel

enum PolicyBlocked {
  static let rule = Rule(
    "policy-blocked", .warning, "a page or a style sheet names something that browsers do not load",
    rationale: """
      The pages of the wiki carry a content security policy: they load pictures, fonts, style sheets and
      scripts of the wiki itself and nothing from other hosts, so that no reader is watched and all is
      there when the network is down. A picture of another host leaves a hole. Put the file beside the
      page, or let the host through: `image_hosts: [img.example.com, "*.example.org"]` in the
      configuration, over `https:` only. Fonts and style sheets have to be files of the project. With
      `raw_html: trusted` scripts, styles and frames in the text of a page are blocked as well. Where
      `templates/page.mustache` has a policy of its own in place of `{{{policy}}}`, nothing is reported.
      """,
    passing: [
      Rule.Example(files: [
        (
          "content/page.md", "![A](https://img.example.com/a.png) ![B](https://b.example.org/b.svg)"
        ),
        ("runbookgen.yml", "image_hosts: [img.example.com, '*.example.org']"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "![A](https://wiki.example.com/a.png) [B](https://example.org/b.png)"),
        ("runbookgen.yml", "site: {base_url: 'https://wiki.example.com/run'}"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "![A](https://img.example.com/a.png)"),
        ("templates/page.mustache", "<meta content=\"img-src https:\">{{{body}}}"),
      ]),
      Rule.Example(
        "`<img src=\"https://img.example.com/a.png\">` <img src=\"http://a.example/b.png\">"),
    ],
    failing: [
      Rule.Example("▸![A](https://img.example.com/a.png), ![again](https://img.example.com/b.png)"),
      Rule.Example(files: [
        ("content/page.md", "▸![A](http://img.example.com/a.png) ▸![B](https://example.org/b.png)"),
        ("runbookgen.yml", "image_hosts: [img.example.com, '*.example.org']"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text ▸<img src=\"https://img.example.com/a.png\" alt=\"A\">"),
        ("runbookgen.yml", "raw_html: safe"),
      ]),
      Rule.Example(files: [
        (
          "content/page.md",
          "Text ▸<b onclick=\"a()\">a</b>\n\n▸<script>b()</script>\n\n▸<iframe src=\"c.html\"></iframe>"
        ),
        ("runbookgen.yml", "raw_html: trusted"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("runbookgen.yml", "site: {stylesheet: own.css}"),
        (
          "own.css",
          "@import \"▸https://fonts.example.com/a.css\"; b { background: url(▸//example.com/b.png) }"
        ),
      ]),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    guard let policy = context.site.policy else { return }
    var places: [(blocked: BlockedMarkup, range: ByteRange)] = []
    for image in context.outline.images where isLeft(image.value.destination) {
      guard let blocked = BlockedMarkup.picture(image.value.destination, policy) else { continue }
      places.append((blocked, image.range))
    }
    for tag in HTMLTag.blocks(of: context.page).joined() {
      places += blocked(tag, context, policy).map { ($0, tag.range) }
    }
    let ranges = Dictionary(grouping: places, by: \.blocked).mapValues { $0.map(\.range) }
    for (blocked, ranges) in ranges {
      let finding = context.finding(
        rule, atEach: ranges, blocked.summary, explanation: blocked.explanation)
      if let finding { diagnostics.append(finding) }
    }
  }

  private static func blocked(
    _ tag: HTMLTag, _ context: PageContext, _ policy: PagePolicy
  ) -> [BlockedMarkup] {
    switch context.config.rawHTML {
    case .escape: return []
    case .trusted: return BlockedMarkup.all(tag, in: context.file.bytes, policy)
    case .safe:
      // Nothing else that loads a file is let through.
      guard tag.name == "img", !tag.isClosing else { return [] }
      let source = tag.attributes(in: context.file.bytes).first { $0.name == "src" }?.value
      guard let source, isLeft(source) else { return [] }
      return BlockedMarkup.picture(source, policy).map { [$0] } ?? []
    }
  }

  /// What is refused anyway has its finding.
  private static func isLeft(_ address: String) -> Bool { URLSafety.isSafeImage(address) }

  /// What there is to say of an address, spelt out, in a style sheet.
  static func check(
    _ reference: StyleReference, in sheet: SourceFile, _ policy: PagePolicy
  ) -> Diagnostic? {
    let use: PagePolicy.Use =
      switch reference.use {
      case .font: .font
      case .picture: .picture
      case .styleSheet: .styleSheet
      }
    guard policy.blocks(reference.address, as: use) else { return nil }
    let what =
      switch reference.use {
      case .font: "this font"
      case .picture: "this picture"
      case .styleSheet: "this style sheet"
      }
    let hosts =
      reference.use == .picture ? ", or let its host through with `image_hosts`" : ""
    return Diagnostic(
      rule.id, rule.severity, at: sheet.range(reference.range),
      "\(what) is not loaded: pages load nothing from other hosts",
      explanation:
        "The content security policy of the pages blocks it; with the network down it would not be "
        + "there either. Put the file beside the style sheet\(hosts).")
  }
}
