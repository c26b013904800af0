/// `dc.html`: what Confluence Data Center's editor reads from the clipboard. Its macros travel as
/// the tables and images that the editor itself makes of them (read from pages that the editor wrote
/// and from `EditorMacroMarshaller`); everything else is plain HTML.
enum DataCenterPayload {
  static let payload = ConfluencePayload(
    fileName: "dc.html", product: .dataCenter, render: DataCenterRenderer.render)
}

/// Writes a tree for Data Center as HTML, with nothing between block elements.
struct DataCenterRenderer: ~Copyable {
  var writer = MarkupWriter(reserving: 16_384)
  private var openMarks = OpenMarks()
  /// Lozenges that were written already: a page has few, and has them in many places.
  private var lozenges: [ConfluenceStatus: [UInt8]] = [:]

  static func render(_ tree: ConfluenceTree) -> [UInt8] {
    var renderer = DataCenterRenderer()
    renderer.write(tree.blocks)
    return renderer.writer.bytes
  }

  // MARK: - Blocks

  mutating func write(_ blocks: [ConfluenceBlock]) {
    for block in blocks { write(block) }
  }

  /// The content of an element into which a cursor must fit.
  private mutating func writeBody(_ blocks: [ConfluenceBlock]) {
    if blocks.isEmpty { writer.raw("<p><br></p>") } else { write(blocks) }
  }

  private mutating func write(_ block: ConfluenceBlock) {
    switch block {
    case .paragraph(let content): element("p", content)
    case .heading(let level, let content): element("h\(level)", content)
    case .code(let code): write(code)
    case .quote(let blocks):
      writer.raw("<blockquote>")
      writeBody(blocks)
      writer.raw("</blockquote>")
    case .panel(let panel, let blocks): richMacro(panel.dataCenterMacro, blocks)
    case .expand(let title, _, let blocks):
      let parameters = title.isEmpty ? [] : [(name: "title", value: title)]
      richMacro(ConfluenceMacro(name: "expand", parameters: parameters), blocks)
    case .list(let start, let items): list(start, items)
    case .tasks(let tasks): write(tasks)
    case .table(let table): write(table)
    case .rule: writer.raw("<hr>")
    case .image(let image):
      writer.raw("<p>")
      write(image)
      writer.raw("</p>")
    case .macro(let macro):
      writer.raw("<p>")
      inlineMacro(macro)
      writer.raw("</p>")
    case .properties(let table):
      richMacro(ConfluenceMacro(name: "details", parameters: []), [.table(table)])
    }
  }

  private mutating func element(_ name: String, _ content: [ConfluenceInline]) {
    writer.raw("<")
    writer.raw(name)
    writer.raw(">")
    write(content)
    writer.raw("</")
    writer.raw(name)
    writer.raw(">")
  }

  private mutating func list(_ start: Int?, _ items: [[ConfluenceBlock]]) {
    switch start {
    case nil: writer.raw("<ul>")
    case 1: writer.raw("<ol>")
    case .some(let number): writer.raw("<ol start=\"\(number)\">")
    }
    for item in items {
      writer.raw("<li>")
      writeBody(item)
      writer.raw("</li>")
    }
    writer.raw(start == nil ? "</ul>" : "</ol>")
  }

  private mutating func write(_ tasks: [ConfluenceTask]) {
    writer.raw("<ul class=\"inline-task-list\">")
    for task in tasks {
      writer.raw(task.isDone ? "<li class=\"checked\"" : "<li")
      writer.raw(" data-inline-task-id=\"\(task.id)\">")
      write(task.content)
      if !task.below.isEmpty { write(task.below) }
      writer.raw("</li>")
    }
    writer.raw("</ul>")
  }

  // MARK: - Macros

  /// A macro with a body is a table of one cell.
  private mutating func openTableMacro(_ macro: ConfluenceMacro, body: String) {
    writer.raw("<table class=\"wysiwyg-macro\"")
    macroAttributes(macro)
    writer.raw(" data-macro-body-type=\"\(body)\"><tbody><tr><td class=\"wysiwyg-macro-body\">")
  }

  private mutating func closeTableMacro() { writer.raw("</td></tr></tbody></table>") }

  private mutating func richMacro(_ macro: ConfluenceMacro, _ blocks: [ConfluenceBlock]) {
    openTableMacro(macro, body: "RICH_TEXT")
    writeBody(blocks)
    closeTableMacro()
  }

  private mutating func write(_ code: ConfluenceCode) {
    var parameters = [(name: "language", value: code.language)]
    if !code.title.isEmpty { parameters.append((name: "title", value: code.title)) }
    parameters += code.options
    openTableMacro(ConfluenceMacro(name: "code", parameters: parameters), body: "PLAIN_TEXT")
    // A parser drops a line end right behind the tag (HTML Standard §13.2.6.4.7).
    writer.raw(code.text.utf8.first == UInt8(ascii: "\n") ? "<pre>\n" : "<pre>")
    writer.text(code.text)
    writer.raw("</pre>")
    closeTableMacro()
  }

  private mutating func macroAttributes(_ macro: ConfluenceMacro) {
    writer.attribute("data-macro-name", macro.name)
    let named = macro.parameters.filter { !$0.name.isEmpty }
    if !named.isEmpty {
      writer.attribute("data-macro-parameters", DataCenterParameters.text(named))
    }
    if let unnamed = macro.parameters.first(where: { $0.name.isEmpty }) {
      writer.attribute("data-macro-default-parameter", unnamed.value)
    }
    writer.raw(" data-macro-schema-version=\"1\"")
  }

