import RunbookChecks

/// What raises the alerts of a page: the expression with its threshold, and how long it has to hold. It is
/// shown as it is written.
enum AlertPanel {
  /// A page for many alerts shows these, and the rest is in its rule files.
  private static let most = 10

  static func write(
    _ names: [String], _ rules: [String: AlertingRule], _ words: Words,
    to writer: inout MarkupWriter
  ) {
    for rule in names.compactMap({ rules[$0] }).prefix(most) {
      guard let text = text(of: rule) else { continue }
      writer.raw("<details class=\"alert-rule\">\n<summary>")
      writer.text(words.say(.alertRaised, ["alert": rule.name.value]))
      writer.raw("</summary>\n<pre tabindex=\"0\"><code>")
      writer.text(text)
      writer.raw("</code></pre>\n</details>\n")
    }
  }

  private static func text(of rule: AlertingRule) -> String? {
    guard let expression = rule.expression, !expression.isEmpty else { return nil }
    return expression + (rule.duration.map { "\nfor: \($0)" } ?? "")
      + (rule.severity.map { "\nseverity: \($0.value)" } ?? "")
  }
}
