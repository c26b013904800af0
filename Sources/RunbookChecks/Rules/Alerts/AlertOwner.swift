import RunbookModel

enum AlertOwner {
  static let rule = Rule(
    "alert-owner", .warning, "an alert and its page disagree about the owner",
    rationale: """
      The label `team` or `owner` of an alert says who is paged; the page's `owner` says who keeps the procedure. When they are
      different teams, one of them works with a page that it does not keep. `runbookgen alerts` compares the names, whatever their
      letters, hyphens and blanks.
      """,
    passing: [Rule.Example("---\nowner: platform\nalerts: [NodeDown]\n---\n\n# NodeDown\n")],
    failing: [], check: .reading)

  static func check(_ entry: AlertAudit.Entry) -> Diagnostic? {
    guard let team = entry.rule.team, let page = entry.page, let owner = page.metadata.owner,
      TeamName.folded(team.value) != TeamName.folded(owner.value.team)
    else { return nil }
    return Diagnostic(
      rule.id, rule.severity, at: team.range,
      "`\(entry.rule.name.value)` pages `\(team.value)`, and its page belongs to `\(owner.value.team)`",
      explanation: "Name one team in both places.",
      notes: [.init("the owner of the page", at: owner.range)])
  }
}
