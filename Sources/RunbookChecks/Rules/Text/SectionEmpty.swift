import RunbookModel

enum SectionEmpty {
  static let rule = Rule(
    "section-empty", .warning, "a heading has nothing under it",
    rationale: """
      Whoever jumps to an empty section looks for the rest of it. A heading that only holds others has
      them one level deeper. Fill the section in, or remove its heading.
      """,
    passing: [
      Rule.Example("## Check\n\n### Nodes\n\nAll of them.\n\n## Mend\n\n```bash\nls\n```"),
      Rule.Example("See[^1].\n\n[^1]: Text.\n\n    ## Head\n\n    Text.\n\n## Later\n\nText."),
      Rule.Example(
        "---\ntables: [{under: quick, schema: quick-reference, generate: true}]\n---\n"
          + "## Quick\n\n## Mend\n\n```bash {quickref=Look}\nls\n```"),
      Rule.Example("# Runbook\n\n> ## Quoted\n\n## Mend\n\n<!-- not yet -->\n\n## More\n\nText."),
    ],
    failing: [
      Rule.Example("▸## Impact\n\n## Mend\n\nText.\n\n## References\n"),
      Rule.Example("## Mend\n\n▸### Parameters\n\n### Name\n\nText."),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let sections = context.outline.sections
    let bytes = context.file.bytes
    // A page with one heading and no text is empty as a whole.
    guard sections.count > 1 else { return }
    let made = context.draft.metadata.tables.filter(\.isGenerated).map(\.under.value)
    let empty = sections.indices.filter { index in
      let section = sections[index]
      // The table that is made here stands on no line of the source.
      guard !made.contains(section.heading.id) else { return false }
      let line = context.file.lines.line(at: section.range.lowerBound)
      let start = context.file.lines.range(ofLine: line).lowerBound
      // The heading of a quote or a list ends with it.
      guard bytes[start..<section.range.lowerBound].allSatisfy({ $0 == UInt8(ascii: " ") }) else {
        return false
      }
      let next = index + 1 < sections.count ? sections[index + 1] : nil
      // Deeper headings are what it holds.
      if let next, next.heading.level > section.heading.level { return false }
      // Footnotes come last, wherever they are written.
      let (below, end) = (section.range.upperBound, next?.range.lowerBound ?? bytes.count)
      return below <= end && bytes[below..<end].allSatisfy { $0 <= UInt8(ascii: " ") }
    }
    let finding = context.finding(
      rule, atEach: empty.map { sections[$0].range },
      empty.count == 1
        ? "nothing stands under this heading" : "nothing stands under \(empty.count) headings",
      explanation: "Fill the section in, or remove the heading.", note: "nor under this one")
    diagnostics += [finding].compactMap(\.self)
  }
}
