package import RunbookModel

/// A tag that the policy `safe` lets through, to be written anew from its parts.
package struct SafeTag: Sendable {
  package struct Attribute: Sendable {
    package enum Kind: Sendable { case text, link, image }

    package let name: String
    /// With its character references resolved.
    package let value: String
    package let kind: Kind

    init(_ name: String, _ value: String, _ kind: Kind = .text) {
      self.name = name
      self.value = value
      self.kind = kind
    }
  }

  /// In lower case.
  package let name: String
  package let attributes: [Attribute]
  /// Names of the attributes that were left out.
  package let dropped: [String]
}

/// Raw HTML under the policy `safe`, as pieces to be written one after the other. An element is let
/// through only together with its partner in the same run of text, or among the blocks of the same
/// container; so nothing that an author leaves open can reach beyond.
package enum SafeHTML {
  package enum Piece: Sendable {
    /// Text with its character references as they are spelt.
    case text(String)
    case opening(SafeTag)
    case closing(name: String)
    case void(SafeTag)
    /// A tag to be shown as text.
    case refused(String, Refusal)
  }

  package enum Refusal: Sendable { case element, unpaired, misplaced }

  /// Deeper nesting of raw HTML than any person writes.
  private static let deepestNesting = 64

  /// The pieces of the raw HTML among some blocks, by the index of the block.
  package static func pieces(of blocks: [Block]) -> [Int: [Piece]] {
    pieces(
      of: blocks.enumerated().compactMap { index, block in
        guard case .html(let text) = block.kind else { return nil }
        return (index, text)
      }, isInline: false)
  }

  /// The pieces of the raw HTML in a run of text, by the index of the inline.
  package static func pieces(of inlines: [Inline]) -> [Int: [Piece]] {
    pieces(
      of: inlines.enumerated().compactMap { index, inline in
        guard case .html(let text) = inline.kind else { return nil }
        return (index, text)
      }, isInline: true)
  }

  /// Whether a piece of raw HTML becomes a tag, other than a line break.
  package static func isLetThrough(_ pieces: [Piece]?) -> Bool {
    switch pieces?.first {
    case .opening, .closing: true
    case .void(let tag): tag.name != "br"
    case .text, .refused, nil: false
    }
  }

  /// What is left of some HTML without the elements on the list, for a place that has none of them;
  /// a line for each element that stands between lines.
  package static func text(of html: String) -> String {
    let bytes = Array(html.utf8)
    return tokens(of: bytes, 0).reduce(into: "") { text, token in
      guard let name = token.tag?.name else {
        text += HTMLText.decode(token.text)
        return
      }
      if SafeElement.flow.contains(name) || name == "br" {
        text += "\n"
      } else if !SafeElement.phrasing.contains(name) {
        text += token.text
      }
    }
  }

  private struct Token {
    let source: Int
    let text: String
    var tag: (name: String, isClosing: Bool, tag: HTMLTag)?
    var partner: Int?
  }

  private static func pieces(of sources: [(index: Int, text: String)], isInline: Bool)
    -> [Int: [Piece]]
  {
    guard !sources.isEmpty else { return [:] }
    let bytes = sources.map { Array($0.text.utf8) }
    var tokens: [Token] = []
    for source in sources.indices { tokens += Self.tokens(of: bytes[source], source) }
    pair(&tokens)
    var result: [Int: [Piece]] = [:]
    for source in sources { result[source.index] = [] }
    var open: [String] = []
    var refused: Set<Int> = []
    for (position, token) in tokens.enumerated() {
      let piece: Piece
      if let tag = token.tag {
        piece = judge(tag, token, position, bytes[token.source], isInline, &open, &refused)
      } else {
        piece = .text(token.text)
      }
      result[sources[token.source].index]?.append(piece)
    }
    return result
  }

  private static func judge(
    _ tag: (name: String, isClosing: Bool, tag: HTMLTag), _ token: Token, _ position: Int,
    _ bytes: [UInt8], _ isInline: Bool, _ open: inout [String], _ refused: inout Set<Int>
  ) -> Piece {
    let isKnown =
      SafeElement.phrasing.contains(tag.name) || !isInline && SafeElement.flow.contains(tag.name)
    guard isKnown else { return .refused(token.text, .element) }
    let isVoid = SafeElement.void.contains(tag.name)
    guard isVoid && !tag.isClosing || !isVoid && token.partner != nil else {
      return .refused(token.text, .unpaired)
    }
    if tag.isClosing {
      if let partner = token.partner, refused.contains(partner) {
        return .refused(token.text, .misplaced)
      }
      _ = open.popLast()
      return .closing(name: tag.name)
    }
    let hasParent =
      SafeElement.parents[tag.name].map { $0.contains(open.last ?? "") } ?? true
    let isNestedLink = tag.name == "a" && open.contains("a")
    guard hasParent, !isNestedLink, open.count < deepestNesting else {
      refused.insert(position)
      return .refused(token.text, .misplaced)
    }
    var attributes: [SafeTag.Attribute] = []
    var dropped: [String] = []
    for (name, value) in tag.tag.attributes(in: bytes) {
      if let attribute = SafeElement.attribute(name, value, of: tag.name) {
        attributes.append(attribute)
      } else {
        dropped.append(name)
      }
    }
    let safe = SafeTag(name: tag.name, attributes: attributes, dropped: dropped)
    if isVoid { return .void(safe) }
    open.append(tag.name)
    return .opening(safe)
  }

  /// Tags, and what lies between them without its comments.
  private static func tokens(of bytes: [UInt8], _ source: Int) -> [Token] {
    var tokens: [Token] = []
    var start = 0
    func add(upTo end: Int) {
      let text = removingComments(String(decoding: bytes[start..<end], as: UTF8.self))
      if !text.isEmpty { tokens.append(Token(source: source, text: text)) }
    }
    for tag in HTMLTag.tags(in: 0..<bytes.count, of: bytes) {
      guard tag.range.lowerBound >= start else { continue }
      add(upTo: tag.range.lowerBound)
      let text = String(decoding: bytes[tag.range], as: UTF8.self)
      tokens.append(Token(source: source, text: text, tag: (tag.name, tag.isClosing, tag)))
      start = tag.range.upperBound
    }
    add(upTo: bytes.count)
    return tokens
  }

  private static func removingComments(_ text: String) -> String {
    var rest = text[...]
    var result = ""
    while let start = rest.firstRange(of: "<!--") {
      result += rest[..<start.lowerBound]
      let comment = rest[start.upperBound...]
      rest = comment.firstRange(of: "-->").map { comment[$0.upperBound...] } ?? ""
    }
    return result + rest
  }

  /// Finds partners from the inside out; what stands open between two partners has none.
  private static func pair(_ tokens: inout [Token]) {
    var open: [Int] = []
    var counts: [String: Int] = [:]
    for index in tokens.indices {
      guard let tag = tokens[index].tag, !SafeElement.void.contains(tag.name) else { continue }
      guard tag.isClosing else {
        open.append(index)
        counts[tag.name, default: 0] += 1
        continue
      }
      guard counts[tag.name, default: 0] > 0 else { continue }
      while let last = open.popLast(), let name = tokens[last].tag?.name {
        counts[name, default: 1] -= 1
        guard name == tag.name else { continue }
        tokens[last].partner = index
        tokens[index].partner = last
        break
      }
    }
  }
}
