package import RunbookModel

/// What becomes of raw HTML in a page.
package enum RawHTMLPolicy: String, Sendable, CaseIterable {
  /// Shown as text, but for `<br>` and comments.
  case escape
  /// Emitted as it is. For sites whose authors are trusted with scripts.
  case trusted
}

/// What a page's HTML needs beyond its tree; blocks are named by the source offset they start at.
package struct HTMLBodyOptions: Sendable {
  package struct Code: Sendable {
    /// `script`, `transcript`, `output` or `other`.
    package var kind = "other"
    package var title = ""
    package var context: (id: String, title: String, lane: Int)?
    package var expect = ""
    /// The name of the step, which becomes an anchor.
    package var step: String?

    package init() {}
  }

  package struct TableRole: Sendable {
    package let className: String
    /// Whether the cells of the first column name their rows.
    package let hasRowHeaders: Bool
    package let label: String

    package init(className: String, hasRowHeaders: Bool, label: String) {
      self.className = className
      self.hasRowHeaders = hasRowHeaders
      self.label = label
    }
  }

  package var rawHTML = RawHTMLPolicy.escape
  package var code: [Int: Code] = [:]
  package var tables: [Int: TableRole] = [:]
  /// The block that repeats the page's title and is left out.
  package var omittedBlock: Int?
  /// What a destination becomes in the output.
  package var link: @Sendable (String) -> String = { $0 }
  package var image: @Sendable (String) -> String = { $0 }

  package init() {}
}

