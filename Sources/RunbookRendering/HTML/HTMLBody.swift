package import RunbookChecks
package import RunbookCommands
package import RunbookModel

/// What a page's HTML needs beyond its tree; blocks are named by the source offset they start at.
package struct HTMLBodyOptions: Sendable {
  package var rawHTML = RawHTMLPolicy.escape
  package var code: [Int: CodeFigure] = [:]
  package var tables: [Int: TableFrame] = [:]
  package var anchors = StepAnchors()
  package var words = Words.keys
  /// Those that commands in the text may run.
  package var programs = ProgramLibrary.shipped
  /// Nil for a page that is not divided into steps.
  package var cards: StepCards?
  /// What a comment before each block says of the byte that it begins at; nil for no comment. A comment changes
  /// nothing for style sheets.
  package var mark: (@Sendable (Int) -> String)?
  /// The block that repeats the page's title and is left out.
  package var omittedBlock: Int?
  /// What a destination becomes in the output.
  package var link: @Sendable (String) -> String = { $0 }
  package var image: @Sendable (String) -> String = { $0 }
  /// How large the image at a destination is, where that is known.
  package var imageSize: @Sendable (String) -> ImageSize? = { _ in nil }

  package init() {}
}

/// The body of a page as HTML. Text, line breaks and order of attributes are those of cmark-gfm's own
/// renderer; added are heading anchors, the frames of code and tables, alerts and details.
package struct HTMLBody: ~Copyable {
  private let document: Document
  private let options: HTMLBodyOptions
  private var inlines: HTMLInlines
  private var writer: MarkupWriter
  private var tableCount = 0
  /// The direction of what is around the block that is written.
  private var direction = TextDirection.leftToRight
  /// Of the step whose heading comes next.
  private var number: Int?

  package static func render(_ document: Document, _ options: HTMLBodyOptions) -> [UInt8] {
    var body = HTMLBody(document, options)
    body.cards()
    body.footnotes()
    return body.writer.bytes
  }

  private mutating func cards() {
    guard let cards = options.cards else { return blocks(document.blocks) }
    for run in cards.runs {
      if let card = run.card {
        writer.freshLine()
        writer.raw("<div class=\"card\" data-part=\"\(card.part.rawValue)\">\n")
        writer.raw(
          "<div class=\"card-tools\"><div><label class=\"tick\"><input type=\"checkbox\">&nbsp;")
        writer.text(options.words[.runDone])
        writer.raw("</label></div></div>\n")
        number = card.number
      }
      blocks(Array(document.blocks[run.blocks]))
      if run.card != nil {
        writer.freshLine()
        writer.raw("</div>\n")
      }
    }
  }

  private init(_ document: Document, _ options: HTMLBodyOptions) {
    self.document = document
    self.options = options
    inlines = HTMLInlines(document: document, options: options)
    writer = MarkupWriter(reserving: 16_384)
  }

  private mutating func blocks(_ blocks: [Block], tight: Bool = false) {
    var units: [Int] = []
    for block in blocks where block.range.lowerBound != options.omittedBlock {
      // Raw HTML may open or close what an element of ours must not cross.
      if case .html = block.kind { close(&units) }
      units += options.anchors.open(before: block, to: &writer)
      if let mark = options.mark { self.mark(mark(block.range.lowerBound)) }
      self.block(block, tight: tight)
      close(&units) { block.range.contains($0) }
    }
    close(&units)
  }

  /// Says where the next block begins. Whether a line has been started stays as it was.
  private mutating func mark(_ place: String) {
    let isFresh = writer.endsWithNewline
    writer.raw("<!--at ")
    writer.text(place)
    writer.raw("-->")
    if isFresh { writer.freshLine() }
  }

  /// Ends elements of steps, from the inside to the outside, as long as they are to end.
  private mutating func close(_ units: inout [Int], where isEnd: (Int) -> Bool = { _ in true }) {
    while let last = units.last, isEnd(last) {
      units.removeLast()
      writer.freshLine()
      writer.raw("</div>\n")
    }
  }

  private mutating func block(_ block: Block, tight: Bool) {
    switch block.kind {
    case .paragraph(let content): paragraph(content, tight: tight)
    case .heading(let heading): self.heading(heading)
    case .code(let code):
      (options.code[block.range.lowerBound] ?? CodeFigure()).write(
        code, options, to: &writer)
    case .html(let text): html(text)
    case .quote(let blocks): container("blockquote", blocks)
    case .alert(let alert): self.alert(alert)
    case .details(let details): self.details(details)
    case .list(let list): self.list(list)
    case .table(let table):
      tableCount += 1
      (options.tables[block.range.lowerBound] ?? TableFrame()).write(
        table, number: tableCount, inlines, to: &writer)
    case .thematicBreak:
      writer.freshLine()
      writer.raw("<hr />\n")
    case .element(let element, let blocks):
      let markup = ElementMarkup(options: options)
      markup.open(element, to: &writer)
      self.blocks(blocks)
      markup.close(element, to: &writer)
    case .inlines(let content): inlines.write(content, to: &writer)
    }
  }

  private mutating func paragraph(_ content: [Inline], tight: Bool, backReference: String = "") {
    if tight {
      inlines.write(content, to: &writer)
      return
    }
    writer.freshLine()
    writer.raw("<p")
    direct(content)
    writer.raw(">")
    inlines.write(content, to: &writer)
    writer.raw(backReference)
    writer.raw("</p>\n")
  }

  /// Says in an opening tag which way a text is written, where that is not the way of what is around it.
  private mutating func direct(_ content: [Inline]) {
    guard let own = TextDirection(of: content), own != direction else { return }
    writer.attribute("dir", own.rawValue)
  }

  private mutating func heading(_ heading: Heading) {
    writer.freshLine()
    writer.raw("<h\(heading.level)")
    writer.attribute("id", heading.id)
    direct(heading.content)
    writer.raw(">")
    inlines.write(numbered(heading.content), to: &writer)
    writer.raw("<a class=\"anchor\" href=\"#")
    writer.href(heading.id)
    writer.raw("\"")
    writer.attribute("aria-label", options.words[.permalink])
    writer.raw(">#</a></h\(heading.level)>\n")
  }

  /// Writes the number of a step, and returns what its heading says besides.
  private mutating func numbered(_ content: [Inline]) -> [Inline] {
    guard let number else { return content }
    self.number = nil
    writer.raw("<span class=\"no\" aria-hidden=\"true\">\(number)</span>")
    guard case .text(let text)? = content.first?.kind,
      case let end = StepCards.numeral(number, in: text),
      end > 0
    else { return content }
    let bytes = Array(text.utf8)
    writer.raw("<span class=\"own-no\">")
    writer.text(String(decoding: bytes[..<end], as: UTF8.self))
    writer.raw("</span>")
    let rest = Inline(
      .text(String(decoding: bytes[end...], as: UTF8.self)), range: content[0].range)
    return [rest] + content.dropFirst()
  }

  private mutating func container(_ name: String, _ blocks: [Block]) {
    writer.freshLine()
    writer.raw("<\(name)>\n")
    self.blocks(blocks)
    writer.freshLine()
    writer.raw("</\(name)>\n")
  }

  private mutating func alert(_ alert: Alert) {
    let name = alert.kind.rawValue
    writer.freshLine()
    writer.raw("<aside class=\"alert alert-\(name)\" role=\"note\">\n<p class=\"alert-title\">")
    writer.text(options.words.title(of: alert.kind))
    writer.raw("</p>\n")
    blocks(alert.blocks)
    writer.freshLine()
    writer.raw("</aside>\n")
  }

  private mutating func details(_ details: Details) {
    writer.freshLine()
    writer.raw(details.isOpen ? "<details open=\"\">\n<summary>" : "<details>\n<summary>")
    writer.text(details.summary.isEmpty ? options.words[.details] : details.summary)
    writer.raw("</summary>\n")
    blocks(details.blocks)
    writer.freshLine()
    writer.raw("</details>\n")
  }

  private mutating func list(_ list: List) {
    writer.freshLine()
    let name = list.start == nil ? "ul" : "ol"
    writer.raw("<\(name)")
    if let start = list.start, start != 1 { writer.attribute("start", String(start)) }
    // Its marks stand where its first text begins.
    let outer = direction
    if let first = list.items.first?.firstText {
      direct(first)
      direction = TextDirection(of: first) ?? outer
    }
    defer { direction = outer }
    writer.raw(">\n")
    for item in list.items { self.item(item, tight: list.isTight) }
    writer.raw("</\(name)>\n")
  }

  private mutating func item(_ item: List.Item, tight: Bool) {
    writer.freshLine()
    if let isChecked = item.isChecked {
      writer.raw("<li class=\"task-list-item\"")
      if tight { direct(item.firstText ?? []) }
      writer.raw("><input type=\"checkbox\" ")
      writer.raw(isChecked ? "checked=\"\" disabled=\"\"" : "disabled=\"\"")
      writer.attribute("aria-label", options.words[isChecked ? .done : .toDo])
      writer.raw(" /> ")
    } else {
      writer.raw("<li")
      if tight { direct(item.firstText ?? []) }
      writer.raw(">")
    }
    blocks(item.blocks, tight: tight)
    writer.raw("</li>\n")
  }

  private mutating func html(_ text: String) {
    writer.freshLine()
    switch options.rawHTML {
    case .trusted: writer.raw(text)
    case .escape, .safe:
      guard !HTMLInlines.isComment(text) else { return }
      writer.raw("<pre class=\"raw-html\">")
      writer.text(text)
      writer.raw("</pre>")
    }
    writer.freshLine()
  }

  // MARK: Footnotes

  private mutating func footnotes() {
    guard !document.footnotes.isEmpty else { return }
    writer.freshLine()
    writer.raw("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    for (index, footnote) in document.footnotes.enumerated() {
      writer.raw("<li")
      writer.attribute("id", "fn-" + inlines.anchor(index))
      writer.raw(">\n")
      self.footnote(footnote, index)
      writer.raw("</li>\n")
    }
    writer.raw("</ol>\n</section>\n")
  }

  /// The way back stands at the end of the last paragraph, or after the last block.
  private mutating func footnote(_ footnote: Footnote, _ index: Int) {
    let back = inlines.backReferences(footnote, index)
    guard let last = footnote.blocks.last, case .paragraph(let content) = last.kind else {
      blocks(footnote.blocks)
      writer.raw(back)
      return
    }
    blocks(Array(footnote.blocks.dropLast()))
    paragraph(content, tight: false, backReference: " " + back)
  }
}

extension List.Item {
  /// What it begins with, if that is a paragraph.
  fileprivate var firstText: [Inline]? {
    guard case .paragraph(let content) = blocks.first?.kind else { return nil }
    return content
  }
}
