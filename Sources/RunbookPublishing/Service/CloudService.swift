import RunbookChecks
import RunbookModel

/// Confluence Cloud: the second version of its REST interface, and the first for what that lacks.
struct CloudService: ConfluenceService {
  let client: RESTClient
  /// The address of Confluence.
  let url: String
  private var first: FirstInterface { FirstInterface(client: client) }

  init(_ client: RESTClient, url: String) {
    (self.client, self.url) = (client, url)
  }

  var canArrange: Bool { true }
  var canArchive: Bool { true }

  private static let pages = "/api/v2/pages"

  private func get(_ path: String) throws(RequestFailure) -> JSONNode? {
    try client.send(HTTPRequest(.get, path))
  }

  /// Every result of a list that is given in parts.
  private func list(_ path: String) throws(RequestFailure) -> [JSONNode] {
    var results: [JSONNode] = []
    var next: String? = path
    while let part = next {
      let json = try get(part)
      results += json?["results"]?.elements ?? []
      // Only the mark is taken of the address that the server names: a token goes nowhere else.
      next = json?["_links"]?["next"]?.text.flatMap(Self.cursor).map { "\(path)&cursor=\($0)" }
    }
    return results
  }

  private static func cursor(_ link: String) -> Substring? {
    let query = link.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    return query.split(separator: "&").lazy.compactMap { part in
      part.hasPrefix("cursor=") ? part.dropFirst("cursor=".count) : nil
    }.first
  }

  private func page(_ json: JSONNode, in space: String) -> RemotePage? {
    guard let id = json["id"]?.text, let title = json["title"]?.text else { return nil }
    let version = json["version"]
    return RemotePage(
      id: id, title: title, space: space,
      parent: json["parentType"]?.text ?? "page" == "page" ? json["parentId"]?.text : nil,
      position: json["position"]?.integer, version: version?["number"]?.integer ?? 1,
      message: version?["message"]?.text ?? "",
      author: version?["authorId"]?.text ?? json["authorId"]?.text ?? "",
      date: version?["createdAt"]?.text ?? "",
      link: url + (json["_links"]?["webui"]?.text ?? "/pages/viewpage.action?pageId=\(id)"))
  }

  // MARK: - Reading

  func space(_ key: String) throws(RequestFailure) -> RemoteSpace? {
    let json = try get("/api/v2/spaces?keys=\(PercentEncoding.encode(key))")
    guard let space = json?["results"]?.elements.first(where: { $0["key"]?.text == key }),
      let id = space["id"]?.text
    else { return nil }
    return RemoteSpace(key: key, id: id, home: space["homepageId"]?.text)
  }

  func pages(in space: RemoteSpace) throws(RequestFailure) -> [RemotePage] {
    try list("/api/v2/spaces/\(space.id)/pages?status=current&limit=250")
      .compactMap { page($0, in: space.key) }
  }

  func state(of page: String) throws(RequestFailure) -> StoredState? {
    let json = try get("\(Self.pages)/\(page)/properties?key=\(PageState.key)")
    guard let property = json?["results"]?.elements.first, let id = property["id"]?.text,
      let state = property["value"].flatMap(PageState.init)
    else { return nil }
    return StoredState(id: id, version: property["version"]?["number"]?.integer ?? 1, state: state)
  }

  func body(of page: String) throws(RequestFailure) -> String {
    let json = try get("\(Self.pages)/\(page)?body-format=storage")
    return json?["body"]?["storage"]?["value"]?.text ?? ""
  }

  func openComments(on page: String) throws(RequestFailure) -> Int {
    try list(
      "\(Self.pages)/\(page)/inline-comments?resolution-status=open&resolution-status=reopened"
        + "&limit=100"
    ).count
  }

  func name(of author: String) throws(RequestFailure) -> String {
    do throws(RequestFailure) {
      let user = try get("/rest/api/user?accountId=\(PercentEncoding.encode(author))")
      return user?["displayName"]?.text ?? author
    } catch {
      guard case .refused = error else { throw error }
      return author
    }
  }