/// The body of a page as HTML. Text, line breaks and order of attributes are those of cmark-gfm's own
/// renderer; added are heading anchors, the frames of code and tables, alerts and details.
package struct HTMLBody {
  private let document: Document
  private let options: HTMLBodyOptions
  private var inlines: HTMLInlines
  private var writer: MarkupWriter

  package static func render(_ document: Document, _ options: HTMLBodyOptions) -> [UInt8] {
    var body = HTMLBody(document, options)
    body.blocks(document.blocks)
    body.footnotes()
    return body.writer.bytes
  }

  private init(_ document: Document, _ options: HTMLBodyOptions) {
    self.document = document
    self.options = options
    inlines = HTMLInlines(document: document, options: options)
    writer = MarkupWriter(reserving: 16_384)
  }

  private mutating func blocks(_ blocks: [Block], tight: Bool = false) {
    for block in blocks where block.range.lowerBound != options.omittedBlock {
      self.block(block, tight: tight)
    }
  }

  private mutating func block(_ block: Block, tight: Bool) {
    switch block.kind {
    case .paragraph(let content): paragraph(content, tight: tight)
    case .heading(let heading): self.heading(heading)
    case .code(let code): self.code(code, at: block.range.lowerBound)
    case .html(let text): html(text)
    case .quote(let blocks): container("blockquote", blocks)
    case .alert(let alert): self.alert(alert)
    case .details(let details): self.details(details)
    case .list(let list): self.list(list)
    case .table(let table): self.table(table, at: block.range.lowerBound)
    case .thematicBreak:
      writer.freshLine()
      writer.raw("<hr />\n")
    }
  }

  private mutating func paragraph(_ content: [Inline], tight: Bool, backReference: String = "") {
    if tight {
      inlines.write(content, to: &writer)
      return
    }
    writer.freshLine()
    writer.raw("<p>")
    inlines.write(content, to: &writer)
    writer.raw(backReference)
    writer.raw("</p>\n")
  }

  private mutating func heading(_ heading: Heading) {
    writer.freshLine()
    writer.raw("<h\(heading.level)")
    writer.attribute("id", heading.id)
    writer.raw(">")
    inlines.write(heading.content, to: &writer)
    writer.raw("<a class=\"anchor\" href=\"#")
    writer.href(heading.id)
    writer.raw("\" aria-label=\"Link to this section\">#</a></h\(heading.level)>\n")
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
    writer.raw(name.prefix(1).uppercased() + name.dropFirst())
    writer.raw("</p>\n")
    blocks(alert.blocks)
    writer.freshLine()
    writer.raw("</aside>\n")
  }

  private mutating func details(_ details: Details) {
    writer.freshLine()
    writer.raw(details.isOpen ? "<details open=\"\">\n<summary>" : "<details>\n<summary>")
    writer.text(details.summary.isEmpty ? "Details" : details.summary)
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
    writer.raw(">\n")
    for item in list.items { self.item(item, tight: list.isTight) }
    writer.raw("</\(name)>\n")
  }

  private mutating func item(_ item: List.Item, tight: Bool) {
    writer.freshLine()
    if let isChecked = item.isChecked {
      writer.raw("<li class=\"task-list-item\"><input type=\"checkbox\" ")
      writer.raw(isChecked ? "checked=\"\" disabled=\"\" " : "disabled=\"\" ")
      writer.raw(isChecked ? "aria-label=\"done\" /> " : "aria-label=\"to do\" /> ")
    } else {
      writer.raw("<li>")
    }
    blocks(item.blocks, tight: tight)
    writer.raw("</li>\n")
  }

  private mutating func code(_ code: CodeBlock, at offset: Int) {
    let about = options.code[offset] ?? HTMLBodyOptions.Code()
    writer.freshLine()
    let lane = about.context.map { " lane-\($0.lane)" } ?? ""
    writer.raw("<figure class=\"code\(lane)\" data-kind=\"\(about.kind)\"")
    if let step = about.step { writer.attribute("id", "step-" + step) }
    if let context = about.context { writer.attribute("data-context", context.id) }
    writer.raw(">")
    caption(about)
    // A block that scrolls must be reachable by keyboard.
    writer.raw("<pre tabindex=\"0\"><code")
    let language = code.fence?.language.text ?? ""
    if !language.isEmpty { writer.attribute("class", "language-" + language) }
    writer.raw(">")
    CodeMarkup.write(code.text, to: &writer)
    writer.raw("</code></pre>\n</figure>\n")
    if !about.expect.isEmpty {
      writer.raw("<p class=\"expect\">Expect: <code>")
      writer.text(about.expect)
      writer.raw("</code></p>\n")
    }
  }

  private mutating func caption(_ about: HTMLBodyOptions.Code) {
    guard about.context != nil || !about.title.isEmpty else { return }
    writer.raw("<figcaption>")
    if !about.title.isEmpty {
      writer.raw("<span class=\"code-title\">")
      writer.text(about.title)
      writer.raw("</span>")
    }
    if let context = about.context {
      writer.raw("<span class=\"lane lane-\(context.lane)\">")
      writer.text(context.title)
      writer.raw("</span>")
    }
    writer.raw("</figcaption>")
  }

  private mutating func html(_ text: String) {
    writer.freshLine()
    switch options.rawHTML {
    case .trusted: writer.raw(text)
    case .escape:
      guard !HTMLInlines.isComment(text) else { return }
      writer.raw("<pre class=\"raw-html\">")
      writer.text(text)
      writer.raw("</pre>")
    }
    writer.freshLine()
  }

  // MARK: Tables

  private mutating func table(_ table: Table, at offset: Int) {
    let role = options.tables[offset]
    writer.freshLine()
    writer.raw("<div class=\"table-wrap\" tabindex=\"0\" role=\"region\"")
    writer.attribute("aria-label", role?.label ?? "Table")
    writer.raw(">\n<table")
    if let role { writer.attribute("class", role.className) }
    writer.raw(">\n<thead>\n")
    row(table.header, table, cell: "th")
    writer.raw("</thead>\n")
    if !table.rows.isEmpty {
      writer.raw("<tbody>\n")
      for row in table.rows {
        self.row(row, table, cell: "td", hasHeader: role?.hasRowHeaders ?? false)
      }
      writer.raw("</tbody>\n")
    }
    writer.raw("</table>\n</div>\n")
  }

  private mutating func row(
    _ row: Table.Row, _ table: Table, cell name: String, hasHeader: Bool = false
  ) {
    writer.raw("<tr>\n")
    for (column, cell) in row.cells.enumerated() {
      let isHeader = hasHeader && column == 0
      writer.raw(isHeader ? "<th scope=\"row\"" : "<\(name)")
      switch table.alignments[column] {
      case .none: break
      case .left: writer.raw(" align=\"left\"")
      case .center: writer.raw(" align=\"center\"")
      case .right: writer.raw(" align=\"right\"")
      }
      writer.raw(">")
      inlines.write(cell.content, to: &writer)
      writer.raw(isHeader ? "</th>\n" : "</\(name)>\n")
    }
    writer.raw("</tr>\n")
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
