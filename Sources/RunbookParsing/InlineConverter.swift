import RunbookModel

/// Inlines. cmark's positions are wrong behind a code span or a link title with a line break, in
/// lazy lines, behind reference definitions, and missing for autolinks, so none is used: the tree is
/// laid over the source from left to right, as every byte of it is either the text of a node or the
/// markup that the node's kind calls for.
struct InlineConverter {
  /// References seen so far, for each footnote number.
  private(set) var footnoteReferences: [Int: Int] = [:]
  private(set) var tooDeep: Int?
  private var source: InlineSource
  private var matcher = TextMatcher()
  private var mode = TextMatcher.Mode.text
  private let nestingLimit: Int
  private var depth = 0
  /// What is converted next starts here, in `source`.
  private var cursor = 0

  init(file: SourceFile, nestingLimit: Int) {
    self.nestingLimit = nestingLimit
    source = InlineSource(lines: [], of: file)
  }

  /// The inlines of a leaf, and the range from the first to the end of the last.
  mutating func convert(_ parent: CMarkNode, from source: InlineSource, startingAt start: Int = 0)
    -> [Inline]
  {
    self.source = source
    cursor = source.skippingSpaces(from: start)
    return children(of: parent)
  }

  private mutating func children(of parent: CMarkNode) -> [Inline] {
    guard depth < nestingLimit else {
      tooDeep = tooDeep ?? source.range(cursor, cursor).lowerBound
      return []
    }
    depth += 1
    defer { depth -= 1 }
    var result: [Inline] = []
    for child in parent.children {
      // The autolink extension leaves nothing of a text whose beginning it took.
      if child.kind == .text && !child.hasLiteral { continue }
      result.append(inline(child))
    }
    return result.sizingImages().joiningEastAsianLines()
  }

  private mutating func inline(_ node: CMarkNode) -> Inline {
    let start = cursor
    switch node.kind {
    case .text: return text(node)
    case .code: return code(node)
    case .htmlInline: return html(node)
    case .softBreak: return Inline(.softBreak, range: lineBreak())
    case .lineBreak: return Inline(.hardBreak, range: lineBreak())
    case .emphasis: return Inline(.emphasis(delimited(node, by: 1)), range: range(from: start))
    case .strong: return Inline(.strong(delimited(node, by: 2)), range: range(from: start))
    case .strikethrough:
      let isDouble = source.byte(start + 1) == UInt8(ascii: "~")
      let content = delimited(node, by: isDouble ? 2 : 1)
      return Inline(.strikethrough(content), range: range(from: start))
    case .link: return Inline(.link(link(node)), range: range(from: start))
    case .image: return Inline(.image(image(node)), range: range(from: start))
    case .footnoteReference: return footnoteReference(node)
    default: return Inline(.text(node.literal), range: range(from: start))
    }
  }

  private func range(from start: Int) -> ByteRange { source.range(start, cursor) }

  private mutating func skip(_ text: StaticString) {
    for offset in 0..<text.utf8CodeUnitCount where source.byte(cursor) == text.utf8Start[offset] {
      cursor += 1
    }
  }
}

extension InlineConverter {
  private mutating func text(_ node: CMarkNode) -> Inline {
    let string = node.literal
    var start = cursor
    if let end = source.end(ofPlain: string, from: start) {
      cursor = end
      return Inline(.text(string), range: range(from: start))
    }
    let literal = Array(string.utf8)
    var end = matcher.end(of: literal, in: source, from: start, mode)
    if end == nil {
      // An undefined footnote reference keeps the spelling of its label, an e-mail address does not.
      end = matcher.end(of: literal, in: source, from: start, mode == .raw ? .text : .raw)
    }
    if end == nil, literal.first == UInt8(ascii: ">"), source.restoreMarker(at: start) {
      end = matcher.end(of: literal, in: source, from: start, mode)
    }
    if end == nil, depth == 1 {
      // A lazy line keeps its indentation if it becomes the first one, behind definitions.
      let content = Array(literal.drop { $0 == 32 || $0 == 9 })
      end = matcher.end(of: content, in: source, from: start, mode)
    }
    if end == nil, let found = find(literal) { (start, end) = (found, found + literal.count) }
    cursor = end ?? cursor
    return Inline(.text(string), range: range(from: start))
  }

