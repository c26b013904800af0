import RunbookModel
import RunbookRendering

/// The XML that continuous integration servers show as test results: a page is a test case, which
/// fails when the page has errors. Other findings are the output of the suite.
///
/// It is what two schemas have in common: that of Ant's task (windyroad), which wants every attribute and
/// element below, and that of Jenkins (junit-10.xsd).
package struct JUnitPrinter: DiagnosticPrinter {
  package let name = "junit"

  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    let byFile = Dictionary(grouping: report.diagnostics, by: \.range.file)
    // Some servers take a suite without cases for a failure.
    let files = Set(report.pages).union(byFile.keys).sorted()
    let cases = files.isEmpty ? ["all pages"] : files
    let failures = byFile.values.reduce(0) { count, findings in
      findings.contains { $0.severity == .error } ? count + 1 : count
    }
    var xml = MarkupWriter()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite")
    for (name, value) in [
      ("name", "runbookgen"), ("package", "runbookgen"), ("id", "0"), ("hostname", "localhost"),
      ("timestamp", (report.today?.description ?? "1970-01-01") + "T00:00:00"),
      ("tests", String(cases.count)), ("failures", String(failures)), ("errors", "0"),
      ("time", "0"),
    ] {
      xml.attribute(name, value)
    }
    xml.raw(">\n    <properties/>\n")
    for file in cases { write(byFile[file] ?? [], named: file, report, to: &xml) }
    xml.raw("    <system-out>")
    xml.text(lines(report.diagnostics.filter { $0.severity != .error }, report))
    xml.raw("</system-out>\n    <system-err></system-err>\n  </testsuite>\n</testsuites>\n")
    return xml.string
  }

  private func write(
    _ findings: [Diagnostic], named file: String, _ report: DiagnosticReport,
    to xml: inout MarkupWriter
  ) {
    xml.raw("    <testcase")
    xml.attribute("classname", "runbookgen")
    xml.attribute("name", Self.clean(report.repositoryPath(file)))
    xml.attribute("time", "0")
    // One element a case: most servers show the first one only.
    let errors = findings.filter { $0.severity == .error }
    guard let first = errors.first else {
      xml.raw("/>\n")
      return
    }
    let more = errors.count > 1 ? " (and \(errors.count - 1) more)" : ""
    xml.raw(">\n      <failure")
    xml.attribute("type", first.id)
    xml.attribute("message", Self.clean(first.summary) + more)
    xml.raw(">")
    xml.text(lines(errors, report))
    xml.raw("</failure>\n    </testcase>\n")
  }

  private func lines(_ findings: [Diagnostic], _ report: DiagnosticReport) -> String {
    findings.map { finding in
      let start = report.place(finding.range).start
      let place =
        Self.clean(report.repositoryPath(finding.range.file)) + ":\(start.line):\(start.column)"
      let summary = Self.clean(finding.summary)
      let line = "\(place): \(finding.severity.rawValue)[\(finding.id)]: \(summary)"
      let others = OtherPlaces.lines(finding, report).map { "  " + Self.clean($0) }
      return ([line] + others).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// Controls and the last two code points of the first plane are not characters of XML 1.0 (§2.2).
  private static func clean(_ text: String) -> String {
    TerminalText.escaped(text).unicodeScalars.reduce(into: "") { result, scalar in
      result += scalar == "\u{FFFE}" || scalar == "\u{FFFF}" ? "\u{FFFD}" : String(scalar)
    }
  }
}
