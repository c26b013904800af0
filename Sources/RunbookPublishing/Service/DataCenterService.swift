import RunbookChecks
import RunbookModel

/// Confluence Data Center and Server: the first version of the REST interface.
struct DataCenterService: ConfluenceService {
  let client: RESTClient
  let url: String
  private var first: FirstInterface { FirstInterface(client: client) }

  init(_ client: RESTClient, url: String) {
    (self.client, self.url) = (client, url)
  }

  // Its interface has nothing for either.
  var canArrange: Bool { false }
  var canArchive: Bool { false }

  private func get(_ path: String) throws(RequestFailure) -> JSONNode? {
    try client.send(HTTPRequest(.get, path))
  }

  /// Nil for what is not there.
  private func find(_ path: String) throws(RequestFailure) -> JSONNode? {
    do throws(RequestFailure) {
      return try get(path)
    } catch {
      guard case .refused(404, _) = error else { throw error }
      return nil
    }
  }

  /// Every result of a list that is given in parts.
  ///
  /// - Parameter path: with a query.
  private func list(_ path: String, limit: Int = 100) throws(RequestFailure) -> [JSONNode] {
    var results: [JSONNode] = []
    while true {
      let json = try get("\(path)&limit=\(limit)&start=\(results.count)")
      let part = json?["results"]?.elements ?? []
      results += part
      // A server may give less than it was asked for, and says then where it goes on.
      if part.isEmpty || json?["_links"]?["next"] == nil { return results }
    }
  }

  private func page(_ json: JSONNode, in space: String) -> RemotePage? {
    guard let id = json["id"]?.text, let title = json["title"]?.text else { return nil }
    let version = json["version"]
    return RemotePage(
      id: id, title: title, space: space,
      parent: json["ancestors"]?.elements.last?["id"]?.text, position: nil,
      version: version?["number"]?.integer ?? 1, message: version?["message"]?.text ?? "",
      author: version?["by"]?["displayName"]?.text ?? "somebody",
      date: version?["when"]?.text ?? "",
      link: url + (json["_links"]?["webui"]?.text ?? "/pages/viewpage.action?pageId=\(id)"))
  }

  private func page(of json: JSONNode?, in space: String) throws(RequestFailure) -> RemotePage {
    guard let page = json.flatMap({ page($0, in: space) }) else {
      throw .refused(status: 200, reason: "the answer does not say what became of the page")
    }
    return page
  }

  // MARK: - Reading

  func space(_ key: String) throws(RequestFailure) -> RemoteSpace? {
    let json = try find("/rest/api/space/\(PercentEncoding.encode(key))?expand=homepage")
    return json.map { RemoteSpace(key: key, id: key, home: $0["homepage"]?["id"]?.text) }
  }

  func pages(in space: RemoteSpace) throws(RequestFailure) -> [RemotePage] {
    try list(
      "/rest/api/content?type=page&status=current&spaceKey=\(PercentEncoding.encode(space.key))"
        + "&expand=version,ancestors"
    ).compactMap { page($0, in: space.key) }
  }

  func state(of page: String) throws(RequestFailure) -> StoredState? {
    let property = try find(FirstInterface.path(page) + "/property/\(PageState.key)")
    guard let property, let state = property["value"].flatMap(PageState.init) else { return nil }
    return StoredState(
      id: PageState.key, version: property["version"]?["number"]?.integer ?? 1, state: state)
  }

  func body(of page: String) throws(RequestFailure) -> String {
    let json = try get(FirstInterface.path(page) + "?expand=body.storage")
    return json?["body"]?["storage"]?["value"]?.text ?? ""
  }

  func openComments(on page: String) throws(RequestFailure) -> Int {
    try list(
      FirstInterface.path(page)
        + "/child/comment?depth=all&location=inline&expand=extensions.resolution"
    ).count {
      ["open", "reopened"].contains($0["extensions"]?["resolution"]?["status"]?.text ?? "open")
    }
  }

  func name(of author: String) throws(RequestFailure) -> String { author }

  func attachments(of page: String) throws(RequestFailure) -> [RemoteAttachment] {
    try list(FirstInterface.path(page) + "/child/attachment?expand=version").compactMap { json in
      guard let id = json["id"]?.text, let name = json["title"]?.text else { return nil }
      let comment = json["metadata"]?["comment"] ?? json["extensions"]?["comment"]
      return RemoteAttachment(id: id, name: name, comment: comment?.text ?? "")
    }
  }

