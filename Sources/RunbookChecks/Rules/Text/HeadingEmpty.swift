import RunbookModel

enum HeadingEmpty {
  static let rule = Rule(
    "heading-empty", .warning, "a heading has no text",
    rationale: """
      A heading without text is an entry without a name in the table of contents, and a stop without
      a word for a screen reader. Write it out or delete it.
      """,
    passing: [Rule.Example("## Check"), Rule.Example("## ![The network](net.png)")],
    failing: [Rule.Example("▸##\n\nText."), Rule.Example("▸## <!-- to do -->")],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for section in context.outline.sections where section.text.isBlank {
      diagnostics.append(
        context.finding(
          rule, at: section.range, "this heading has no text",
          explanation: "Give the section a name, or delete the line."))
    }
  }
}
