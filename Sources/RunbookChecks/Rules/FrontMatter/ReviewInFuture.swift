import RunbookModel

enum ReviewInFuture {
  static let rule = Rule(
    "review-in-future", .warning, "the page says it was reviewed on a day that is yet to come",
    rationale: """
      `reviewed` is the day on which somebody last walked through the page. A date in the future is
      a slip, or the date of the next review; that one follows from `review_every`.
      """,
    passing: [Rule.Example("---\nreviewed: 2026-11-23\nreview_every: P6M\n---\n")],
    failing: [Rule.Example("---\nreviewed: ▸2026-11-24\nreview_every: P6M\n---\n")],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    guard let reviewed = context.draft.metadata.reviewed, reviewed.value > context.today else {
      return
    }
    diagnostics.append(
      context.finding(
        rule, at: reviewed.range,
        "`reviewed` is \(reviewed.value), which is after today, \(context.today)",
        explanation: "Give the day of the last review. The next one follows from `review_every`."))
  }
}
