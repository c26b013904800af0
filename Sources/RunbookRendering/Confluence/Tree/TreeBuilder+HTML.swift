import RunbookChecks
import RunbookModel

/// Elements of raw HTML as what they are in Confluence. What has no counterpart is left out, its content
/// stays, and the loss report says so.
extension TreeBuilder {
  mutating func build(
    _ element: HTMLElement, _ blocks: [Block], at range: ByteRange, into pieces: inout [Piece]
  ) {
    let content = blocks.compactMap(\.withoutBlankRuns)
    if let anchor = anchor(of: element) { pieces.append(Piece(.paragraph([anchor]), .paragraph)) }
    reportAlignment(of: element, content, at: range)
    switch element.name {
    case "table": table(content, at: range, into: &pieces)
    case "ul", "ol": build(Self.list(element, content), at: range, into: &pieces)
    case "blockquote": build(Block(.quote(content), range: range), into: &pieces)
    case "details":
      build(Block(.details(Self.details(element, content)), range: range), into: &pieces)
    case "hr": place(.rule, .rule, at: range, into: &pieces)
    case "pre":
      let code = CodeBlock(text: Self.preformatted(blocks), lineOffsets: [], fence: nil)
      build(code, at: range, into: &pieces)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      // Its anchor stands already.
      let level = Int(element.name.dropFirst()) ?? 6
      let heading = Heading(level: level, content: content.flatMap(\.allInlines).spaced, id: "")
      build(Block(.heading(heading), range: range), into: &pieces)
    case "figure": figure(content, at: range, into: &pieces)
    case "dl": definitions(content, at: range, into: &pieces)
    default: transparent(element, content, at: range, into: &pieces)
    }
  }

  /// Text that stands in an element without a paragraph.
  mutating func run(_ content: [Inline], at range: ByteRange, into pieces: inout [Piece]) {
    paragraph(content.spaced, at: range, into: &pieces)
  }

  /// An element around blocks that is nothing in Confluence but for its marks.
  private mutating func transparent(
    _ element: HTMLElement, _ content: [Block], at range: ByteRange, into pieces: inout [Piece]
  ) {
    let outside = marks
    if let mark = Self.marks[element.name] { marks.insert(mark) }
    if element["href"] != nil {
      losses.add(
        range, "a link around blocks", "links of Confluence hold text only; the blocks stay")
    }
    reportElement(element, at: range)
    for block in content { build(block, into: &pieces) }
    marks = outside
  }

  private mutating func reportAlignment(
    of element: HTMLElement, _ content: [Block], at range: ByteRange
  ) {
    guard let side = element["align"]?.lowercased() ?? (element.name == "center" ? "center" : nil),
      side != "left", !["td", "th", "tr", "table", "img"].contains(element.name),
      // An image that stands alone is in the middle.
      side != "center" || content.isEmpty
        || content.flatMap(\.allInlines).contains(where: \.isWords)
    else { return }
    losses.add(range, "the alignment of a block", "it stands at the left")
  }

  private mutating func anchor(of element: HTMLElement) -> ConfluenceInline? {
    element.anchor.flatMap { anchor($0) }
  }

  // MARK: Lists

  private static func list(_ element: HTMLElement, _ content: [Block]) -> List {
    var items: [List.Item] = []
    for block in content {
      if case .element(let item, let blocks) = block.kind, item.name == "li" {
        var blocks = blocks.compactMap(\.withoutBlankRuns)
        // A place in an item is a place in its text.
        if let id = item["id"] {
          let place = HTMLElement(name: "a", attributes: [.init("id", id)])
          blocks.insert(
            Block(.inlines([Inline(.element(place, []), range: block.range)]), range: block.range),
            at: 0)
        }
        items.append(List.Item(isChecked: nil, blocks: blocks, range: block.range))
      } else {
        items.append(List.Item(isChecked: nil, blocks: [block], range: block.range))
      }
    }
    let start = element.name == "ol" ? element["start"].flatMap { Int($0) } ?? 1 : nil
    return List(start: start, isTight: true, items: items)
  }

  /// The terms in bold, and what they mean below them.
  private mutating func definitions(
    _ content: [Block], at range: ByteRange, into pieces: inout [Piece]
  ) {
    losses.add(
      range, "a list of definitions", "Confluence has none; the terms are lines in bold")
    for block in content {
      guard case .element(let element, let blocks) = block.kind,
        ["dt", "dd"].contains(element.name)
      else {
        build(block, into: &pieces)
        continue
      }
      let outside = marks
      if element.name == "dt" { marks.insert(.strong) }
      if let anchor = anchor(of: element) { pieces.append(Piece(.paragraph([anchor]), .paragraph)) }
      for block in blocks.compactMap(\.withoutBlankRuns) { build(block, into: &pieces) }
      marks = outside
    }
  }

