import RunbookModel
package import RunbookRendering

/// Reads a manifest that some earlier build, or anybody, has written.
package enum ManifestReader {
  /// - Parameter path: the file as the user named it.
  /// - Throws: a problem that names the file, the line, the column and what is wrong there.
  package static func read(_ bytes: [UInt8], path: String) throws(FileProblem)
    -> ConfluenceManifest
  {
    do throws(JSONProblem) {
      let root = try JSONReader.read(bytes)
      return try ManifestDecoder.manifest(root)
    } catch {
      let place = position(of: error.offset, in: bytes)
      throw FileProblem(
        path: "\(path):\(place.line):\(place.column)", operation: "read the manifest",
        reason: error.reason,
        advice: "give the confluence/manifest.json of an earlier build with this version")
    }
  }

  /// The manifest of what was pasted; nil where no file is, as nothing was pasted yet.
  static func pasted(_ path: String) throws(FileProblem) -> ConfluenceManifest? {
    guard try Disk.kind(of: path) != nil else { return nil }
    return try read(Disk.read(path), path: path)
  }

  /// Line and column as diagnostics count them: from 1, in Unicode scalars.
  private static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let lines = LineTable(bytes)
    let line = lines.line(at: offset)
    let start = min(lines.starts[line], offset)
    let text = String(decoding: bytes[start..<min(offset, bytes.count)], as: UTF8.self)
    return (line + 1, text.unicodeScalars.count + 1)
  }
}

/// Takes the JSON apart. Members that it does not know are passed over: a later version may add some.
private enum ManifestDecoder {
  static func manifest(_ root: JSONNode) throws(JSONProblem) -> ConfluenceManifest {
    let manifest = try JSONObject(root)
    try checkVersion(manifest, at: root.offset)
    var pages: [ConfluenceManifest.Page] = []
    var sources: Set<String> = []
    for node in try manifest.array("pages") {
      let page = try page(JSONObject(node))
      guard sources.insert(page.source).inserted else {
        throw JSONProblem(
          offset: node.offset, reason: "there are two entries for the source '\(page.source)'")
      }
      pages.append(page)
    }
    return ConfluenceManifest(target: try manifest.string("target"), pages: pages)
  }

  private static func checkVersion(_ manifest: JSONObject, at offset: Int) throws(JSONProblem) {
    let node = try manifest.member("version")
    guard case .number(let text) = node.kind else { throw node.mismatch("version", "a number") }
    guard text == String(ConfluenceManifest.version) else {
      throw JSONProblem(
        offset: node.offset,
        reason: "it has version \(text), and only version \(ConfluenceManifest.version) is known")
    }
  }

  private static func page(_ entry: JSONObject) throws(JSONProblem) -> ConfluenceManifest.Page {
    var page = ConfluenceManifest.Page(
      source: try entry.string("source"), title: try entry.string("title"))
    page.space = try entry.optionalString("space")
    page.parent = try parent(entry.member("parent"))
    page.labels = try entry.strings("labels")
    page.order = try entry.optionalInteger("order")
    page.linkedTitles = try entry.strings("linkedTitles")
    for node in try entry.array("attachments") {
      let value = try JSONObject(node)
      page.attachments.append(
        .init(
          name: try value.string("name"), path: try value.string("path"),
          sha256: try value.optionalString("sha256")))
    }
    for node in try entry.array("payloads") {
      let value = try JSONObject(node)
      page.payloads.append(
        .init(
          name: try value.string("name"), path: try value.string("path"),
          sha256: try value.optionalString("sha256")))
    }
    for node in try entry.array("losses") {
      let value = try JSONObject(node)
      page.losses.append(
        .init(
          target: try value.string("target"), payloads: try value.string("payloads"),
          under: try value.optionalString("under"), what: try value.string("what"),
          why: try value.string("why")))
    }
    return page
  }

  private static func parent(_ node: JSONNode) throws(JSONProblem) -> ConfluenceManifest.Parent? {
    if node.kind == .null { return nil }
    let parent = try JSONObject(node)
    if let source = parent.members["source"] { return .page(source: try source.text("source")) }
    return .title(try parent.string("title"))
  }
}

/// The members of a JSON object by name.
private struct JSONObject {
  let members: [String: JSONNode]
  private let offset: Int

  init(_ node: JSONNode) throws(JSONProblem) {
    guard case .object(let members) = node.kind else {
      throw JSONProblem(
        offset: node.offset, reason: "an object should be here, and there is \(node.typeName)")
    }
    self.members = Dictionary(
      members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    offset = node.offset
  }

  func member(_ name: String) throws(JSONProblem) -> JSONNode {
    guard let node = members[name] else {
      throw JSONProblem(offset: offset, reason: "the object that starts here has no '\(name)'")
    }
    return node
  }

  func string(_ name: String) throws(JSONProblem) -> String { try member(name).text(name) }

  func optionalString(_ name: String) throws(JSONProblem) -> String? {
    let node = try member(name)
    return node.kind == .null ? nil : try node.text(name)
  }

  func optionalInteger(_ name: String) throws(JSONProblem) -> Int? {
    let node = try member(name)
    switch node.kind {
    case .null: return nil
    case .number(let text):
      guard let number = Int(text) else { throw node.mismatch(name, "a whole number") }
      return number
    default: throw node.mismatch(name, "a whole number")
    }
  }

  func array(_ name: String) throws(JSONProblem) -> [JSONNode] {
    let node = try member(name)
    guard case .array(let elements) = node.kind else { throw node.mismatch(name, "an array") }
    return elements
  }

  func strings(_ name: String) throws(JSONProblem) -> [String] {
    var texts: [String] = []
    for node in try array(name) { texts.append(try node.text(name)) }
    return texts
  }
}

extension JSONNode {
  fileprivate func text(_ name: String) throws(JSONProblem) -> String {
    guard case .string(let text) = kind else { throw mismatch(name, "a string") }
    return text
  }

  fileprivate func mismatch(_ name: String, _ expected: String) -> JSONProblem {
    JSONProblem(offset: offset, reason: "'\(name)' must be \(expected), and is \(typeName)")
  }
}
