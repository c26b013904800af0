import RunbookModel

/// A comparison for programs.
package enum ComparisonJSON {
  package static func text(_ comparison: SiteComparison) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("version") { $0.number(1) }
      json.member("counts") { json in
        json.object { json in
          for kind in ProcedureChange.Kind.allCases {
            let count = comparison.changes.count { $0.kind == kind }
            if count > 0 { json.member(kind.rawValue) { $0.number(count) } }
          }
        }
      }
      json.member("pages") { json in
        json.array(comparison.pages) { json, page in
          json.object { json in
            json.member("file") { $0.string(page.file) }
            if let title = page.title { json.member("title") { $0.string(title) } }
            json.member("changes") { $0.array(page.changes) { change($1, &$0) } }
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private static func change(_ change: ProcedureChange, _ json: inout JSONWriter) {
    json.object { json in
      json.member("kind") { $0.string(change.kind.rawValue) }
      json.member("dangerous") { $0.boolean(change.kind.isDangerous) }
      if !change.step.isEmpty { json.member("step") { $0.string(change.step) } }
      if let old = change.old { json.member("old") { $0.string(old) } }
      if let new = change.new { json.member("new") { $0.string(new) } }
      json.member("details") { $0.array(change.details) { $0.string($1) } }
      place("oldPlace", change.oldPlace, &json)
      place("newPlace", change.newPlace, &json)
    }
  }

  private static func place(
    _ name: String, _ place: ProcedureChange.Place?, _ json: inout JSONWriter
  ) {
    guard let place else { return }
    json.member(name) { json in
      json.object { json in
        json.member("file") { $0.string(place.file) }
        json.member("line") { $0.number(place.line) }
      }
    }
  }
}
