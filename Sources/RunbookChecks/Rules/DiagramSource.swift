import RunbookModel

enum DiagramSource {
  static let rule = Rule(
    "diagram-source", .warning, "a diagram is published as its source",
    rationale: """
      GitHub draws `mermaid` blocks, and other tools draw PlantUML, Graphviz and D2. This wiki and Confluence
      show the source. Add a picture of the diagram above the block; the source may stay below it, for
      those who change it.
      """,
    passing: [
      Rule.Example("```text\ngraph TD\n```\n\n```yaml\ndot: 1\n```"),
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
    let blocks = context.page.document.blocks
    let pictured = Set(
      zip(blocks, blocks.dropFirst()).compactMap { isPicture($0) ? $1.range.lowerBound : nil })
    let places = context.outline.codeBlocks.compactMap { entry -> ByteRange? in
      guard languages.contains(entry.value.language), let fence = entry.value.fence,
        !pictured.contains(entry.range.lowerBound)
      else { return nil }
      return fence.marker.lowerBound..<fence.info.range.upperBound
    }
    let finding = context.finding(
      rule, atEach: places, "readers see the source of this diagram, not the diagram",
      explanation:
        "GitHub and other tools draw it; this wiki and Confluence do not. Put a picture of it "
        + "above the block.")
    if let finding { diagnostics.append(finding) }
  }

  private static func isPicture(_ block: Block) -> Bool {
    guard case .paragraph(let content) = block.kind else { return false }
    return content.contains { if case .image = $0.kind { true } else { false } }
  }
}
