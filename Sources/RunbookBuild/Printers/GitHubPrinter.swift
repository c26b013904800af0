import RunbookModel

/// Workflow commands of GitHub Actions, which become annotations on the changed lines.
package struct GitHubPrinter: DiagnosticPrinter {
  package let name = "github"

  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    Self.annotations(report.diagnostics)
      .reduce(into: "") { $0 += command($1.finding, others: $1.others, report) + "\n" }
  }

  /// GitHub shows ten of a kind, so the worst come first, and where there are more a rule has one on a
  /// page, which says how many others there are.
  private static func annotations(_ diagnostics: [Diagnostic]) -> [(
    finding: Diagnostic, others: Int
  )] {
    struct Key: Hashable {
      let file: String
      let rule: String
    }
    let sorted = DiagnosticReport.worstFirst(diagnostics)
    guard sorted.count > shownCount else { return sorted.map { ($0, 0) } }
    let counts = Dictionary(grouping: sorted) { Key(file: $0.range.file, rule: $0.id) }
      .mapValues(\.count)
    var seen: Set<Key> = []
    return sorted.compactMap { finding in
      let key = Key(file: finding.range.file, rule: finding.id)
      return seen.insert(key).inserted ? (finding, (counts[key] ?? 1) - 1) : nil
    }
  }

  private static let shownCount = 10

  private func command(_ diagnostic: Diagnostic, others: Int, _ report: DiagnosticReport) -> String
  {
    let place = report.place(diagnostic.range)
    var properties = [
      ("file", report.repositoryPath(diagnostic.range.file)), ("line", String(place.start.line)),
      ("endLine", String(place.end.line)),
    ]
    // The service takes columns of a range on one line only.
    if place.start.line == place.end.line {
      properties.append(("col", String(place.start.column)))
      properties.append(("endColumn", String(place.end.column)))
    }
    properties.append(("title", diagnostic.id))
    let list = properties.map { $0 + "=" + Self.escapedProperty($1) }.joined(separator: ",")
    let more = others == 0 ? "" : "and \(others) more of this rule in this file"
    let text =
      ([diagnostic.summary, diagnostic.explanation] + diagnostic.fixes.map(\.title)
      + OtherPlaces.lines(diagnostic, report) + [more])
      .filter { !$0.isEmpty }.joined(separator: "\n")
    return "::\(Self.command(diagnostic.severity)) \(list)::\(Self.escapedData(text))"
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  /// As `escapeData` and `escapeProperty` of the Actions toolkit; other controls would colour or
  /// hide parts of the log.
  private static func escapedData(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { replaced(TerminalText.escaped(String($0)), [("%", "%25")]) }
      .joined(separator: "%0A")
  }

  private static func escapedProperty(_ text: String) -> String {
    replaced(escapedData(text), [(":", "%3A"), (",", "%2C")])
  }

  private static func replaced(_ text: String, _ pairs: [(Character, String)]) -> String {
    text.reduce(into: "") { result, character in
      result += pairs.first { $0.0 == character }?.1 ?? String(character)
    }
  }
}
