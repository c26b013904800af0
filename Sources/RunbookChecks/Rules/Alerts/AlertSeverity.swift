import RunbookModel

enum AlertSeverity {
  static let rule = Rule(
    "alert-severity", .warning, "an alert and its page disagree about the severity",
    rationale: """
      The label `severity` decides who is woken; the page says how fast to act. `runbookgen alerts` compares the two
      where both use the same words: `critical` is not compared with `sev1`. A page for several alerts agrees when one of them has
      its severity.
      """,
    passing: [Rule.Example("---\nseverity: critical\nalerts: [NodeDown]\n---\n\n# NodeDown\n")],
    failing: [], check: .reading)

  /// - Parameter words: what the label says anywhere, in small letters.
  static func check(_ entry: AlertAudit.Entry, among words: Set<String>) -> Diagnostic? {
    guard let severity = entry.rule.severity, let page = entry.page,
      let own = page.metadata.severity, words.contains(own.lowercased()),
      own.lowercased() != severity.value.lowercased(), page.metadata.alerts.count < 2
    else { return nil }
    return Diagnostic(
      rule.id, rule.severity, at: severity.range,
      "`\(entry.rule.name.value)` is `\(severity.value)`, and its page says `\(own)`",
      explanation: "Make both say the same.",
      notes: [.init("its page", at: page.metadata.title.range)])
  }
}