  /// A macro without a body is an image. What it shows is the server's matter; the editor goes by
  /// the attributes.
  private mutating func inlineMacro(_ macro: ConfluenceMacro) {
    writer.raw("<img class=\"editor-inline-macro\" src=\"")
    writer.text(DataCenterParameters.placeholder(macro))
    writer.raw("\"")
    macroAttributes(macro)
    writer.raw(">")
  }

  // MARK: - Tables

  private mutating func write(_ table: ConfluenceTable) {
    if let columns = table.columns {
      writer.raw(
        "<table class=\"relative-table wrapped\" style=\"width: 100.0%;\">")
      writer.raw("<colgroup>")
      if table.isNumbered { writer.raw("<col>") }
      for share in columns.perMille {
        writer.raw("<col style=\"width: \(share / 10).\(share % 10)%;\">")
      }
      writer.raw("</colgroup>")
    } else {
      writer.raw("<table class=\"wrapped\">")
    }
    writer.raw("<tbody>")
    for (index, row) in table.rows.enumerated() {
      writer.raw("<tr>")
      if table.isNumbered {
        writer.raw(
          index == 0
            ? "<th class=\"numberingColumn\"></th>"
            : "<td class=\"numberingColumn\">\(index)</td>")
      }
      for cell in row { write(cell) }
      writer.raw("</tr>")
    }
    writer.raw("</tbody></table>")
  }

  private mutating func write(_ cell: ConfluenceTable.Cell) {
    writer.raw(cell.isHeader ? "<th" : "<td")
    if cell.columns > 1 { writer.attribute("colspan", String(cell.columns)) }
    if cell.rows > 1 { writer.attribute("rowspan", String(cell.rows)) }
    switch cell.alignment {
    case .start: break
    case .center: writer.raw(" style=\"text-align: center;\"")
    case .end: writer.raw(" style=\"text-align: right;\"")
    }
    writer.raw(">")
    writeBody(cell.blocks)
    writer.raw(cell.isHeader ? "</th>" : "</td>")
  }

  // MARK: - Inline content

  private mutating func write(_ content: [ConfluenceInline]) {
    for inline in content { write(inline) }
    setMarks(ConfluenceMarks())
  }

  private mutating func write(_ inline: ConfluenceInline) {
    switch inline {
    case .text(let text, let marks):
      setMarks(marks)
      writer.text(text)
    case .lineBreak(let marks):
      setMarks(marks)
      writer.raw("<br>")
    case .code(let text, let marks):
      setMarks(marks)
      writer.raw("<code>")
      writer.text(text)
      writer.raw("</code>")
    case .link(let destination, let content):
      setMarks(ConfluenceMarks())
      link(destination, content)
    case .image(let image):
      setMarks(ConfluenceMarks())
      write(image)
    case .status(let status):
      setMarks(ConfluenceMarks())
      write(status)
    case .anchor(let name):
      setMarks(ConfluenceMarks())
      inlineMacro(ConfluenceMacro(name: "anchor", parameters: [("", name)]))
    }
  }

  private mutating func write(_ status: ConfluenceStatus) {
    if let written = lozenges[status] {
      writer.raw(written)
      return
    }
    let start = writer.count
    inlineMacro(
      ConfluenceMacro(
        name: "status", parameters: [("colour", status.colour.rawValue), ("title", status.title)]))
    lozenges[status] = writer.bytes(from: start)
  }

  private mutating func link(_ destination: ConfluenceDestination, _ content: [ConfluenceInline]) {
    switch destination {
    case .samePage(let anchor, _): samePageLink(anchor, content)
    case .footnoteBack(let anchor):
      writer.raw(" ")
      samePageLink(anchor, content)
    case .page, .attachment, .external, .broken:
      guard let url = destination.pasteURL else {
        write(content)
        return
      }
      writer.raw("<a")
      writer.attribute("href", url)
      writer.raw(">")
      write(content)
      writer.raw("</a>")
    }
  }

  /// The editor's own form of a link to an anchor macro of the same page.
  private mutating func samePageLink(_ anchor: String, _ content: [ConfluenceInline]) {
    writer.raw("<a class=\"confluence-link\"")
    writer.attribute("href", "#" + PasteURL.encoded(anchor))
    writer.attribute("data-anchor", anchor)
    writer.attribute("data-linked-resource-default-alias", anchor)
    writer.raw(">")
    write(content)
    writer.raw("</a>")
  }

  /// An image with an address; else its description.
  private mutating func write(_ image: ConfluenceImage) {
    guard let url = image.source.url, PasteURL.survives(url) else {
      write(image.words)
      return
    }
    let address = PasteURL.encoded(url)
    writer.raw("<img class=\"confluence-embedded-image confluence-external-resource\"")
    writer.attribute("src", address)
    writer.attribute("data-image-src", address)
    writer.attribute("alt", image.description)
    if !image.title.isEmpty { writer.attribute("title", image.title) }
    if let width = image.width { writer.attribute("width", String(width)) }
    if let height = image.height { writer.attribute("height", String(height)) }
    writer.raw(">")
  }

  private mutating func setMarks(_ marks: ConfluenceMarks) { openMarks.set(marks, in: &writer) }
}
