import RunbookModel

enum DiagramSource {
  static let rule = Rule(
    "diagram-source", .warning, "a diagram is published as its source",
    rationale: """
      GitHub draws `mermaid` blocks, and other tools draw PlantUML, Graphviz and D2. This wiki and Confluence
      show the source, unless the configuration names a program that draws it: `diagrams: {dot: "dot
      -Tsvg"}`. Without one, add a picture of the diagram above the block; the source may stay below
      it, for those who change it.
      """,
    passing: [
      Rule.Example("```text\ngraph TD\n```\n\n```yaml\ndot: 1\n```"),
      Rule.Example(files: [
        ("content/page.md", "```mermaid\ngraph TD\n  A-->B\n```"),
        ("runbookgen.yml", "diagrams: {mermaid: mmdc -i - -o - -e svg}"),
      ]),
      Rule.Example("![Flow](https://a.b/flow.png)\n\n```mermaid\ngraph TD\n  A-->B\n```"),
    ],
    failing: [
      Rule.Example("## Flow\n\n▸```mermaid\ngraph TD\n  A-->B\n```\n\n```d2\na -> b\n```")
    ],
    check: .page(check))

  /// Labels of what is drawn elsewhere.
  static let languages: Set = [
    "mermaid", "plantuml", "puml", "d2", "dot", "graphviz", "ditaa", "blockdiag", "seqdiag",
    "nomnoml",
    "vega", "vega-lite", "wavedrom", "geojson", "topojson", "stl", "math",
  ]

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let places = blocks(of: context.page.document, context.outline, context.config).compactMap {
      $0.value.fence.map { $0.marker.lowerBound..<$0.info.range.upperBound }
    }
    let finding = context.finding(
      rule, atEach: places, "readers see the source of this diagram, not the diagram",
      explanation:
        "GitHub and other tools draw it; this wiki and Confluence do not. Name a program that does "
        + "under `diagrams` in the configuration, or put a picture of it above the block.")
    if let finding { diagnostics.append(finding) }
  }

  /// The blocks of which readers see the source: nothing draws them, and no picture stands above.
  static func blocks(of document: Document, _ outline: PageOutline, _ config: SiteConfig)
    -> [PageOutline.Entry<CodeBlock>]
  {
    let found = outline.codeBlocks.filter {
      languages.contains($0.value.language) && !config.draws($0.value)
    }
    guard !found.isEmpty else { return [] }
    let pictured = Set(
      zip(document.blocks, document.blocks.dropFirst()).compactMap {
        isPicture($0) ? $1.range.lowerBound : nil
      })
    return found.filter { !pictured.contains($0.range.lowerBound) }
  }

  private static func isPicture(_ block: Block) -> Bool {
    guard case .paragraph(let content) = block.kind else { return false }
    return content.contains { if case .image = $0.kind { true } else { false } }
  }
}
