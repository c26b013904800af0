import RunbookModel

enum TemplateUnknownName {
  static let rule = Rule(
    "template-unknown-name", .error, "a template uses a name that nothing fills in",
    rationale: """
      Mustache renders a name that it does not know as nothing. A misspelt name would take its part
      out of every page, and nobody would be told.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("templates/page.mustache", "{{title}}{{#contents}}{{.}}{{id}}{{/contents}}{{> footer}}"),
        ("templates/footer.mustache", "{{{body}}}"),
      ])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("templates/page.mustache", "{{▸titel}} {{#▸content}}{{/content}} {{> ▸footr}}"),
        ("templates/footer.mustache", "{{title}}"),
      ])
    ],
    check: .template(check))

  /// What the words of the site's language are called by: `words.copy`.
  private static let wordPrefix = "words."

  private static func check(
    _ template: TemplateSource, _: SiteConfig, _ diagnostics: inout [Diagnostic]
  ) {
    for tag in template.reader.tags {
      switch tag.kind {
      case .end, .comment: break
      case .partial where template.partialNames.contains(tag.name): break
      case .partial:
        diagnostics.append(
          unknown("template", tag.name, tag.nameRange, template.partialNames, template))
      case .variable, .verbatim, .section, .inverted:
        if tag.name == "." || template.offeredNames.contains(tag.name) { break }
        if tag.name.hasPrefix(wordPrefix) {
          let words = template.offeredNames.filter { $0.hasPrefix(wordPrefix) }
          diagnostics.append(unknown("word", tag.name, tag.nameRange, words, template))
          break
        }
        let parts = tag.name.split(separator: ".").map(String.init)
        guard let part = parts.first(where: { !template.offeredNames.contains($0) }) else { break }
        let names = template.offeredNames.filter { !$0.hasPrefix(wordPrefix) }
        diagnostics.append(unknown("value", part, tag.nameRange, names, template))
      }
    }
  }

  private static func unknown(
    _ what: String, _ name: String, _ range: ByteRange, _ known: Set<String>,
    _ template: TemplateSource
  ) -> Diagnostic {
    let sorted = known.sorted()
    let isWord = name.hasPrefix(wordPrefix)
    let near = NearestName.suggestion(for: name, among: sorted)
    return Diagnostic(
      rule.id, rule.severity, at: template.file.range(range),
      "there is no \(what) `\(name)` here" + (near.map { "; did you mean `\($0)`?" } ?? ""),
      explanation: isWord
        ? "`runbookgen help words` lists them. A word of your own goes into `words/en.yml`, beside "
          + "this template."
        : "Known: \(sorted.map { "`\($0)`" }.joined(separator: ", ")).",
      fixes: near.map { [.init("rename it to `\($0)`", edits: [])] } ?? [])
  }
}
