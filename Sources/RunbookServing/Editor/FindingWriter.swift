import RunbookBuild
import RunbookModel

/// Writes findings as an editor reads them.
struct FindingWriter {
  private let project: EditorProject
  private let encoding: PositionEncoding
  /// By file.
  private var texts: [String: EditorText] = [:]

  init(_ project: EditorProject, _ encoding: PositionEncoding) {
    (self.project, self.encoding) = (project, encoding)
  }

  /// A file that is not read as text has no lines.
  private mutating func text(_ file: String) -> EditorText {
    if let text = texts[file] { return text }
    let source = (try? project.workspace.file(named: file)).flatMap(\.self)
    let text = source.map { EditorText($0, encoding) } ?? EditorText([], encoding)
    texts[file] = text
    return text
  }

  mutating func write(_ finding: Diagnostic, to json: inout JSONWriter) {
    let own = text(finding.range.file)
    let notes = finding.notes.map { note in
      (
        text: note.text, file: note.range.file, range: note.range.bytes,
        lines: text(note.range.file)
      )
    }
    json.object { json in
      json.member("range") { $0.range(finding.range.bytes, in: own) }
      json.member("severity") { $0.number(Self.severity(finding.severity)) }
      json.member("code") { $0.string(finding.id) }
      json.member("source") { $0.string("runbookgen") }
      json.member("message") { json in
        json.string(
          finding.explanation.isEmpty
            ? finding.summary : finding.summary + ".\n" + finding.explanation)
      }
      guard !notes.isEmpty else { return }
      json.member("relatedInformation") { json in
        json.array(notes) { json, note in
          json.object { json in
            json.member("location") { json in
              json.location(project.uri(of: note.file), note.range, in: note.lines)
            }
            json.member("message") { $0.string(note.text) }
          }
        }
      }
    }
  }

  /// LSP 3.17, "DiagnosticSeverity".
  private static func severity(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }
}

extension JSONWriter {
  mutating func location(_ uri: String, _ range: ByteRange, in text: EditorText) {
    object { json in
      json.member("uri") { $0.string(uri) }
      json.member("range") { $0.range(range, in: text) }
    }
  }
}
