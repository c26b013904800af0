package import RunbookChecks
import RunbookModel

/// A coverage report in its two forms.
package enum CoverageText {
  package static func table(_ report: CoverageReport) -> String {
    var rows = [["", "found", "known", "validated", "opaque", "%"]]
    rows += report.pages.map { row($0.file, $0.count) }
    rows.append(row("all pages", report.total))
    rows.append(["", "", "", "", "", ""])
    rows += report.programs.map { row($0.name + ($0.isKnown ? "" : " (no schema)"), $0.count) }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    var text = ""
    for row in rows {
      var line = pad(row[0], widths[0], isNumber: false)
      for column in row.indices.dropFirst() {
        line += "  " + pad(row[column], widths[column], isNumber: true)
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
      + "\(report.total.blocks) shell blocks, \(report.total.unparsed) of them do not parse\n"
  }

  private static func row(_ name: String, _ count: CoverageReport.Count) -> [String] {
    [name, "\(count.found)", "\(count.known)", "\(count.validated)", "\(count.opaque)"]
      + [percent(count)]
  }

  /// One decimal, rounded down, so that 100 means all.
  package static func percent(_ count: CoverageReport.Count) -> String {
    let tenths = Int(count.percent * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func pad(_ text: String, _ width: Int, isNumber: Bool) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return isNumber ? blanks + text : text + blanks
  }

  package static func json(_ report: CoverageReport) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("version") { $0.number(1) }
      json.member("total") { counts(report.total, &$0) { _ in } }
      json.member("pages") { json in
        json.array(report.pages) { json, page in
          counts(page.count, &json) { $0.member("file") { $0.string(page.file) } }
        }
      }
      json.member("programs") { json in
        json.array(report.programs) { json, program in
          counts(program.count, &json) { json in
            json.member("name") { $0.string(program.name) }
            json.member("hasSchema") { $0.boolean(program.isKnown) }
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private static func counts(
    _ count: CoverageReport.Count, _ json: inout JSONWriter, _ name: (inout JSONWriter) -> Void
  ) {
    json.object { json in
      name(&json)
      json.member("found") { $0.number(count.found) }
      json.member("known") { $0.number(count.known) }
      json.member("validated") { $0.number(count.validated) }
      json.member("opaque") { $0.number(count.opaque) }
      json.member("blocks") { $0.number(count.blocks) }
      json.member("unparsed") { $0.number(count.unparsed) }
    }
  }
}