  // MARK: - Writing

  func store(_ state: PageState, of page: String, over stored: StoredState?)
    throws(RequestFailure) -> StoredState
  {
    let path = FirstInterface.path(page) + "/property"
    let request =
      stored == nil
      ? HTTPRequest(.post, path, body: state.property(over: nil))
      : HTTPRequest(.put, "\(path)/\(PageState.key)", body: state.property(over: stored))
    _ = try client.send(request) { () throws(RequestFailure) -> JSONNode? in
      try self.state(of: page)?.state == state ? .done : nil
    }
    return StoredState(id: PageState.key, state, after: stored)
  }

  func create(_ title: String, below parent: String?, in space: RemoteSpace)
    throws(RequestFailure) -> RemotePage
  {
    let body = JSONWriter.object { json in
      Self.write(title, parent, [], to: &json)
      json.member("space") { $0.object { $0.member("key") { $0.string(space.key) } } }
    }
    let made = try client.send(
      HTTPRequest(.post, "/rest/api/content?expand=version,ancestors", body: body)
    ) { () throws(RequestFailure) -> JSONNode? in
      let same = try get(
        "/rest/api/content?type=page&status=current&spaceKey=\(PercentEncoding.encode(space.key))"
          + "&title=\(PercentEncoding.encode(title))&expand=version,ancestors")
      return same?["results"]?.elements.first { $0["version"]?["number"]?.integer == 1 }
    }
    return try page(of: made, in: space.key)
  }

  func update(_ page: RemotePage, to write: PageWrite) throws(RequestFailure) -> RemotePage {
    let path = FirstInterface.path(page.id) + "?expand=version,ancestors"
    let body = JSONWriter.object { json in
      Self.write(write.title, write.parent, write.body, to: &json)
      json.member("version") { json in
        json.object { json in
          json.member("number") { $0.number(page.version + 1) }
          json.member("message") { $0.string(write.message) }
          json.member("minorEdit") { $0.boolean(false) }
        }
      }
    }
    let saved = try client.send(HTTPRequest(.put, path, body: body)) {
      () throws(RequestFailure) -> JSONNode? in
      let now = try get(path)
      let isSaved =
        now?["version"]?["number"]?.integer == page.version + 1
        && now?["version"]?["message"]?.text == write.message
      return isSaved ? now : nil
    }
    return try self.page(of: saved, in: page.space)
  }

  private static func write(
    _ title: String, _ parent: String?, _ body: [UInt8], to json: inout JSONWriter
  ) {
    json.member("type") { $0.string("page") }
    json.member("status") { $0.string("current") }
    json.member("title") { $0.string(title) }
    if let parent {
      json.member("ancestors") { json in
        json.array([parent]) { json, id in json.object { $0.member("id") { $0.string(id) } } }
      }
    }
    json.member("body") { json in
      json.object { json in
        json.member("storage") { json in
          json.object { json in
            json.member("value") { $0.string(String(decoding: body, as: UTF8.self)) }
            json.member("representation") { $0.string("storage") }
          }
        }
      }
    }
  }

  func add(_ labels: [String], to page: String) throws(RequestFailure) {
    try first.add(labels, to: page)
  }

  func remove(_ label: String, from page: String) throws(RequestFailure) {
    try first.remove(label, from: page)
  }

  func upload(_ file: Upload, to page: String, over existing: RemoteAttachment?)
    throws(RequestFailure)
  {
    let form = FirstInterface.form(file)
    let path = FirstInterface.path(page) + "/child/attachment"
    var request = HTTPRequest(
      .post, existing.map { "\(path)/\($0.id)/data" } ?? path, body: form.bytes)
    request.contentType = form.type
    request.isUpload = true
    _ = try client.send(request) { () throws(RequestFailure) -> JSONNode? in
      let isThere = try attachments(of: page).contains {
        $0.name == file.name && $0.comment == file.comment
      }
      return isThere ? .done : nil
    }
  }

  func move(_ page: String, _ place: SiblingPlace, _ sibling: String) throws(RequestFailure) {
    throw .refused(status: 0, reason: "Data Center arranges no pages for a program")
  }

  func archive(_ page: String) throws(RequestFailure) {
    throw .refused(status: 0, reason: "Data Center archives no pages for a program")
  }
}