  private static func details(_ element: HTMLElement, _ content: [Block]) -> Details {
    var summary = ""
    var blocks: [Block] = []
    for block in content {
      if case .element(let head, let words) = block.kind, head.name == "summary" {
        summary = words.flatMap(\.allInlines).spaced.plainText
      } else {
        blocks.append(block)
      }
    }
    return Details(summary: summary, isOpen: element["open"] != nil, blocks: blocks)
  }

  // MARK: Figures

  /// A picture with its caption; anything else as it comes, the caption last.
  private mutating func figure(
    _ content: [Block], at range: ByteRange, into pieces: inout [Piece]
  ) {
    var caption: [Inline] = []
    var blocks: [Block] = []
    for block in content {
      if case .element(let element, let words) = block.kind, element.name == "figcaption" {
        caption += words.flatMap(\.allInlines)
      } else {
        blocks.append(block)
      }
    }
    caption = caption.spaced
    if blocks.count == 1, let image = loneImage(blocks[0].allInlines.spaced) {
      let link = Link(
        destination: image.link.destination, title: caption.plainText, content: image.link.content,
        size: image.link.size)
      paragraph([Inline(.image(link), range: image.range)], at: range, into: &pieces)
      return
    }
    for block in blocks { build(block, into: &pieces) }
    if !caption.isEmpty {
      marks.insert(.emphasis)
      paragraph(caption, at: range, into: &pieces)
      marks.remove(.emphasis)
    }
  }

  // MARK: Text

  private static func preformatted(_ blocks: [Block]) -> String {
    var text = blocks.flatMap(\.allInlines).reduce(into: "") { $0 += $1.verbatim }
    // A parser drops a line end right behind the tag (HTML Standard §13.2.6.4.7).
    if text.utf8.first == UInt8(ascii: "\n") { text.removeFirst() }
    return text
  }

  /// A phrasing element.
  mutating func append(
    _ element: HTMLElement, _ inner: [Inline], at range: ByteRange,
    to content: inout [ConfluenceInline]
  ) {
    if inlineContext == .prose, let anchor = anchor(of: element) { content.append(anchor) }
    switch element.name {
    case "br": content.append(.lineBreak(marks))
    case "wbr", "rp": break
    case "img":
      if let image = element.image { append(image: image, at: range, to: &content) }
    case "a":
      // Of two links, the one inside counts, as in a browser.
      if let link = element.link(inner), !inner.contains(where: \.holdsLink) {
        append(link, at: range, to: &content)
      } else {
        nested(at: range) { $0.append(inner, to: &content) }
      }
    case "code", "kbd", "samp", "tt":
      let outside = isCode
      isCode = true
      nested(at: range) { $0.append(inner, to: &content) }
      isCode = outside
    case "q":
      content.append(.text("\u{201C}", marks))
      nested(at: range) { $0.append(inner, to: &content) }
      content.append(.text("\u{201D}", marks))
    case "rt":
      content.append(.text("(", marks))
      nested(at: range) { $0.append(inner, to: &content) }
      content.append(.text(")", marks))
    default:
      reportElement(element, at: range)
      let outside = marks
      if let mark = Self.marks[element.name] { marks.insert(mark) }
      nested(at: range) { $0.append(inner, to: &content) }
      marks = outside
    }
  }

  private static let marks: [String: ConfluenceMark] = [
    "b": .strong, "cite": .emphasis, "del": .strikethrough, "dfn": .emphasis, "em": .emphasis,
    "i": .emphasis, "ins": .underline, "s": .strikethrough, "strike": .strikethrough,
    "strong": .strong, "sub": .lowered, "sup": .raised, "u": .underline, "var": .emphasis,
  ]

  /// Says so where a reader loses something.
  private mutating func reportElement(_ element: HTMLElement, at range: ByteRange) {
    let isLost =
      switch element.name {
      case "mark", "small", "ruby", "bdo": true
      default: element["title"] != nil
      }
    guard isLost else { return }
    losses.add(
      range, "what `<\(element.name)>` adds to its text",
      "Confluence has no such markup; its text stays")
  }
}
