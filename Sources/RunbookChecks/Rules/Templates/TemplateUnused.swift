import RunbookModel

enum TemplateUnused {
  static let rule = Rule(
    "template-unused", .warning, "a template is never put into a page",
    rationale: """
      A template is used when it has the name of one that the program uses, or when such a one includes
      it with `{{> name}}`. Another changes nothing, and nobody would be told: a misspelt name looks as
      if the change did not work.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "Text."), ("templates/page.mustache", "{{> logo}}{{{body}}}"),
        ("templates/logo.mustache", "<b>Us</b>"), ("templates/footer.mustache", "{{> logo}}"),
      ])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "Text."), ("templates/header.mustache", "▸<b>Us</b>"),
        ("templates/footers.mustache", "▸{{> logo}}"), ("templates/logo.mustache", "<b>Us</b>"),
      ])
    ],
    check: .template(check))

  private static func check(
    _ template: TemplateSource, _: SiteConfig, _ diagnostics: inout [Diagnostic]
  ) {
    guard !template.isUsed else { return }
    let near = NearestName.suggestion(for: template.name, among: template.roots.sorted())
    diagnostics.append(
      Diagnostic(
        rule.id, rule.severity, at: template.file.range(0..<0),
        "no page uses the template `\(template.name)`"
          + (near.map { "; did you mean `\($0)`?" } ?? ""),
        explanation: "Include it with `{{> \(template.name)}}` in one of "
          + template.roots.sorted().map { "`\($0)`" }.joined(separator: ", ")
          + ", call it like one of these, or remove it."))
  }
}
