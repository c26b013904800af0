import RunbookModel

/// Findings for programs. The form is a promise: members may be added, none changes or goes.
package struct JSONPrinter: DiagnosticPrinter {
  package let name = "json"

  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("version") { $0.number(1) }
      json.member("diagnostics") { json in
        json.array(report.diagnostics) { write($1, report, to: &$0) }
      }
      json.member("summary") { json in
        json.object { json in
          json.member("pages") { $0.number(report.pageCount) }
          json.member("errors") { $0.number(report.count(.error)) }
          json.member("warnings") { $0.number(report.count(.warning)) }
          json.member("infos") { $0.number(report.count(.info)) }
          if let known = report.known { json.member("known") { $0.number(known.leftOut) } }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private func write(
    _ diagnostic: Diagnostic, _ report: DiagnosticReport, to json: inout JSONWriter
  ) {
    let file = diagnostic.range.file
    let bytes = diagnostic.range.bytes
    json.object { json in
      json.member("id") { $0.string(diagnostic.id) }
      json.member("severity") { $0.string(diagnostic.severity.rawValue) }
      json.member("file") { $0.string(file) }
      writePlace(report.place(diagnostic.range), to: &json)
      json.member("byteOffset") { $0.number(bytes.lowerBound) }
      json.member("byteLength") { $0.number(bytes.count) }
      json.member("lineHash") { $0.string(report.key(diagnostic).lineHash) }
      json.member("summary") { $0.string(diagnostic.summary) }
      json.member("explanation") { $0.string(diagnostic.explanation) }
      json.member("notes") { json in
        json.array(diagnostic.notes) { json, note in write(note, report, to: &json) }
      }
      json.member("fixes") { json in
        json.array(diagnostic.fixes) { json, fix in write(fix, in: file, report, to: &json) }
      }
    }
  }

  private func write(
    _ note: Diagnostic.Note, _ report: DiagnosticReport, to json: inout JSONWriter
  ) {
    let start = report.place(note.range).start
    json.object { json in
      json.member("file") { $0.string(note.range.file) }
      json.member("line") { $0.number(start.line) }
      json.member("column") { $0.number(start.column) }
      json.member("text") { $0.string(note.text) }
    }
  }

  private func write(
    _ fix: Diagnostic.Fix, in file: String, _ report: DiagnosticReport, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("title") { $0.string(fix.title) }
      json.member("edits") { json in
        json.array(fix.edits) { json, edit in
          json.object { json in
            writePlace(report.place(edit.bytes, in: file), to: &json)
            json.member("text") { $0.string(edit.text) }
          }
        }
      }
    }
  }

  private func writePlace(
    _ place: (start: SourcePosition, end: SourcePosition), to json: inout JSONWriter
  ) {
    json.member("line") { $0.number(place.start.line) }
    json.member("column") { $0.number(place.start.column) }
    json.member("endLine") { $0.number(place.end.line) }
    json.member("endColumn") { $0.number(place.end.column) }
  }
}
