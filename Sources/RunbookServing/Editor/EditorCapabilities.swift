import RunbookModel

/// What the server can do, as it says it when a session begins.
enum EditorCapabilities {
  static func write(_ encoding: PositionEncoding, to json: inout JSONWriter) {
    json.object { json in
      json.member("positionEncoding") { $0.string(encoding.rawValue) }
      json.member("textDocumentSync") { json in
        json.object { json in
          json.member("openClose") { $0.boolean(true) }
          // Incremental.
          json.member("change") { $0.number(2) }
          json.member("save") { $0.boolean(true) }
        }
      }
      for request in EditorRequestCatalog.all {
        guard let (name, value) = request.capability else { continue }
        json.member(name) { value(&$0) }
      }
      json.member("workspace") { writeWorkspace(to: &$0) }
    }
  }

  private static func writeWorkspace(to json: inout JSONWriter) {
    json.object { json in
      json.member("workspaceFolders") { json in
        json.object { json in
          json.member("supported") { $0.boolean(true) }
          json.member("changeNotifications") { $0.boolean(true) }
        }
      }
      json.member("fileOperations") { json in
        json.object { json in
          json.member("willRename") { FileRenameRequest.writeFilters(to: &$0) }
        }
      }
    }
  }
}
