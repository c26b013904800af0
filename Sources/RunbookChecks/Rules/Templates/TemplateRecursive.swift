import RunbookModel

enum TemplateRecursive {
  static let rule = Rule(
    "template-recursive", .error, "a template includes itself",
    rationale: """
      A template that includes itself, by way of others or not, would be rendered for ever: the values
      that templates are given are not nested without end. Write the part that repeats as a section,
      `{{#list}}…{{/list}}`.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("templates/page.mustache", "{{> head}}{{> foot}}"),
        ("templates/head.mustache", "{{> foot}}"), ("templates/foot.mustache", "{{title}}"),
      ])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("templates/page.mustache", "{{> ▸page}}"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("templates/page.mustache", "{{> head}}"),
        ("templates/head.mustache", "{{title}}{{> ▸foot}}"),
        ("templates/foot.mustache", "{{#contents}}{{> ▸head}}{{/contents}}"),
      ]),
    ],
    check: .template(check))

  private static func check(
    _ template: TemplateSource, _: SiteConfig, _ diagnostics: inout [Diagnostic]
  ) {
    for tag in template.reader.tags where tag.kind == .partial {
      guard TemplateSource.reached([tag.name], template.inclusions).contains(template.name) else {
        continue
      }
      diagnostics.append(
        Diagnostic(
          rule.id, rule.severity, at: template.file.range(tag.nameRange),
          "the template `\(template.name)` includes itself"
            + (tag.name == template.name ? "" : ", by way of `\(tag.name)`"),
          explanation: "It would be rendered for ever."))
    }
  }
}
