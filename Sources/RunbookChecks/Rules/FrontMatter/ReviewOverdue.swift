import RunbookModel

enum ReviewOverdue {
  static let rule = Rule(
    "review-overdue", .warning, "the page's next review was due in the past",
    rationale: """
      A runbook that nobody has read for longer than its own interval may no longer be true, and the
      reader at 3 a.m. has to be told. Walk through the page, mend what changed, and set `reviewed`
      to that day. A deprecated page is exempt: its successor is the one to review.
      """,
    passing: [
      Rule.Example("---\nreviewed: 2026-05-23\nreview_every: P6M\n---\n"),
      Rule.Example(
        "---\nreviewed: 2020-01-01\nreview_every: P6M\nlifecycle: deprecated\n---\n"),
    ],
    failing: [
      Rule.Example("---\nreviewed: ▸2026-05-22\nreview_every: P6M\n---\n"),
      Rule.Example("---\nreviewed: ▸2025-11-01\nreview_every: 6 months\n---\n"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let metadata = context.draft.metadata
    guard let reviewed = metadata.reviewed, let due = metadata.overdue(on: context.today) else {
      return
    }
    let days = context.today.dayNumber - due.dayNumber
    diagnostics.append(
      context.finding(
        rule, at: reviewed.range,
        "the review was due on \(due), \(days.counted("day")) ago",
        explanation: "Walk through the page, mend what changed, and set `reviewed` to that day."))
  }
}
