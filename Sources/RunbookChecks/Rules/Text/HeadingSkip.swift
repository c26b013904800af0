import RunbookModel

enum HeadingSkip {
  static let rule = Rule(
    "heading-skip", .info, "a heading is more than one level below the one before it",
    rationale: """
      Readers and screen readers find their way by heading levels; the table of contents and
      Confluence nest by them. A level that is left out means that a section is missing or that a
      heading was chosen for its size. The page's title counts as level 1.
      """,
    strict: .warning, passing: [Rule.Example("## Check\n\n### Nodes\n\n#### One node\n\n## Mend")],
    failing: [
      Rule.Example("## Check\n\n▸#### One node"),
      Rule.Example("▸### The first heading"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var previous: PageOutline.Section?
    for section in context.outline.sections {
      let level = section.heading.level
      let above = previous?.heading.level ?? 1
      if level > above + 1 {
        let place =
          previous.map { "level-\(above) heading" + ($0.text.isBlank ? "" : " `\($0.text)`") }
          ?? "title of the page"
        diagnostics.append(
          context.finding(
            rule, at: section.range,
            "this heading is of level \(level), below the \(place)",
            explanation: "Make it a heading of level \(above + 1), `"
              + String(repeating: "#", count: above + 1) + "`, or add the level that is missing.",
            notes: previous.map { [.init("the heading before it", at: context.range($0.range))] }
              ?? []))
      }
      previous = section
    }
  }
}
