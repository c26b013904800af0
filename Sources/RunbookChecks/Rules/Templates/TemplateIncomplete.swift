import RunbookModel

enum TemplateIncomplete {
  static let rule = Rule(
    "template-incomplete", .error, "a template leaves out what it is there for",
    rationale: """
      `page.mustache` and `confluence.mustache` are frames around `{{{body}}}`, and `index.mustache` one
      around `{{{items}}}`: without them the wiki has no content. The value is markup, so it takes three
      braces; with two its tags would be shown as text. Without `{{{assets}}}` a page has neither style
      nor search nor Copy buttons, and without `{{{navigation}}}` nothing leads to the other pages: both
      are warnings, for who has means of their own. For a logo or a line in the footer nobody has to
      copy a frame: `head-end.mustache`, `header-end.mustache` and `footer.mustache` are put into it.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("templates/page.mustache", "{{{assets}}}{{{navigation}}}{{> middle}}"),
        ("templates/middle.mustache", "{{#body}}{{&body}}{{/body}}"),
      ])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("templates/page.mustache", "▸{{{assets}}}{{{navigation}}}{{^body}}Nothing{{/body}}"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("templates/page.mustache", "{{{assets}}}{{{navigation}}}<main>▸{{body}}</main>"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."), ("templates/index.mustache", "▸<p>Pages</p>"),
      ]),
    ],
    check: .template(check))

  private static let contents = ["page": "body", "confluence": "body", "index": "items"]

  private static func check(
    _ template: TemplateSource, _ config: SiteConfig, _ diagnostics: inout [Diagnostic]
  ) {
    guard let content = contents[template.name] else { return }
    func report(_ severity: Severity, _ range: ByteRange, _ summary: String, _ explanation: String)
    {
      diagnostics.append(
        Diagnostic(
          rule.id, severity, at: template.file.range(range), summary, explanation: explanation))
    }
    if !template.uses.contains(content) {
      report(
        .error, 0..<0, "this template never uses `{{{\(content)}}}`",
        "What it makes would have no content. Put `{{{\(content)}}}` where that stands.")
    }
    for tag in template.tags where tag.kind == .variable && tag.name == content {
      report(
        .error, tag.range, "`\(content)` is markup, and two braces show its tags as text",
        "Write `{{{\(content)}}}`.")
    }
    guard template.name == "page" else { return }
    for (name, loss) in [
      ("assets", "has no style, no search and no Copy buttons"),
      ("navigation", "leads to no other page"),
    ] where !template.uses.contains(name) {
      report(
        .warning, 0..<0, "this template never uses `{{{\(name)}}}`: a page \(loss)",
        "Put `{{{\(name)}}}` in, or turn this rule off where you have means of your own.")
    }
    if !config.imageHosts.isEmpty, !template.hasOurPolicy {
      report(
        .warning, 0..<0, "`image_hosts` has no effect: this template never uses `{{{policy}}}`",
        "Write `<meta http-equiv=\"Content-Security-Policy\" content=\"{{{policy}}}\">`.")
    }
  }
}
