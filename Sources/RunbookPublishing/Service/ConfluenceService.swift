import RunbookChecks
import RunbookModel

/// A page as it is to be saved.
struct PageWrite: Sendable {
  let title: String
  /// Nil for the top of the space.
  let parent: String?
  let body: [UInt8]
  let message: String
}

struct RemoteAttachment: Sendable {
  let id: String
  let name: String
  let comment: String
}

struct Upload: Sendable {
  let name: String
  let bytes: [UInt8]
  let sha256: String

  /// Tells later whether it has to be uploaded again.
  var comment: String { "sha256:" + sha256 }
}

/// What is wanted of a Confluence, in either product.
protocol ConfluenceService {
  /// Whether siblings can be put into an order, and pages into the archive.
  var canArrange: Bool { get }
  var canArchive: Bool { get }

  /// - Returns: nil for one that does not exist, or that the user may not see.
  func space(_ key: String) throws(RequestFailure) -> RemoteSpace?
  /// Every page that is neither archived nor in the trash.
  func pages(in space: RemoteSpace) throws(RequestFailure) -> [RemotePage]
  func state(of page: String) throws(RequestFailure) -> StoredState?
  /// - Parameter stored: the property as it is; nil where there is none.
  /// - Returns: the property as it is then.
  func store(_ state: PageState, of page: String, over stored: StoredState?)
    throws(RequestFailure) -> StoredState
  /// The body in storage format.
  func body(of page: String) throws(RequestFailure) -> String
  func openComments(on page: String) throws(RequestFailure) -> Int
  /// The name of who is known by a number.
  func name(of author: String) throws(RequestFailure) -> String
  /// Makes a page without content.
  func create(_ title: String, below parent: String?, in space: RemoteSpace)
    throws(RequestFailure) -> RemotePage
  /// - Returns: the page as it is then.
  func update(_ page: RemotePage, to write: PageWrite) throws(RequestFailure) -> RemotePage
  func add(_ labels: [String], to page: String) throws(RequestFailure)
  func remove(_ label: String, from page: String) throws(RequestFailure)
  func attachments(of page: String) throws(RequestFailure) -> [RemoteAttachment]
  /// - Parameter existing: the file of that name, if there is one.
  func upload(_ file: Upload, to page: String, over existing: RemoteAttachment?)
    throws(RequestFailure)
  func move(_ page: String, _ place: SiblingPlace, _ sibling: String) throws(RequestFailure)
  func archive(_ page: String) throws(RequestFailure)
}

enum SiblingPlace: String, Sendable { case before, after }

/// What both products have: the first version of the REST interface, as far as it is the same.
struct FirstInterface {
  let client: RESTClient

  static func path(_ page: String) -> String { "/rest/api/content/\(page)" }

  func add(_ labels: [String], to page: String) throws(RequestFailure) {
    var json = JSONWriter()
    json.array(labels) { json, label in
      json.object { json in
        json.member("prefix") { $0.string("global") }
        json.member("name") { $0.string(label) }
      }
    }
    _ = try client.send(HTTPRequest(.post, Self.path(page) + "/label", body: json.bytes))
  }

  func remove(_ label: String, from page: String) throws(RequestFailure) {
    let name = PercentEncoding.encode(label)
    do throws(RequestFailure) {
      _ = try client.send(HTTPRequest(.delete, Self.path(page) + "/label?name=\(name)"))
    } catch {
      // Somebody has removed it already.
      guard case .refused(404, _) = error else { throw error }
    }
  }

  /// A form with a file and its comment, as browsers send it (RFC 7578).
  static func form(_ file: Upload) -> (type: String, bytes: [UInt8]) {
    let boundary = "runbookgen-" + file.sha256
    func field(_ name: String, _ value: String) -> String {
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }
    let name = file.name.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\"": text += "%22"
      case "\r", "\n": text += "%0A"
      default: text.unicodeScalars.append(scalar)
      }
    }
    let head =
      field("comment", file.comment) + field("minorEdit", "true")
      + "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
      + "Content-Type: application/octet-stream\r\n\r\n"
    return (
      "multipart/form-data; boundary=\(boundary)",
      Array(head.utf8) + file.bytes + Array("\r\n--\(boundary)--\r\n".utf8)
    )
  }
}