  func attachments(of page: String) throws(RequestFailure) -> [RemoteAttachment] {
    try list("\(Self.pages)/\(page)/attachments?limit=250").compactMap { json in
      guard let id = json["id"]?.text, let name = json["title"]?.text else { return nil }
      return RemoteAttachment(id: id, name: name, comment: json["comment"]?.text ?? "")
    }
  }

  // MARK: - Writing

  func store(_ state: PageState, of page: String, over stored: StoredState?)
    throws(RequestFailure) -> StoredState
  {
    let path = "\(Self.pages)/\(page)/properties"
    let request =
      stored.map { HTTPRequest(.put, "\(path)/\($0.id)", body: state.property(over: $0)) }
      ?? HTTPRequest(.post, path, body: state.property(over: nil))
    let saved = try client.send(request) { () throws(RequestFailure) -> JSONNode? in
      guard let now = try self.state(of: page), now.state == state else { return nil }
      return JSONNode(
        kind: .object([.init(name: "id", value: .init(kind: .string(now.id), offset: 0))]),
        offset: 0)
    }
    return StoredState(id: stored?.id ?? saved?["id"]?.text ?? "", state, after: stored)
  }

  func create(_ title: String, below parent: String?, in space: RemoteSpace)
    throws(RequestFailure) -> RemotePage
  {
    let body = JSONWriter.object { json in
      json.member("spaceId") { $0.string(space.id) }
      json.member("status") { $0.string("current") }
      json.member("title") { $0.string(title) }
      if let parent { json.member("parentId") { $0.string(parent) } }
      json.member("body") { Self.write([], to: &$0) }
    }
    let made = try client.send(HTTPRequest(.post, Self.pages, body: body)) {
      () throws(RequestFailure) -> JSONNode? in
      let name = PercentEncoding.encode(title)
      let same = try get("\(Self.pages)?space-id=\(space.id)&status=current&title=\(name)")
      return same?["results"]?.elements.first { $0["version"]?["number"]?.integer == 1 }
    }
    return try page(of: made, in: space.key)
  }

  func update(_ page: RemotePage, to write: PageWrite) throws(RequestFailure) -> RemotePage {
    let path = "\(Self.pages)/\(page.id)"
    let body = JSONWriter.object { json in
      json.member("id") { $0.string(page.id) }
      json.member("status") { $0.string("current") }
      json.member("title") { $0.string(write.title) }
      if let parent = write.parent { json.member("parentId") { $0.string(parent) } }
      json.member("body") { Self.write(write.body, to: &$0) }
      json.member("version") { json in
        json.object { json in
          json.member("number") { $0.number(page.version + 1) }
          json.member("message") { $0.string(write.message) }
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

  private static func write(_ body: [UInt8], to json: inout JSONWriter) {
    json.object { json in
      json.member("representation") { $0.string("storage") }
      json.member("value") { $0.string(String(decoding: body, as: UTF8.self)) }
    }
  }

  private func page(of json: JSONNode?, in space: String) throws(RequestFailure) -> RemotePage {
    guard let page = json.flatMap({ page($0, in: space) }) else {
      throw .refused(status: 200, reason: "the answer does not say what became of the page")
    }
    return page
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
    // Here this makes a file or a new version of one.
    var request = HTTPRequest(
      .put, FirstInterface.path(page) + "/child/attachment", body: form.bytes)
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
    _ = try client.send(
      HTTPRequest(.put, FirstInterface.path(page) + "/move/\(place.rawValue)/\(sibling)"))
  }

  func archive(_ page: String) throws(RequestFailure) {
    let body = JSONWriter.object { json in
      json.member("pages") { json in
        json.array([page]) { json, id in
          json.object { json in json.member("id") { $0.number(Int(id) ?? 0) } }
        }
      }
    }
    _ = try client.send(HTTPRequest(.post, "/rest/api/content/archive", body: body)) {
      () throws(RequestFailure) -> JSONNode? in
      try get("\(Self.pages)/\(page)")?["status"]?.text == "archived" ? .done : nil
    }
  }
}

extension JSONNode {
  /// Stands for an answer that was lost.
  static let done = JSONNode(kind: .null, offset: 0)
}
