import RunbookModel
import RunbookRendering

/// The XML that continuous integration servers show as test results: a file is a test case, which
/// fails when the file has errors. Other findings are its output.
package struct JUnitPrinter: DiagnosticPrinter {
  package let name = "junit"

  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    let byFile = Dictionary(grouping: report.diagnostics, by: \.range.file)
    // Some servers take a suite without cases for a failure.
    let files = Set(report.sources.keys).union(byFile.keys).sorted()
    let cases = files.isEmpty ? ["all pages"] : files
    let failures = byFile.values.reduce(0) { count, findings in
      findings.contains { $0.severity == .error } ? count + 1 : count
    }
    var xml = MarkupWriter()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite")
    xml.attribute("name", "runbookgen")
    xml.attribute("tests", String(cases.count))
    xml.attribute("failures", String(failures))
    xml.attribute("errors", "0")
    xml.raw(">\n")
    for file in cases { write(byFile[file] ?? [], named: file, report, to: &xml) }
    xml.raw("  </testsuite>\n</testsuites>\n")
    return xml.string
  }

  private func write(
    _ findings: [Diagnostic], named file: String, _ report: DiagnosticReport,
    to xml: inout MarkupWriter
  ) {
    xml.raw("    <testcase")
    xml.attribute("classname", "runbookgen")
    xml.attribute("name", Self.clean(file))
    guard !findings.isEmpty else {
      xml.raw("/>\n")
      return
    }
    xml.raw(">\n")
    // One element a case: most servers show the first one only.
    let errors = findings.filter { $0.severity == .error }
    if let first = errors.first {
      let more = errors.count > 1 ? " (and \(errors.count - 1) more)" : ""
      xml.raw("      <failure")
      xml.attribute("type", first.id)
      xml.attribute("message", Self.clean(first.summary) + more)
      xml.raw(">")
      xml.text(lines(errors, report))
      xml.raw("</failure>\n")
    }
    let others = findings.filter { $0.severity != .error }
    if !others.isEmpty {
      xml.raw("      <system-out>")
      xml.text(lines(others, report))
      xml.raw("</system-out>\n")
    }
    xml.raw("    </testcase>\n")
  }

  private func lines(_ findings: [Diagnostic], _ report: DiagnosticReport) -> String {
    findings.map { finding in
      let start = report.place(finding.range).start
      let place = Self.clean(finding.range.file) + ":\(start.line):\(start.column)"
      let summary = Self.clean(finding.summary)
      return "\(place): \(finding.severity.rawValue)[\(finding.id)]: \(summary)"
    }.joined(separator: "\n")
  }

  /// Controls and the last two code points of the first plane are not characters of XML 1.0 (§2.2).
  private static func clean(_ text: String) -> String {
    TerminalText.escaped(text).unicodeScalars.reduce(into: "") { result, scalar in
      result += scalar == "\u{FFFE}" || scalar == "\u{FFFF}" ? "\u{FFFD}" : String(scalar)
    }
  }
}
