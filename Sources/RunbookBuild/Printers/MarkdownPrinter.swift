import RunbookModel

/// A page for the summary of a job or a comment: the counts of each rule, and the worst findings.
package struct MarkdownPrinter: DiagnosticPrinter {
  package let name = "markdown"

  /// How many findings are listed unless a number is asked for.
  private static let usualLimit = 50

  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    var lines = ["**\(Self.escaped(report.countLine))**"]
    lines += report.knownLine.map { ["", Self.escaped($0)] } ?? []
    let rules = RuleCount.all(report.diagnostics)
    guard !rules.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    lines += ["", "| findings | severity | rule | fixable |", "|--:|---|---|--:|"]
    lines += rules.map { rule in
      "| \(rule.count) | \(rule.severity.rawValue) | `\(rule.id)` |"
        + " \(rule.fixable == 0 ? "" : String(rule.fixable)) |"
    }
    var report = report
    report.limit = report.limit ?? Self.usualLimit
    lines += ["", "| place | severity | finding |", "|---|---|---|"]
    lines += report.worst.map { finding in
      let line = report.place(finding.range).start.line
      let place = Self.escaped("\(report.repositoryPath(finding.range.file)):\(line)")
      let others = OtherPlaces.line(finding, report, path: report.repositoryPath)
      return "| \(place) | \(finding.severity.rawValue) | \(Self.escaped(finding.summary))"
        + " (`\(finding.id)`)\(others.map { "; " + Self.escaped($0) } ?? "") |"
    }
    if report.hiddenCount > 0 { lines += ["", "and \(report.hiddenCount) more"] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text that stays text in a cell. What stands between backticks in a message is code, where only the
  /// bar of a cell has to be escaped.
  private static func escaped(_ text: String) -> String {
    let parts = TerminalText.escaped(text).split(separator: "`", omittingEmptySubsequences: false)
    // An odd number of backticks, or two of them side by side, is no pair that could be kept.
    let isPaired = parts.count % 2 == 1 && !text.contains("``")
    return parts.enumerated().map { index, part in
      part.reduce(into: "") { result, character in
        if character == "|" || !(isPaired && index % 2 == 1) && "\\*_[]<>&#~@$".contains(character)
        {
          result += "\\"
        }
        result.append(character)
      }
    }.joined(separator: isPaired ? "`" : "\\`")
  }
}
