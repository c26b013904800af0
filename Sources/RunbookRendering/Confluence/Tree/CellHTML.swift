import RunbookModel

/// Blocks in a table cell. Markdown has none, so that authors write them in HTML: `<details>`, lists
/// and `<pre>`. They become the blocks that they stand for when every tag has its partner.
struct CellHTML {
  private let content: [Inline]
  private var next = 0
  private var isSound = true

  /// Nil when the cell holds no such tag, or they do not fit together.
  static func blocks(of cell: Table.Cell) -> [Block]? {
    let holdsBlock = cell.content.contains { inline in
      guard case .html(let html) = inline.kind, let tag = InlineHTML.tag(html) else { return false }
      return names.contains(tag.name)
    }
    guard holdsBlock else { return nil }
    var reader = CellHTML(content: cell.content)
    let blocks = reader.blocks(until: nil)
    return reader.isSound ? blocks : nil
  }

  private static let names: Set = ["details", "ul", "ol", "pre"]

  private init(content: [Inline]) { self.content = content }

  private mutating func blocks(until end: String?, depth: Int = 0) -> [Block] {
    var blocks: [Block] = []
    var run: [Inline] = []
    func close() {
      let trimmed = Self.trimmed(run)
      if let first = trimmed.first { blocks.append(Block(.paragraph(trimmed), range: first.range)) }
      run = []
    }
    while next < content.count {
      let inline = content[next]
      next += 1
      guard case .html(let html) = inline.kind, let tag = InlineHTML.tag(html) else {
        run.append(inline)
        continue
      }
      if tag.isClosing, tag.name == end {
        close()
        return blocks
      }
      if !tag.isClosing, Self.names.contains(tag.name), depth < 20 {
        close()
        blocks.append(block(tag.name, html, at: inline.range, depth: depth + 1))
      } else if Self.names.contains(tag.name) || ["li", "summary"].contains(tag.name) {
        isSound = false
      } else {
        run.append(inline)
      }
    }
    close()
    if end != nil { isSound = false }
    return blocks
  }

  private mutating func block(_ name: String, _ html: String, at range: ByteRange, depth: Int)
    -> Block
  {
    switch name {
    case "details":
      let summary = summary()
      let isOpen = html.dropFirst("<details".count).contains("open")
      return Block(
        .details(
          Details(summary: summary, isOpen: isOpen, blocks: blocks(until: name, depth: depth))),
        range: range)
    case "pre":
      let text = plainText(until: name)
      return Block(.code(CodeBlock(text: text, lineOffsets: [], fence: nil)), range: range)
    default:
      let items = items(until: name, depth: depth)
      let list = List(start: name == "ol" ? 1 : nil, isTight: true, items: items)
      return Block(.list(list), range: range)
    }
  }

  private mutating func items(until end: String, depth: Int) -> [List.Item] {
    var items: [List.Item] = []
    while next < content.count {
      let inline = content[next]
      next += 1
      if case .html(let html) = inline.kind, let tag = InlineHTML.tag(html) {
        if tag.isClosing, tag.name == end { return items }
        if !tag.isClosing, tag.name == "li" {
          let blocks = blocks(until: "li", depth: depth)
          items.append(List.Item(isChecked: nil, blocks: blocks, range: inline.range))
          continue
        }
      }
      // Only blanks stand between items.
      if !Self.trimmed([inline]).isEmpty { isSound = false }
    }
    isSound = false
    return items
  }

  /// The text of a `<summary>` that comes next, if one does.
  private mutating func summary() -> String {
    var start = next
    while start < content.count, Self.trimmed([content[start]]).isEmpty { start += 1 }
    guard start < content.count, case .html(let html) = content[start].kind,
      let tag = InlineHTML.tag(html), !tag.isClosing, tag.name == "summary"
    else { return "" }
    next = start + 1
    return plainText(until: "summary")
  }

  private mutating func plainText(until end: String) -> String {
    var text = ""
    while next < content.count {
      let inline = content[next]
      next += 1
      guard case .html(let html) = inline.kind, let tag = InlineHTML.tag(html) else {
        text += [inline].plainText
        continue
      }
      if tag.isClosing, tag.name == end { return text }
      if tag.name == "br" { text += "\n" }
    }
    isSound = false
    return text
  }

  /// Without blanks at either end.
  private static func trimmed(_ run: [Inline]) -> [Inline] {
    var run = run[...]
    while let first = run.first, isBlank(first) { run = run.dropFirst() }
    while let last = run.last, isBlank(last) { run = run.dropLast() }
    return Array(run)
  }

  private static func isBlank(_ inline: Inline) -> Bool {
    guard case .text(let text) = inline.kind else { return false }
    return text.utf8.allSatisfy { $0 == 0x20 }
  }
}
