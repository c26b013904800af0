import RunbookModel

/// Raw HTML, taken apart and judged. An element is let through only together with its partner in the same
/// run of text, or among the blocks of the same container; so nothing that an author leaves open can
/// reach beyond.
enum SafeHTML {
  enum Piece: Sendable {
    /// Text with its character references as they are spelt.
    case text(String)
    case opening(HTMLElement, dropped: [String])
    case closing
    case void(HTMLElement, dropped: [String])
    /// A tag to be shown as text.
    case refused(String, Refusal)

    var isElement: Bool {
      switch self {
      case .opening, .closing, .void: true
      case .text, .refused: false
      }
    }
  }

  enum Refusal: Sendable { case element, unpaired, misplaced }

  /// Where raw HTML stands, which decides what may.
  enum Place: Sendable {
    case blocks, line, cell
    /// A table cell where the policy lets nothing through: only what Markdown cannot say there.
    case plainCell

    fileprivate func holds(_ name: String) -> Bool {
      switch self {
      case .blocks: SafeElement.phrasing.contains(name) || SafeElement.flow.contains(name)
      case .line: SafeElement.phrasing.contains(name)
      case .cell:
        SafeElement.phrasing.contains(name) || SafeElement.flow.contains(name)
          || SafeElement.folds.contains(name)
      case .plainCell: SafeElement.plainCell.contains(name)
      }
    }
  }

  /// Deeper nesting of raw HTML than any person writes.
  private static let deepestNesting = 64

  /// The pieces of the raw HTML among some blocks, by the index of the block.
  ///
  /// - Parameter depth: how many elements are open around them.
  static func pieces(of blocks: [Block], depth: Int) -> [Int: [Piece]] {
    pieces(
      of: blocks.enumerated().compactMap { index, block in
        guard case .html(let text) = block.kind else { return nil }
        return (index, text)
      }, in: .blocks, depth)
  }

  /// The pieces of the raw HTML in a run of text, by the index of the inline.
  static func pieces(of inlines: [Inline], in place: Place, depth: Int) -> [Int: [Piece]] {
    pieces(
      of: inlines.enumerated().compactMap { index, inline in
        guard case .html(let text) = inline.kind else { return nil }
        return (index, text)
      }, in: place, depth)
  }

  /// Whether a tag is one that a table cell holds under every policy.
  static func isPlainCellElement(_ tag: String) -> Bool {
    let bytes = Array(tag.utf8)
    return HTMLTag.tags(in: 0..<bytes.count, of: bytes).first.map {
      SafeElement.plainCell.contains($0.name)
    } ?? false
  }

  private struct Token {
    let source: Int
    let text: String
    var tag: (name: String, isClosing: Bool, tag: HTMLTag)?
    var partner: Int?
  }

  private static func pieces(
    of sources: [(index: Int, text: String)], in place: Place, _ depth: Int
  ) -> [Int: [Piece]] {
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
        piece = judge(tag, token, position, bytes[token.source], place, depth, &open, &refused)
      } else {
        piece = .text(token.text)
      }
      result[sources[token.source].index]?.append(piece)
    }
    return result
  }

  private static func judge(
    _ tag: (name: String, isClosing: Bool, tag: HTMLTag), _ token: Token, _ position: Int,
    _ bytes: [UInt8], _ place: Place, _ depth: Int, _ open: inout [String],
    _ refused: inout Set<Int>
  ) -> Piece {
    guard place.holds(tag.name) else { return .refused(token.text, .element) }
    let isVoid = HTMLElement.void.contains(tag.name)
    guard isVoid && !tag.isClosing || !isVoid && token.partner != nil else {
      return .refused(token.text, .unpaired)
    }
    if tag.isClosing {
      if let partner = token.partner, refused.contains(partner) {
        return .refused(token.text, .misplaced)
      }
      _ = open.popLast()
      return .closing
    }
    let hasParent =
      SafeElement.parents[tag.name].map { $0.contains(open.last ?? "") } ?? true
    let isNestedLink = tag.name == "a" && open.contains("a")
    guard hasParent, !isNestedLink, open.count + depth < deepestNesting else {
      refused.insert(position)
      return .refused(token.text, .misplaced)
    }
    var attributes: [HTMLElement.Attribute] = []
    var dropped: [String] = []
    for (name, value) in tag.tag.attributes(in: bytes) {
      if let attribute = SafeElement.attribute(name, value, of: tag.name) {
        attributes.append(attribute)
      } else {
        dropped.append(name)
      }
    }
    let element = HTMLElement(name: tag.name, attributes: attributes)
    if isVoid { return .void(element, dropped: dropped) }
    open.append(tag.name)
    return .opening(element, dropped: dropped)
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
      guard let tag = tokens[index].tag, !HTMLElement.void.contains(tag.name) else { continue }
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
