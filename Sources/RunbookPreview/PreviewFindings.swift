import RunbookBuild
import RunbookChecks
import RunbookModel

/// What was found, as a page of the preview reads it.
struct PreviewFindings {
  let state: PreviewHub.State

  /// The findings that a page shows: its own, and those of the configuration and the templates, which concern all.
  ///
  /// - Parameters:
  ///   - file: the file of the page; nil for an address without one.
  ///   - included: those of what it includes.
  func json(of file: String?, with included: [String]) -> [UInt8] {
    let files = [file].compactMap(\.self) + included
    let report = report(of: files)
    var json = JSONWriter()
    json.object { json in
      json.member("count") { $0.number(state.count) }
      json.member("file") { $0.string(file) }
      json.member("files") { json in json.array(files) { $0.string($1) } }
      json.member("text") { $0.string(texts(of: report)) }
      json.member("problem") { $0.string(state.problem.map(String.init(describing:))) }
      json.member("undo") { $0.string(state.fixes.last?.title) }
      json.member("site") { writeSite(to: &$0) }
      json.member("changes") { json in
        json.array(report.diagnostics) { json, finding in
          json.array(Array(finding.fixes.indices)) { json, fix in
            json.string(change(finding, fix, report))
          }
        }
      }
      json.member("report") { $0.raw(Array(JSONPrinter().render(report).utf8)) }
    }
    return json.bytes
  }

  /// The findings in the order that `json` shows them in.
  func report(of files: [String]) -> DiagnosticReport {
    let pages = Set(state.workspace.index.pages.map(\.sourcePath))
    let beside = state.workspace.filesWithFindings.filter { !pages.contains($0) }
    let found = (files.filter(pages.contains) + beside).flatMap(state.workspace.findings(in:))
      .filter { $0.severity != .info }
    return DiagnosticReport(
      diagnostics: found, sources: sources(of: found), pageCount: state.workspace.pageCount)
  }

  /// The findings of all files.
  var all: DiagnosticReport {
    let found = state.workspace.allFindings
    return DiagnosticReport(
      diagnostics: found, sources: sources(of: found), pageCount: state.workspace.pageCount)
  }

  /// Another text where one of the files that the findings speak of has changed.
  func texts(of report: DiagnosticReport) -> String {
    let files = report.sources.sorted { $0.key < $1.key }
    return String(
      SHA256.hex(files.flatMap { Array($0.key.utf8) + [0] + $0.value.bytes + [0] }).prefix(32))
  }

  private func sources(of findings: [Diagnostic]) -> [String: SourceFile] {
    let files = Set(findings.flatMap { [$0.range.file] + $0.notes.map(\.range.file) })
    var sources: [String: SourceFile] = [:]
    for file in files {
      sources[file] = (try? state.workspace.file(named: file)).flatMap(\.self)
    }
    return sources
  }

  /// How a fix changes its file, in the form of `diff -u`.
  private func change(_ finding: Diagnostic, _ fix: Int, _ report: DiagnosticReport) -> String {
    guard let source = report.sources[finding.range.file],
      let plan = AppliedFix.plan(finding, fix, source, nil)
    else { return "" }
    return UnifiedDiff.between(source, plan.fixed)
  }

  private func writeSite(to json: inout JSONWriter) {
    let workspace = state.workspace
    let found = workspace.allFindings
    json.object { json in
      json.member("pages") { $0.number(workspace.pageCount) }
      json.member("errors") { json in json.number(found.count { $0.severity == .error }) }
      json.member("warnings") { json in json.number(found.count { $0.severity == .warning }) }
    }
  }
}
