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
        json.member("description") { $0.string(diagnostic.summary) }
        json.member("check_name") { $0.string(diagnostic.id) }
        json.member("fingerprint") { $0.string(fingerprint.whole) }
        json.member("severity") { $0.string(Self.severity(diagnostic.severity)) }
        json.member("location") { json in
          json.object { json in
            json.member("path") { $0.string(report.repositoryPath(diagnostic.range.file)) }
            json.member("lines") { json in
              json.object {
                $0.member("begin") { $0.number(report.place(diagnostic.range).start.line) }
              }
            }
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
