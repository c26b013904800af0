import RunbookModel

/// Inlines. cmark's positions are checked against the source as they are read: text that does not
/// stand where cmark says (after a link title with a line break, or made by the autolink extension,
/// which records no place) is looked for behind what came before it.
struct InlineConverter {
  let source: SourceLocator
  /// References seen so far, for each footnote number.
  private(set) var footnoteReferences: [Int: Int] = [:]
  private(set) var tooDeep: Int?
  private var place = Place.none
  private var depth = 0
  /// End of the inline converted last.
  private var cursor = 0
  private var limit = 0

  private enum Place {
    case none
    /// A paragraph or heading with its first line and column, and the number of quotes around it.
    case lines(firstLine: Int, firstColumn: Int, quoteDepth: Int)
    /// A table cell: cmark counts columns as if each `\|` were one byte.
    case cell(ByteRange, firstColumn: Int)
  }

  init(source: SourceLocator) { self.source = source }

  mutating func convert(_ parent: CMarkNode, at range: ByteRange, _ quoteDepth: Int) -> [Inline] {
    place = .lines(
      firstLine: parent.startLine, firstColumn: parent.startColumn, quoteDepth: quoteDepth)
    (cursor, limit) = (range.lowerBound, range.upperBound)
    return children(of: parent)
  }

  mutating func convertCell(_ cell: CMarkNode, at range: ByteRange) -> [Inline] {
    // cmark trims the cell before it counts, and starts at the first byte that is left.
    let line = source.file.lines.range(ofLine: cell.startLine - 1)
    place = .cell(range, firstColumn: range.lowerBound - line.lowerBound + 1)
    (cursor, limit) = (range.lowerBound, range.upperBound)
    return children(of: cell)
  }

  private mutating func children(of parent: CMarkNode) -> [Inline] {
    guard depth < RunbookParser.nestingLimit else {
      tooDeep = tooDeep ?? cursor
      return []
    }
    depth += 1
    defer { depth -= 1 }
    var result: [Inline] = []
    for child in parent.children {
      result.append(inline(child))
    }
    return result
  }

  private mutating func inline(_ node: CMarkNode) -> Inline {
    switch node.kind {
    case .text: text(node)
    case .code: code(node)
    case .htmlInline: literal(node) { .html($0) }
    case .softBreak: Inline(.softBreak, range: lineBreak())
    case .lineBreak: Inline(.hardBreak, range: lineBreak())
    case .emphasis: container(node) { .emphasis($0) }
    case .strong: container(node) { .strong($0) }
    case .strikethrough: container(node) { .strikethrough($0) }
    case .link: link(node) { .link($0) }
    case .image: link(node) { .image($0) }
    case .footnoteReference: footnoteReference(node)
    default: Inline(.text(node.literal), range: cursor..<cursor)
    }
  }

  private mutating func text(_ node: CMarkNode) -> Inline { literal(node) { .text($0) } }

  private mutating func literal(_ node: CMarkNode, _ kind: (String) -> Inline.Kind) -> Inline {
    let string = node.literal
    let range = locate(string, node)
    cursor = range.upperBound
    return Inline(kind(string), range: range)
  }

