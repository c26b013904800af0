import RunbookModel

enum TemplateSyntax {
  static let rule = Rule(
    "template-syntax", .error, "a template cannot be read",
    rationale: """
      Templates are Mustache with values, sections, inverted sections, partials and comments. A
      section that is not closed, or a tag of another dialect, would swallow a part of every page.
      With the templates that it includes, a template may have 2,000 tags and nest 64 levels deep.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("templates/page.mustache", "{{#contents}}{{> item}}{{/contents}}{{{body}}}{{! note }}"),
        ("templates/item.mustache", "{{^title}}{{.}}{{/title}}{{&title}}"),
      ])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("templates/page.mustache", "▸{{#contents}}{{title}}"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("templates/page.mustache", "{{#contents}}{{title}}▸{{/title}}{{/contents}}▸{{/title}}"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("templates/page.mustache", "▸{{=<% %>=}} ▸{{uppercased(title)}} ▸{{{body}} ▸{{title"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."),
        (
          "templates/page.mustache",
          String(repeating: "{{#contents}}", count: 64) + "▸{{#contents}}{{title}}"
            + String(repeating: "{{/contents}}", count: 65)
        ),
      ]),
    ],
    check: .template(check))

  private static func check(
    _ template: TemplateSource, _: SiteConfig, _ diagnostics: inout [Diagnostic]
  ) {
    let reader = template.reader
    func report(
      _ range: ByteRange, _ summary: String, _ explanation: String, _ notes: [Diagnostic.Note] = []
    ) {
      diagnostics.append(
        Diagnostic(
          rule.id, rule.severity, at: template.file.range(range), summary,
          explanation: explanation, notes: notes))
    }
    if let excess = template.size?.excess {
      report(
        excess.range, "the template is too large: \(excess.what)",
        "It would take too much time or memory, and is not rendered. Simplify it.")
      return
    }
    for problem in reader.problems { report(problem.range, problem.summary, problem.explanation) }
    var open: [MustacheTag] = []
    for tag in reader.tags {
      switch tag.kind {
      case .variable, .verbatim, .partial, .comment: break
      case .section, .inverted: open.append(tag)
      case .end:
        guard let last = open.last else {
          report(tag.range, "no section `\(tag.name)` is open here", "Delete the tag.")
          break
        }
        guard last.name == tag.name else {
          report(
            tag.range, "`\(tag.name)` is closed here, but `\(last.name)` is open",
            "Sections close in the order in which they nest: `{{/\(last.name)}}` comes first.",
            [.init("it opens here", at: template.file.range(last.range))])
          break
        }
        open.removeLast()
      }
    }
    for tag in open {
      report(
        tag.range, "the section `\(tag.name)` is never closed",
        "Add `{{/\(tag.name)}}` where it ends.")
    }
  }
}
