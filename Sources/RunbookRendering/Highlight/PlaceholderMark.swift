package import RunbookCommands

/// What the page's script has to know of a placeholder, to put a value there.
package struct PlaceholderMark {
  var layers: [ValueLayer] = [.text]
  var limit: ValueLimit?
  /// See `ValuePlace.ending`.
  var ending: String?

  package init(layers: [ValueLayer] = [.text], limit: ValueLimit? = nil, ending: String? = nil) {
    self.layers = layers
    self.limit = limit
    self.ending = ending
  }

  /// Where the command around it could not be read.
  static let unread = PlaceholderMark(limit: ValueLimit(kind: .nothing, reason: .unread))
  /// Text of a language that the highlighter knows and nobody here quotes for.
  static let code = PlaceholderMark(limit: ValueLimit(kind: .word, reason: .program("code")))

  /// The `data-` attributes without that prefix, in the order in which they are written.
  func attributes(_ words: Words) -> [(String, String)] {
    guard let limit else {
      let quoting = [("q", layers.map(\.rawValue).joined(separator: ","))]
      return ending.map { quoting + [("ending", $0)] } ?? quoting
    }
    var attributes = [("only", limit.kind.rawValue), ("why", words.say(limit.reason))]
    if !limit.excluded.isEmpty { attributes.append(("no", limit.excluded)) }
    if let ending { attributes.append(("ending", ending)) }
    return attributes
  }
}

extension PlaceholderMark {
  init(_ place: ValuePlace) {
    self.init(layers: place.layers, limit: place.limit, ending: place.ending)
  }
}
