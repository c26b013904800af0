import RunbookModel

enum AlertWithoutPage {
  static let rule = Rule(
    "alert-without-page", .warning, "an alert has no runbook",
    rationale: """
      An alert that wakes somebody needs a page that says what to do. `runbookgen alerts` finds alerts without a
      `runbook_url` that no page names in `alerts` of its front matter. List the alert on the page that deals with it, or write one
      with `runbookgen new`.
      """,
    passing: [Rule.Example("---\nalerts: [NodeDown]\n---\n\n# NodeDown\n")], failing: [],
    check: .reading)

  static func check(_ entry: AlertAudit.Entry) -> Diagnostic? {
    guard entry.page == nil, entry.rule.runbook == nil || entry.target == .alert else { return nil }
    return Diagnostic(
      rule.id, rule.severity, at: entry.rule.name.range,
      "`\(entry.rule.name.value)` has no runbook",
      explanation: entry.target == .alert
        ? "Its `runbook_url` is the address that redirects give it, and no page lists it in `alerts`."
        : "It has no `runbook_url`, and no page lists it in `alerts`.")
  }
}
