package import RunbookChecks
package import RunbookModel

/// What `runbookgen explain` says of a rule, for programs and for pages.
package enum RulePage {
  package static func markdown(_ rule: Rule) -> String {
    var lines = ["# \(rule.id)", "", "\(rule.severity.rawValue): \(rule.summary)", ""]
    lines.append(rule.rationale)
    for (title, examples) in [("Found", rule.failing), ("Not found", rule.passing)] {
      guard let example = examples.first else { continue }
      lines += ["", "## \(title)"]
      for file in example.files {
        if example.files.count > 1 { lines += ["", "`\(file.path)`:"] }
        let text = unmarked(file.text)
        let fence = fence(around: text)
        lines += ["", fence + (file.path.hasSuffix(".md") ? "markdown" : ""), text, fence]
      }
    }
    if let silence = silence(rule) { lines += [""] + silence }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How to have it otherwise, as lines; nil for a rule that cannot be silenced.
  package static func silence(_ rule: Rule) -> [String]? {
    if ["file-unusable", "config-syntax"].contains(rule.id) { return nil }
    let site = "`rules: {\(rule.id): off}` in the configuration, or `info`, `warning`, `error`"
    guard !["config-", "template-"].contains(where: rule.id.hasPrefix) else {
      return ["For the whole site: \(site)."]
    }
    return [
      "For one block: `<!-- runbookgen-allow \(rule.id): reason -->` on the line before it.",
      "For one page: `allow: {\(rule.id): reason}` in the front matter. For the whole site: \(site).",
    ]
  }

  /// A list of rules as a table.
  package static func table(_ rules: [Rule]) -> String {
    let rows = rules.map { rule in
      let summary = rule.summary.split(separator: "|", omittingEmptySubsequences: false)
      return "| `\(rule.id)` | \(rule.severity.rawValue) | \(summary.joined(separator: "\\|")) |"
    }
    return (["| rule | severity | finds |", "|---|---|---|"] + rows).joined(separator: "\n") + "\n"
  }

  /// - Parameter hasExamples: whether all that is known of the rule is written.
  package static func write(_ rule: Rule, hasExamples: Bool, to json: inout JSONWriter) {
    json.object { json in
      json.member("id") { $0.string(rule.id) }
      json.member("severity") { $0.string(rule.severity.rawValue) }
      json.member("strictSeverity") { $0.string(max(rule.strict, rule.severity).rawValue) }
      json.member("summary") { $0.string(rule.summary) }
      json.member("formerIds") { $0.array(rule.aliases) { $0.string($1) } }
      guard hasExamples else { return }
      json.member("rationale") { $0.string(rule.rationale) }
      json.member("failing") { $0.array(rule.failing) { write($1, to: &$0) } }
      json.member("passing") { $0.array(rule.passing) { write($1, to: &$0) } }
    }
  }

  private static func write(_ example: Rule.Example, to json: inout JSONWriter) {
    json.array(example.files) { json, file in
      json.object { json in
        json.member("path") { $0.string(file.path) }
        json.member("text") { $0.string(unmarked(file.text)) }
      }
    }
  }

  /// The text of an example without the marks of its findings.
  private static func unmarked(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "▸" }))
  }

  /// Backticks that nothing in the text ends.
  private static func fence(around text: String) -> String {
    var longest = 2
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    return String(repeating: "`", count: longest + 1)
  }
}
