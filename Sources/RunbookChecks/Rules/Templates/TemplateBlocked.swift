import RunbookModel

enum TemplateBlocked {
  static let rule = Rule(
    "template-blocked", .warning, "a template holds something that browsers do not load or run",
    rationale: """
      The content security policy of the pages allows no script and no style inside a page, no handler
      in an attribute, no frame, and nothing from other hosts: a snippet that a product says to paste
      into the head of a page does nothing. A script is a file of the content folder,
      `<script src="{{root}}brand/counter.js" defer></script>`; style belongs into the style sheet of
      the configuration, and the hosts of pictures into `image_hosts`. Where `templates/page.mustache`
      has a policy of its own in place of `{{{policy}}}`, nothing is reported.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        (
          "templates/head-end.mustache",
          "<script src=\"{{root}}a.js\" defer></script><script type=\"application/ld+json\">{}</script>"
        ),
        (
          "templates/footer.mustache",
          "<img src=\"{{root}}a.svg\" alt=\"\"><a href=\"//b.example\">B</a>"
        ),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("templates/page.mustache", "<style>b {}</style>{{{body}}}"),
      ]),
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        (
          "templates/head-end.mustache",
          "▸<script>a()</script>▸<script src=\"https://a.example/{{title}}.js\"></script>"
            + "▸<link rel=\"stylesheet\" href=\"//a.example/a.css\">▸<style>b {}</style>"
        ),
        (
          "templates/footer.mustache",
          "▸<p style=\"color: red\">▸<b onclick=\"b()\">▸<a href=\"JavaScript:b()\">▸<form action=\"/b\">▸<img src=\"https://a.example/a.png\">▸<iframe></iframe>"
        ),
      ])
    ],
    check: .template(check))

  private static func check(
    _ template: TemplateSource, _ config: SiteConfig, _ diagnostics: inout [Diagnostic]
  ) {
    guard template.hasOurPolicy else { return }
    let bytes = template.file.bytes
    let policy = PagePolicy(config)
    for tag in HTMLTag.tags(in: 0..<bytes.count, of: bytes) {
      for blocked in BlockedMarkup.all(tag, in: bytes, policy) {
        diagnostics.append(
          Diagnostic(
            rule.id, rule.severity, at: template.file.range(tag.range), blocked.summary,
            explanation: blocked.explanation))
      }
    }
  }
}
