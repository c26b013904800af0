import RunbookChecks
import RunbookModel

/// A rule with everything that GitHub's table of properties asks for.
enum SARIFRule {
  /// - Parameter rule: nil for a finding of no rule.
  static func write(_ id: String, _ rule: Rule?, to json: inout JSONWriter) {
    json.member("id") { $0.string(id) }
    guard let rule else { return }
    let summary = rule.summary.prefix(1).uppercased() + rule.summary.dropFirst() + "."
    let text = rule.rationale.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    json.member("shortDescription") { SARIFText.write(SARIFText.plain(summary), to: &$0) }
    json.member("fullDescription") { SARIFText.write(SARIFText.plain(cut(text)), to: &$0) }
    json.member("help") { json in
      json.object { json in
        json.member("text") { $0.string(SARIFText.plain(text)) }
        json.member("markdown") { $0.string(RulePage.markdown(rule)) }
      }
    }
    json.member("defaultConfiguration") { json in
      json.object { $0.member("level") { $0.string(SARIFText.level(rule.severity)) } }
    }
    json.member("properties") { json in
      json.object { json in
        json.member("tags") { $0.array(["runbook"]) { $0.string($1) } }
        json.member("precision") { $0.string(rule.severity == .error ? "very-high" : "high") }
        json.member("problem.severity") {
          $0.string(rule.severity == .info ? "recommendation" : rule.severity.rawValue)
        }
      }
    }
  }

  /// GitHub shows 1,024 characters of a description.
  private static func cut(_ text: String) -> String {
    guard text.count > 1000 else { return text }
    let start = text.prefix(1000)
    return String(start[..<(start.lastIndex(of: " ") ?? start.endIndex)]) + " …"
  }
}
