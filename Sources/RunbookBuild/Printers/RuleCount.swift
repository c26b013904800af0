import RunbookModel

/// What a rule has found in a run.
struct RuleCount {
  let id: String
  let severity: Severity
  let count: Int
  /// How many of these have a fix.
  let fixable: Int

  /// The worst first, then the most frequent. Findings of one rule may differ in severity.
  static func all(_ diagnostics: [Diagnostic]) -> [RuleCount] {
    struct Key: Hashable {
      let id: String
      let severity: Severity
    }
    let groups = Dictionary(grouping: diagnostics) { Key(id: $0.id, severity: $0.severity) }
    return groups.map { key, findings in
      RuleCount(
        id: key.id, severity: key.severity, count: findings.count,
        fixable: findings.reduce(0) { $1.isFixable ? $0 + 1 : $0 })
    }.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.count != right.count { return left.count > right.count }
      return left.id < right.id
    }
  }

  /// The table at the end of a run, one rule a line; nothing when nothing was found.
  static func table(_ diagnostics: [Diagnostic]) -> String {
    let rules = all(diagnostics)
    guard let most = rules.map(\.count).max() else { return "" }
    let width = max(4, String(most).utf8.count)
    let names = rules.map(\.id.utf8.count).max() ?? 0
    let lines = rules.map { rule in
      let number = String(rule.count)
      let padding = String(repeating: " ", count: width - number.utf8.count)
      let severity = rule.severity.rawValue.padded(to: 7)
      let line = "\(padding)\(number)  \(severity)  \(TerminalText.escaped(rule.id))"
      if rule.fixable == 0 { return line }
      let gap = String(repeating: " ", count: names - rule.id.utf8.count + 2)
      return line + gap + (rule.fixable == rule.count ? "fixable" : "\(rule.fixable) fixable")
    }
    return (lines + ["`runbookgen explain RULE` says why, and what to write"])
      .joined(separator: "\n") + "\n"
  }
}

extension Diagnostic {
  /// Whether it has a fix that a program can apply.
  var isFixable: Bool { fixes.contains { !$0.edits.isEmpty } }
}

extension String {
  /// With spaces after it, up to a width in characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