  /// The range of a code span is its text without the backticks and without one stripped blank on
  /// each side.
  private mutating func code(_ node: CMarkNode) -> Inline {
    let string = node.literal
    let range = locate(string, node)
    let closing = source.file.bytes[range.upperBound..<max(range.upperBound, limit)]
    cursor = closing.firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "`") } ?? limit
    return Inline(.code(string), range: range)
  }

  private func lineBreak() -> ByteRange {
    var end = min(cursor, limit)
    while end < limit && source.file.bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return min(cursor, limit)..<min(end + 1, max(limit, cursor))
  }

  private mutating func container(_ node: CMarkNode, _ kind: ([Inline]) -> Inline.Kind) -> Inline {
    let start = max(offset(node.startLine, node.startColumn) ?? cursor, min(cursor, limit))
    let content = children(of: node)
    let end = max(offset(node.endLine, node.endColumn + 1) ?? cursor, cursor)
    cursor = min(end, max(limit, cursor))
    return Inline(kind(content), range: min(start, cursor)..<cursor)
  }

  /// A link's start line is the line on which it ends, so its place is found from its content.
  private mutating func link(_ node: CMarkNode, _ kind: (Link) -> Inline.Kind) -> Inline {
    let opening = node.kind == .image ? 2 : 1
    let before = cursor
    let content = children(of: node)
    let first = content.first?.range.lowerBound ?? before
    var start = node.startColumn == 0 ? first : max(first - opening, before)
    if content.isEmpty { start = offset(node.startLine, node.startColumn) ?? before }
    if node.startColumn > 0 { cursor = max(cursor, endOfLink(from: cursor)) }
    cursor = max(cursor, start)
    let link = Link(destination: node.destination, title: node.title, content: content)
    return Inline(kind(link), range: start..<cursor)
  }

  /// Past `](destination "title")`, `][label]`, `]` or `>`, starting at the end of the link's text.
  private func endOfLink(from start: Int) -> Int {
    let bytes = source.file.bytes
    var index = start
    while index < limit && bytes[index] != UInt8(ascii: "]") && bytes[index] != UInt8(ascii: ">") {
      index += 1
    }
    guard index < limit, bytes[index] == UInt8(ascii: "]"), index + 1 < limit else {
      return min(index + 1, limit)
    }
    switch bytes[index + 1] {
    case UInt8(ascii: "("): return LinkTail.end(bytes, from: index + 1, limit: limit)
    case UInt8(ascii: "["):
      let close = bytes[(index + 1)..<limit].firstIndex(of: UInt8(ascii: "]"))
      return close.map { $0 + 1 } ?? index + 1
    default: return index + 1
    }
  }

  private mutating func footnoteReference(_ node: CMarkNode) -> Inline {
    let number = Int(node.literal) ?? 1
    let occurrence = (footnoteReferences[number] ?? 0) + 1
    footnoteReferences[number] = occurrence
    let start = offset(node.startLine, node.startColumn) ?? cursor
    let end = max(start, offset(node.endLine, node.endColumn + 1) ?? start)
    cursor = max(cursor, end)
    return Inline(
      .footnoteReference(index: number - 1, occurrence: occurrence), range: start..<end)
  }

  /// Where a literal stands: where cmark says, if it is there, else behind the cursor.
  private func locate(_ literal: String, _ node: CMarkNode) -> ByteRange {
    let reported = node.startColumn > 0 ? offset(node.startLine, node.startColumn) : nil
    let count = literal.utf8.count
    if let reported, matches(literal, at: reported) { return reported..<reported + count }
    if let reported, reported >= cursor, reported < limit, startsWithEscape(reported) {
      let end = offset(node.endLine, node.endColumn + 1) ?? reported
      return reported..<min(max(end, reported), limit)
    }
    if let found = find(literal, from: min(cursor, limit)) { return found..<found + count }
    let start = min(max(reported ?? cursor, cursor), limit)
    let end = min(max(offset(node.endLine, node.endColumn + 1) ?? start, start), limit)
    return start..<end
  }

  private func startsWithEscape(_ offset: Int) -> Bool {
    let byte = source.file.bytes[offset]
    return byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&")
  }

  private func matches(_ literal: String, at offset: Int) -> Bool {
    offset >= 0 && offset + literal.utf8.count <= max(limit, offset)
      && source.file.bytes[offset...].starts(with: literal.utf8)
  }

  /// The first place of a literal in the rest of the block; only a short way, so that the whole
  /// stays linear.
  private func find(_ literal: String, from start: Int) -> Int? {
    guard let first = literal.utf8.first else { return start }
    let end = min(limit - literal.utf8.count, start + 4096)
    guard start <= end else { return nil }
    return (start...end).first { source.file.bytes[$0] == first && matches(literal, at: $0) }
  }

  /// The byte offset of cmark's line and column inside the leaf that is being converted.
  private func offset(_ line: Int, _ column: Int) -> Int? {
    guard line > 0 else { return nil }
    switch place {
    case .none: return nil
    case .lines(let firstLine, let firstColumn, let quoteDepth):
      guard line > firstLine else { return source.offset(line: line, column: column) }
      return source.lineContent(line, quoteDepth).lowerBound + column - firstColumn
    case .cell(let range, let firstColumn):
      return TableSource.offset(
        unescaped: column - firstColumn, in: range, of: source.file.bytes)
    }
  }
}

/// The part of an inline link behind its text.
private enum LinkTail {
  /// Past the closing parenthesis of `(destination "title")`.
  static func end(_ bytes: [UInt8], from open: Int, limit: Int) -> Int {
    var depth = 0
    var quote: UInt8?
    var index = open
    while index < limit {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\"): index += 1
      case _ where quote != nil: if byte == quote { quote = nil }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if index > open && [32, 10, 9].contains(bytes[index - 1]) { quote = byte }
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return min(index, limit)
  }
}
