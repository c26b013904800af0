/// Everything on a page that checks and renderers look for, listed in document order by one walk.
package struct PageOutline: Sendable {
  /// A part of the page and the heading it stands under: an index into `headings`, or nil above the
  /// first heading.
  package struct Entry<Value: Sendable>: Sendable {
    package let value: Value
    package let range: ByteRange
    package let section: Int?

    package init(_ value: Value, range: ByteRange, section: Int?) {
      self.value = value
      self.range = range
      self.section = section
    }
  }

  package struct Section: Sendable {
    package let heading: Heading
    package let text: String
    package let range: ByteRange
    /// Index of the heading that this one stands under.
    package let parent: Int?

    package init(heading: Heading, text: String, range: ByteRange, parent: Int?) {
      self.heading = heading
      self.text = text
      self.range = range
      self.parent = parent
    }
  }

  package var sections: [Section] = []
  package var links: [Entry<Link>] = []
  package var images: [Entry<Link>] = []
  package var codeBlocks: [Entry<CodeBlock>] = []
  package var codeSpans: [Entry<String>] = []
  package var tables: [Entry<Table>] = []
  /// Raw HTML, inline and block.
  package var html: [Entry<String>] = []
  /// Quotes that are not alerts.
  package var quotes: [Entry<[Block]>] = []
  package var alerts: [Entry<Alert.Kind>] = []
  /// Runs of inline content: paragraphs, headings, table cells.
  package var prose: [Entry<[Inline]>] = []

  package init(_ document: Document) {
    visit(document.blocks)
    for footnote in document.footnotes { visit(footnote.blocks) }
  }

  private var section: Int? { sections.isEmpty ? nil : sections.count - 1 }

  private func entry<Value>(_ value: Value, _ range: ByteRange) -> Entry<Value> {
    Entry(value, range: range, section: section)
  }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks { visit(block) }
  }

  private mutating func visit(_ block: Block) {
    switch block.kind {
    case .paragraph(let inlines): visitProse(inlines, block.range)
    case .heading(let heading):
      open(heading, block.range)
      visitProse(heading.content, block.range)
    case .code(let code): codeBlocks.append(entry(code, block.range))
    case .html(let text): html.append(entry(text, block.range))
    case .quote(let blocks):
      quotes.append(entry(blocks, block.range))
      visit(blocks)
    case .alert(let alert):
      alerts.append(entry(alert.kind, block.range))
      visit(alert.blocks)
    case .details(let details): visit(details.blocks)
    case .list(let list): for item in list.items { visit(item.blocks) }
    case .table(let table): visit(table, block.range)
    case .thematicBreak: break
    case .element(_, let blocks): visit(blocks)
    case .inlines(let inlines): visitProse(inlines, block.range)
    }
  }

  private mutating func open(_ heading: Heading, _ range: ByteRange) {
    var parent = section
    while let candidate = parent, sections[candidate].heading.level >= heading.level {
      parent = sections[candidate].parent
    }
    sections.append(
      Section(heading: heading, text: heading.content.plainText, range: range, parent: parent))
  }

  private mutating func visit(_ table: Table, _ range: ByteRange) {
    tables.append(entry(table, range))
    for row in [table.header] + table.rows {
      for cell in row.cells where !cell.content.isEmpty { visitProse(cell.content, cell.range) }
    }
  }

  private mutating func visitProse(_ inlines: [Inline], _ range: ByteRange) {
    prose.append(entry(inlines, range))
    visit(inlines)
  }

  private mutating func visit(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.kind {
      case .text, .softBreak, .hardBreak, .footnoteReference: break
      case .code(let text): codeSpans.append(entry(text, inline.range))
      case .html(let text): html.append(entry(text, inline.range))
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        visit(content)
      case .element(let element, let content):
        if let link = element.link(content) { links.append(entry(link, inline.range)) }
        if let image = element.image { images.append(entry(image, inline.range)) }
        visit(content)
      case .link(let link):
        links.append(entry(link, inline.range))
        visit(link.content)
      case .image(let image):
        images.append(entry(image, inline.range))
        visit(image.content)
      }
    }
  }
}
