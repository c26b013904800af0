import RunbookModel

enum ConfluenceLanguageUnknown {
  static let rule = Rule(
    "confluence-language-unknown", .warning, "Confluence has no colours for a code language",
    rationale: """
      Neither product of Confluence takes a language that it does not know: Data Center shows an
      error in place of the code. The export writes such a block as plain text, which loses its
      colours and nothing else. Name the language by one that the product knows, or take `text`.
      """,
    passing: [
      Rule.Example("```yaml\na: 1\n```"), Rule.Example("```text\nup 3 days\n```"),
      Rule.Example(files: [
        ("content/page.md", "```mermaid\ngraph TD\n```"),
        ("runbookgen.yml", "confluence: {target: cloud}\n"),
      ]),
      Rule.Example("```terraform\na = 1\n```"),
      Rule.Example(files: [
        ("content/page.md", "```promql\nup\n```"),
        ("runbookgen.yml", "confluence: {enabled: false}\n"),
      ]),
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "```▸promql\nup\n```"),
        ("runbookgen.yml", "confluence: {target: cloud}\n"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "```▸hcl\na = 1\n```"),
        ("runbookgen.yml", "confluence: {target: data-center}\n"),
      ]),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let confluence = context.config.confluence
    guard confluence.isWanted, let target = ConfluenceTarget(rawValue: confluence.target) else {
      return
    }
    for entry in context.outline.codeBlocks {
      let name = entry.value.language
      // The source of a diagram is no text either; that has a rule of its own.
      guard !name.isEmpty, !DiagramSource.languages.contains(name), let fence = entry.value.fence,
        ConfluenceLanguage.name(for: name, target: target) == nil
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: fence.language.range,
          "\(target.title) has no colours for `\(fence.language.text)`",
          explanation: "The code becomes plain text there. `text` says so here too."))
    }
  }
}
