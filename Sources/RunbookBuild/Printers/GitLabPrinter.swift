import RunbookModel

/// The code quality report of GitLab, which is a part of Code Climate's format: a list of findings, each
/// with a fingerprint of its own. GitLab shows one of those that have the same.
package struct GitLabPrinter: DiagnosticPrinter {
  package let name = "gitlab"

  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    let findings = zip(report.diagnostics, report.fingerprints)
    var json = JSONWriter()
    json.array(Array(findings)) { json, finding in
      let (diagnostic, fingerprint) = finding
      json.object { json in
        json.member("description") { $0.string(Self.description(diagnostic, report)) }
        json.member("check_name") { $0.string(diagnostic.id) }
        json.member("fingerprint") { $0.string(fingerprint.whole) }
        json.member("severity") { $0.string(Self.severity(diagnostic.severity)) }
        json.member("location") { Self.write(diagnostic.range, report, to: &$0) }
        let others = OtherPlaces.notes(of: diagnostic).map(\.range)
        if !others.isEmpty {
          json.member("other_locations") { json in
            json.array(others) { Self.write($1, report, to: &$0) }
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  /// GitLab shows this and no other location.
  private static func description(_ diagnostic: Diagnostic, _ report: DiagnosticReport) -> String {
    OtherPlaces.line(diagnostic, report, path: report.repositoryPath)
      .map { "\(diagnostic.summary) (\($0))" } ?? diagnostic.summary
  }

  private static func write(
    _ range: SourceRange, _ report: DiagnosticReport, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("path") { $0.string(report.repositoryPath(range.file)) }
      json.member("lines") { json in
        json.object { $0.member("begin") { $0.number(report.place(range).start.line) } }
      }
    }
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
