import RunbookModel

/// Static Analysis Results Interchange Format 2.1.0 (OASIS), for code scanning.
package struct SARIFPrinter: DiagnosticPrinter {
  package let name = "sarif"

  package init() {}

  package func render(_ report: DiagnosticReport) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema") {
        $0.string("https://json.schemastore.org/sarif-2.1.0.json")
      }
      json.member("version") { $0.string("2.1.0") }
      json.member("runs") { json in
        json.array([report]) { json, report in writeRun(report, to: &json) }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private func writeRun(_ report: DiagnosticReport, to json: inout JSONWriter) {
    let ids = Set(report.diagnostics.map(\.id)).sorted()
    let indices = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
    json.object { json in
      json.member("tool") { json in
        json.object { json in
          json.member("driver") { writeDriver(ids, report, to: &$0) }
        }
      }
      json.member("columnKind") { $0.string("unicodeCodePoints") }
      json.member("results") { json in
        json.array(report.diagnostics) { json, diagnostic in
          write(diagnostic, index: indices[diagnostic.id] ?? 0, report, to: &json)
        }
      }
    }
  }

  private func writeDriver(
    _ ids: [String], _ report: DiagnosticReport, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("name") { $0.string("runbookgen") }
      if !report.toolVersion.isEmpty { json.member("version") { $0.string(report.toolVersion) } }
      json.member("rules") { json in
        json.array(ids) { json, id in
          json.object { json in
            json.member("id") { $0.string(id) }
            if let summary = report.ruleSummaries[id] {
              json.member("shortDescription") { writeText(summary, to: &$0) }
            }
          }
        }
      }
    }
  }

  private func write(
    _ diagnostic: Diagnostic, index: Int, _ report: DiagnosticReport, to json: inout JSONWriter
  ) {
    let text = [diagnostic.summary, diagnostic.explanation].filter { !$0.isEmpty }
      .joined(separator: ". ")
    json.object { json in
      json.member("ruleId") { $0.string(diagnostic.id) }
      json.member("ruleIndex") { $0.number(index) }
      json.member("level") { $0.string(Self.level(diagnostic.severity)) }
      json.member("message") { writeText(text, to: &$0) }
      json.member("locations") { json in
        json.array([diagnostic.range]) { json, range in
          json.object { writeLocation(range, report, to: &$0) }
        }
      }
      guard !diagnostic.notes.isEmpty else { return }
      json.member("relatedLocations") { json in
        json.array(diagnostic.notes) { json, note in
          json.object { json in
            writeLocation(note.range, report, to: &json)
            json.member("message") { writeText(note.text, to: &$0) }
          }
        }
      }
    }
  }

  private func writeLocation(
    _ range: SourceRange, _ report: DiagnosticReport, to json: inout JSONWriter
  ) {
    json.member("physicalLocation") { json in
      json.object { json in
        json.member("artifactLocation") { json in
          json.object {
            $0.member("uri") { $0.string(Self.uri(report.repositoryPath(range.file))) }
          }
        }
        guard report.sources[range.file] != nil else { return }
        let place = report.place(range)
        json.member("region") { json in
          json.object { json in
            json.member("startLine") { $0.number(place.start.line) }
            json.member("startColumn") { $0.number(place.start.column) }
            json.member("endLine") { $0.number(place.end.line) }
            json.member("endColumn") { $0.number(place.end.column) }
          }
        }
      }
    }
  }

  private func writeText(_ text: String, to json: inout JSONWriter) {
    json.object { $0.member("text") { $0.string(text) } }
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// A relative reference (RFC 3986 §4.2): all but unreserved characters and `/` is encoded.
  private static func uri(_ path: String) -> String {
    path.utf8.reduce(into: "") { text, byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || "-._~/".unicodeScalars.contains(scalar)
      let digits = String(byte, radix: 16, uppercase: true)
      text += isPlain ? String(scalar) : "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
  }
}
