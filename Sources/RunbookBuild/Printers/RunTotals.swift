/// What is said at the end of a run.
package enum RunTotals {
  /// The counts, and what is known; with a table of the rules where that is wanted.
  package static func text(_ report: DiagnosticReport, hasTable: Bool) -> String {
    var lines: [String] = []
    if report.hiddenCount > 0 {
      lines.append("\(report.hiddenCount) more are not shown")
    }
    lines.append(report.countLine)
    lines += report.knownLine.map { [$0] } ?? []
    return lines.map { $0 + "\n" }.joined()
      + (hasTable ? RuleCount.table(report.diagnostics) : "")
  }
}
