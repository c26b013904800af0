import RunbookModel

/// One line for each finding, as compilers write them: editors and `grep` read that.
package struct ConcisePrinter: DiagnosticPrinter {
  package let name = "concise"
  package let hasTotals = true

  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    report.worst.reduce(into: "") { text, finding in
      let start = report.place(finding.range).start
      let place = "\(report.shownPath(finding.range.file)):\(start.line):\(start.column)"
      text += TerminalText.escaped(
        "\(place): \(finding.severity.rawValue)[\(finding.id)]: \(finding.summary)")
      if let others = OtherPlaces.line(finding, report, path: report.shownPath) {
        text += TerminalText.escaped(" (\(others))")
      }
      text += finding.isFixable ? " (fixable)\n" : "\n"
    }
  }
}
