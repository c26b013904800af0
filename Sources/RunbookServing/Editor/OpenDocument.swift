import RunbookModel

/// A document as an editor holds it.
struct OpenDocument: Sendable {
  let uri: String
  let path: String
  var version: Int?
  private(set) var bytes: [UInt8]

  init(uri: String, path: String, version: Int?, text: String) {
    (self.uri, self.path, self.version, bytes) = (uri, path, version, Array(text.utf8))
  }

  /// Takes in changes in the order in which they were made; each is told in places of the text that those
  /// before it left.
  ///
  /// - Throws: where a change is none of the protocol.
  mutating func apply(_ changes: [JSONNode], _ encoding: PositionEncoding) throws(RPCError) {
    for change in changes {
      guard let text = change["text"]?.string else {
        throw RPCError(.invalidParams, "a change of '\(uri)' has no 'text'")
      }
      guard let place = change["range"] else {
        bytes = Array(text.utf8)
        continue
      }
      guard let range = EditorText(bytes, encoding).range(place) else {
        throw RPCError(.invalidParams, "a change of '\(uri)' has a range that is none")
      }
      bytes.replaceSubrange(range, with: text.utf8)
    }
  }
}