  /// The first place of a literal that does not stand where it should; only a short way, so that the
  /// whole stays linear.
  private func find(_ literal: [UInt8]) -> Int? {
    guard let first = literal.first else { return nil }
    let end = min(source.count - literal.count, cursor + 256)
    guard cursor <= end else { return nil }
    return (cursor...end).first {
      source.bytes[$0] == first && source.bytes[$0...].starts(with: literal)
    }
  }

  /// The range of a code span is its text without the backticks and without one stripped blank on
  /// each side.
  private mutating func code(_ node: CMarkNode) -> Inline {
    let open = endOfBackticks(from: cursor)
    let length = open - cursor
    guard let close = closingBackticks(length, from: open), length > 0 else {
      return Inline(.code(node.literal), range: range(from: cursor))
    }
    cursor = close + length
    let text = source.bytes[open..<close]
    let isBlank = { (byte: UInt8?) in byte == 32 || byte == 10 }
    let isPadded =
      isBlank(text.first) && isBlank(text.last) && !text.allSatisfy { $0 == 32 || $0 == 10 }
    return Inline(
      .code(node.literal),
      range: isPadded ? source.range(open + 1, close - 1) : source.range(open, close))
  }

  private func endOfBackticks(from start: Int) -> Int {
    var index = start
    while source.byte(index) == UInt8(ascii: "`") { index += 1 }
    return index
  }

  private func closingBackticks(_ length: Int, from start: Int) -> Int? {
    var index = start
    while let tick = source.bytes[index...].firstIndex(of: UInt8(ascii: "`")) {
      index = endOfBackticks(from: tick)
      if index - tick == length { return tick }
    }
    return nil
  }

  /// cmark keeps the indentation of a lazy line inside HTML, `source` does not.
  private mutating func html(_ node: CMarkNode) -> Inline {
    let string = node.literal
    let start = cursor
    var isLineStart = false
    for byte in string.utf8 {
      if isLineStart && (byte == 32 || byte == 9) && source.byte(cursor) != byte { continue }
      guard source.byte(cursor) == byte else { break }
      cursor += 1
      isLineStart = byte == 10
    }
    return Inline(.html(string), range: range(from: start))
  }

  /// From the end of the text to the start of the next line.
  private mutating func lineBreak() -> ByteRange {
    let start = cursor
    if source.byte(cursor) == UInt8(ascii: "\\") { cursor += 1 }
    cursor = source.skippingBlanks(from: cursor)
    if source.byte(cursor) == 10 { cursor += 1 }
    let range = range(from: start)
    cursor = source.skippingBlanks(from: cursor)
    return range
  }

  private mutating func delimited(_ node: CMarkNode, by length: Int) -> [Inline] {
    cursor = min(cursor + length, source.count)
    let content = children(of: node)
    cursor = min(cursor + length, source.count)
    return content
  }
}

extension InlineConverter {
  private mutating func image(_ node: CMarkNode) -> Link {
    skip("!")
    return bracketed(node)
  }

  /// A link in brackets, in angle brackets, or an address that stands for itself.
  private mutating func link(_ node: CMarkNode) -> Link {
    switch source.byte(cursor) {
    case UInt8(ascii: "["): return bracketed(node)
    case UInt8(ascii: "<"):
      skip("<")
      let link = autolink(node, .angleAutolink)
      skip(">")
      return link
    default: return autolink(node, .raw)
    }
  }

  private mutating func bracketed(_ node: CMarkNode) -> Link {
    skip("[")
    let content = children(of: node)
    if source.byte(cursor) == UInt8(ascii: "]") {
      cursor = LinkSyntax(source: source).tailEnd(from: cursor + 1)
    }
    return Link(destination: node.destination, title: node.title, content: content)
  }

  private mutating func autolink(_ node: CMarkNode, _ mode: TextMatcher.Mode) -> Link {
    self.mode = mode
    let content = children(of: node)
    self.mode = .text
    return Link(destination: node.destination, title: node.title, content: content)
  }

  private mutating func footnoteReference(_ node: CMarkNode) -> Inline {
    let number = Int(node.literal) ?? 1
    let occurrence = (footnoteReferences[number] ?? 0) + 1
    footnoteReferences[number] = occurrence
    let start = cursor
    while let byte = source.byte(cursor), byte != UInt8(ascii: "]") { cursor += 1 }
    skip("]")
    return Inline(
      .footnoteReference(index: number - 1, occurrence: occurrence), range: range(from: start))
  }
}
