import RunbookChecks
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
      // Two projects of one repository must not take each other's place.
      json.member("automationDetails") { json in
        json.object { $0.member("id") { $0.string("runbookgen/" + report.pathPrefix) } }
      }
      json.member("columnKind") { $0.string("unicodeCodePoints") }
      json.member("results") { json in
        json.array(Array(zip(report.diagnostics, report.fingerprints))) { json, result in
          let (diagnostic, fingerprint) = result
          let place = "\(fingerprint.lineHash):\(fingerprint.number)"
          json.object { json in
            write(diagnostic, index: indices[diagnostic.id] ?? 0, report, to: &json)
            json.member("partialFingerprints") { json in
              json.object { $0.member("primaryLocationLineHash") { $0.string(place) } }
            }
          }
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
          json.object { SARIFRule.write(id, RuleCatalog.rule(id), to: &$0) }
        }
      }
    }
  }

  private func write(
    _ diagnostic: Diagnostic, index: Int, _ report: DiagnosticReport, to json: inout JSONWriter
  ) {
    json.member("ruleId") { $0.string(diagnostic.id) }
    json.member("ruleIndex") { $0.number(index) }
    json.member("level") { $0.string(SARIFText.level(diagnostic.severity)) }
    json.member("message") { SARIFText.write(SARIFText.message(diagnostic), to: &$0) }
    json.member("locations") { json in
      json.array([diagnostic.range]) { json, range in
        json.object { writeLocation(range, report, to: &$0) }
      }
    }
    if !diagnostic.notes.isEmpty {
      json.member("relatedLocations") { json in
        json.array(Array(diagnostic.notes.enumerated())) { json, entry in
          let (number, note) = entry
          json.object { json in
            json.member("id") { $0.number(number + 1) }
            writeLocation(note.range, report, to: &json)
            json.member("message") { SARIFText.write(SARIFText.plain(note.text), to: &$0) }
          }
        }
      }
    }
    let fixes = diagnostic.fixes.filter { !$0.edits.isEmpty }
    guard !fixes.isEmpty, report.sources[diagnostic.range.file] != nil else { return }
    json.member("fixes") { json in
      json.array(fixes) { json, fix in write(fix, in: diagnostic.range.file, report, to: &json) }
    }
  }

  private func write(
    _ fix: Diagnostic.Fix, in file: String, _ report: DiagnosticReport, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("description") { SARIFText.write(SARIFText.plain(fix.title), to: &$0) }
      json.member("artifactChanges") { json in
        json.array([file]) { json, file in
          json.object { json in
            writeArtifact(file, report, to: &json)
            json.member("replacements") { json in
              json.array(fix.edits) { json, edit in
                json.object { json in
                  json.member("deletedRegion") { json in
                    writeRegion(report.place(edit.bytes, in: file), to: &json)
                  }
                  json.member("insertedContent") { SARIFText.write(edit.text, to: &$0) }
                }
              }
            }
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
        writeArtifact(range.file, report, to: &json)
        guard report.sources[range.file] != nil else { return }
        json.member("region") { writeRegion(report.place(range), to: &$0) }
      }
    }
  }

  private func writeArtifact(
    _ file: String, _ report: DiagnosticReport, to json: inout JSONWriter
  ) {
    json.member("artifactLocation") { json in
      json.object {
        $0.member("uri") { $0.string(FileAddress.encoded(report.repositoryPath(file))) }
      }
    }
  }

  private func writeRegion(
    _ place: (start: SourcePosition, end: SourcePosition), to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("startLine") { $0.number(place.start.line) }
      json.member("startColumn") { $0.number(place.start.column) }
      json.member("endLine") { $0.number(place.end.line) }
      json.member("endColumn") { $0.number(place.end.column) }
    }
  }
}
