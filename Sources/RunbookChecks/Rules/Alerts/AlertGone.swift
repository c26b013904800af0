import RunbookModel

enum AlertGone {
  static let rule = Rule(
    "alert-gone", .warning, "a page names an alert that no rule raises",
    rationale: """
      A page for an alert that was renamed or removed is found by nobody who is paged, and is reviewed for nothing. `runbookgen alerts`
      takes the files it is given for all there are: give it all rules that the site has pages for.
      """,
    passing: [Rule.Example("---\nalerts: [NodeDown]\n---\n\n# NodeDown\n")], failing: [],
    check: .reading)

  /// - Parameter known: the names of all alerts.
  static func check(_ pages: [PageSummary], known: Set<String>) -> [Diagnostic] {
    let names = known.sorted()
    return pages.flatMap(\.metadata.alertFields).filter { !known.contains($0.value) }.map { alert in
      let near = NearestName.suggestion(for: alert.value, among: names)
      return Diagnostic(
        rule.id, rule.severity, at: alert.range, "no rule raises `\(alert.value)`",
        explanation: (near.map { "Did you mean `\($0)`? " } ?? "")
          + "Remove it here, or give the file that has it.")
    }
  }
}
