import RunbookModel

/// A page as it is in Confluence.
package struct RemotePage: Sendable, Equatable {
  package let id: String
  package var title: String
  /// The key of its space.
  package let space: String
  /// The page it is below; nil at the top of the space, and below what is no page.
  package var parent: String?
  /// Its place among its siblings; nil where nobody has arranged them.
  package var position: Int?
  package var version: Int
  /// What was said when this version was saved.
  package var message: String
  /// Who saved it: a name, or a number that has one.
  package var author: String
  /// `2026-11-28T10:00:00.000Z`
  package var date: String
  /// Where people see it.
  package let link: String
}

package struct RemoteSpace: Sendable, Equatable {
  package let key: String
  /// The number that Cloud has for it; elsewhere the key.
  package let id: String
  /// The page at its top.
  package let home: String?
}

/// What the content property of a page says: what of it is ours, and where it comes from.
package struct PageState: Sendable, Equatable {
  static let key = "runbookgen"

  /// Path of the page's file from the project folder.
  package var source: String
  /// Of the payload that is published; empty until there is one.
  package var sha256 = ""
  /// The number of the version that holds it.
  package var written = 1
  /// Labels that we have set.
  package var labels: [String] = []
  /// Hashes of the files that we have uploaded, by their names.
  package var attachments: [String: String] = [:]

  package init(source: String) { self.source = source }

  /// Nil for what this is not.
  init?(_ json: JSONNode) {
    guard let source = json["source"]?.text else { return nil }
    self.source = source
    sha256 = json["sha256"]?.text ?? ""
    written = json["written"]?.integer ?? 1
    labels = json["labels"]?.elements.compactMap(\.text) ?? []
    for file in json["attachments"]?.elements ?? [] {
      if let name = file["name"]?.text { attachments[name] = file["sha256"]?.text ?? "" }
    }
  }

  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.member("source") { $0.string(source) }
      json.member("sha256") { $0.string(sha256) }
      json.member("written") { $0.number(written) }
      json.member("labels") { $0.array(labels) { $0.string($1) } }
      json.member("attachments") { json in
        json.array(attachments.sorted { $0.key < $1.key }) { json, file in
          json.object { json in
            json.member("name") { $0.string(file.key) }
            json.member("sha256") { $0.string(file.value) }
          }
        }
      }
    }
  }
}

/// The property as it is stored.
package struct StoredState: Sendable, Equatable {
  let id: String
  let version: Int
  package let state: PageState

  init(id: String, version: Int, state: PageState) {
    (self.id, self.version, self.state) = (id, version, state)
  }

  init(id: String, _ state: PageState, after stored: StoredState?) {
    self.init(id: id, version: (stored?.version ?? 0) + 1, state: state)
  }
}

extension PageState {
  /// What is sent to store it.
  ///
  /// - Parameter stored: the property as it is; nil where there is none.
  func property(over stored: StoredState?) -> [UInt8] {
    JSONWriter.object { json in
      json.member("key") { $0.string(Self.key) }
      json.member("value") { write(&$0) }
      if let stored {
        json.member("version") {
          $0.object { $0.member("number") { $0.number(stored.version + 1) } }
        }
      }
    }
  }
}

/// What a version says of itself when we save it. Whatever says anything else was saved by somebody.
package enum VersionMessage {
  private static let start = "runbookgen "

  /// - Parameter digest: of everything that the page has then.
  static func text(_ digest: String) -> String { start + digest }

  /// For a version that another one follows at once.
  static let unfinished = start + "goes on"

  static func isOurs(_ message: String) -> Bool { message.hasPrefix(start) }
}
