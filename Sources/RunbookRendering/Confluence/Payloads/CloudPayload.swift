/// `cloud.html`: what Confluence Cloud's editor reads from the clipboard, in the attribute shapes of
/// its own parse rules (`@atlaskit/adf-schema`, `src/schema/nodes`).
enum CloudPayload {
  static let payload = ConfluencePayload(
    fileName: "cloud.html", product: .cloud, render: CloudRenderer.render)
}

/// Writes a tree for Cloud as HTML. Nothing stands between block elements: with `data-pm-slice` the
/// editor keeps white space.
struct CloudRenderer: ~Copyable {
  var writer = MarkupWriter(reserving: 16_384)
  private var openMarks = OpenMarks()
  private var isFirst = true

  static func render(_ tree: ConfluenceTree) -> [UInt8] {
    var renderer = CloudRenderer()
    for block in tree.blocks.pasted() { renderer.write(block) }
    return renderer.writer.bytes
  }

  // MARK: - Elements

  /// Opens a block element. The first one says that the payload is a slice of its own, which the
  /// editor neither reopens nor trims.
  private mutating func start(_ name: String) {
    writer.raw("<")
    writer.raw(name)
    if isFirst {
      writer.raw(" data-pm-slice=\"0 0 []\"")
      isFirst = false
    }
  }

  private mutating func end(_ name: String) {
    writer.raw("</")
    writer.raw(name)
    writer.raw(">")
  }

  /// The content of an element that must not be empty.
  private mutating func write(
    _ blocks: [ConfluenceBlock], alignment: ConfluenceTable.Alignment = .start,
    inListItem: Bool = false
  ) {
    let blocks = blocks.pasted(inListItem: inListItem)
    for block in blocks {
      if alignment != .start, case .paragraph(let content) = block {
        writer.raw("<div class=\"fabric-editor-block-mark\" data-align=\"")
        writer.raw(alignment == .center ? "center\">" : "end\">")
        paragraph(content)
        writer.raw("</div>")
      } else {
        write(block)
      }
    }
    if blocks.isEmpty { writer.raw("<p></p>") }
  }

  private mutating func element(
    _ name: String, _ blocks: [ConfluenceBlock], inListItem: Bool = false
  ) {
    start(name)
    writer.raw(">")
    write(blocks, inListItem: inListItem)
    end(name)
  }

  private mutating func paragraph(_ content: [ConfluenceInline]) {
    start("p")
    writer.raw(">")
    write(content)
    writer.raw("</p>")
  }

  // MARK: - Blocks

  private mutating func write(_ block: ConfluenceBlock) {
    switch block {
    case .paragraph(let content): paragraph(content)
    case .heading(let level, let content):
      let name = "h\(level)"
      start(name)
      writer.raw(">")
      write(content)
      end(name)
    case .code(let code): write(code)
    case .quote(let blocks): element("blockquote", blocks)
    case .panel(let panel, let blocks):
      start("div")
      writer.attribute("data-panel-type", panel.editorType)
      writer.raw("><div data-panel-content=\"true\">")
      write(blocks)
      writer.raw("</div></div>")
    case .expand(let title, let isNested, let blocks):
      start("div")
      writer.attribute("data-node-type", isNested ? "nestedExpand" : "expand")
      writer.attribute("data-title", title)
      writer.raw(">")
      write(blocks)
      writer.raw("</div>")
    case .list(let start, let items): list(start, items)
    case .tasks(let tasks): write(tasks)
    case .table(let table): write(table)
    case .rule:
      start("hr")
      writer.raw(">")
    case .image(let image): write(image)
    case .macro(let macro):
      start("div")
      macroAttributes("extension", macro)
      writer.raw("></div>")
    case .properties(let table):
      start("div")
      macroAttributes("bodied-extension", ConfluenceMacro(name: "details", parameters: []))
      writer.raw(">")
      write(table)
      writer.raw("</div>")
    }
  }

  /// The language stands on both elements: the editor reads the one or the other.
  private mutating func write(_ code: ConfluenceCode) {
    start("pre")
    writer.attribute("data-language", code.language)
    writer.raw("><code")
    writer.attribute("data-language", code.language)
    writer.raw(">")
    writer.text(code.text)
    writer.raw("</code></pre>")
  }

  private mutating func list(_ number: Int?, _ items: [[ConfluenceBlock]]) {
    let name = number == nil ? "ul" : "ol"
    start(name)
    if let number, number != 1 { writer.attribute("start", String(number)) }
    writer.raw(">")
    for item in items { element("li", item, inListItem: true) }
    end(name)
  }

  private mutating func write(_ tasks: [ConfluenceTask]) {
    start("div")
    writer.raw(" data-node-type=\"actionList\" data-task-list-local-id=\"\">")
    for task in tasks {
      writer.raw("<div data-task-local-id=\"\(task.id)\" data-task-state=\"")
      writer.raw(task.isDone ? "DONE\">" : "TODO\">")
      write(task.content)
      writer.raw("</div>")
      if !task.below.isEmpty { write(task.below) }
    }
    writer.raw("</div>")
  }

  private mutating func macroAttributes(_ type: String, _ macro: ConfluenceMacro) {
    writer.attribute("data-node-type", type)
    writer.attribute("data-extension-type", ConfluenceMacro.extensionType)
    writer.attribute("data-extension-key", macro.name)
    writer.attribute("data-parameters", String(decoding: macro.editorParameters, as: UTF8.self))
    writer.attribute("data-layout", "default")
  }

  // MARK: - Tables

  private mutating func write(_ table: ConfluenceTable) {
    start("table")
    writer.attribute("data-layout", table.columns?.layout.rawValue ?? "default")
    if let columns = table.columns {
      writer.attribute("data-table-width", String(columns.layout.pixels))
    }
    if table.isNumbered { writer.raw(" data-number-column=\"true\"") }
    writer.raw("><tbody>")
    for row in table.rows {
      writer.raw("<tr>")
      for cell in row {
        writer.raw(cell.isHeader ? "<th" : "<td")
        if cell.columns > 1 { writer.attribute("colspan", String(cell.columns)) }
        if cell.rows > 1 { writer.attribute("rowspan", String(cell.rows)) }
        if let columns = table.columns {
          let widths = columns.pixels[cell.column..<cell.column + cell.columns]
          writer.attribute("data-colwidth", widths.map(String.init).joined(separator: ","))
        }
        writer.raw(">")
        write(cell.blocks, alignment: cell.alignment)
        writer.raw(cell.isHeader ? "</th>" : "</td>")
      }
      writer.raw("</tr>")
    }
    writer.raw("</tbody></table>")
  }

  // MARK: - Images

  /// In its own wrapper: the editor moves an image that stands directly in an element other than
  /// `div`, `td` and `blockquote` out of what it stands in, and flattens that to one line of text
  /// (`unwrapNestedMediaElements` of `@atlaskit/editor-plugin-paste`).
  private mutating func write(_ image: ConfluenceImage) {
    start("div")
    writer.raw(" data-node-type=\"mediaSingle\"")
    if let width = image.width {
      writer.raw(" data-width=\"\(width)\" data-width-type=\"pixel\"")
    }
    writer.raw("><img")
    writer.attribute("src", image.pasteURL ?? "")
    writer.attribute("alt", image.description)
    writer.raw(">")
    if !image.title.isEmpty {
      writer.raw("<figcaption data-caption=\"true\">")
      writer.text(image.title)
      writer.raw("</figcaption>")
    }
    writer.raw("</div>")
  }

  // MARK: - Inline content

  private mutating func write(_ content: [ConfluenceInline], isLinked: Bool = false) {
    for inline in PasteLines.trimmed(content) { write(inline, isLinked: isLinked) }
    setMarks(ConfluenceMarks())
  }

  private mutating func write(_ inline: ConfluenceInline, isLinked: Bool) {
    switch inline {
    case .text(let text, let marks):
      setMarks(marks)
      writer.text(text)
    // ADF's break takes no marks.
    case .lineBreak:
      setMarks(ConfluenceMarks())
      writer.raw("<br>")
    case .code(let text, let marks):
      setMarks(marks)
      writer.raw("<code>")
      writer.text(text)
      writer.raw("</code>")
    case .link(.footnoteBack, _), .anchor: break
    case .link(let destination, let content):
      setMarks(ConfluenceMarks())
      link(to: destination.pasteURL, content)
    case .image(let image):
      setMarks(ConfluenceMarks())
      link(to: isLinked ? nil : image.pasteURL, image.words)
    case .status(let status):
      setMarks(ConfluenceMarks())
      writer.raw("<span data-node-type=\"status\" data-color=\"")
      writer.raw(status.colour.editorName)
      writer.raw("\" data-style=\"bold\">")
      writer.text(status.title)
      writer.raw("</span>")
    }
  }

  private mutating func link(to url: String?, _ content: [ConfluenceInline]) {
    guard let url else {
      write(content)
      return
    }
    writer.raw("<a")
    writer.attribute("href", url)
    writer.raw(">")
    write(content, isLinked: true)
    writer.raw("</a>")
  }

  private mutating func setMarks(_ marks: ConfluenceMarks) { openMarks.set(marks, in: &writer) }
}

extension ConfluenceImage {
  /// What stands for the image in a line of text.
  var words: [ConfluenceInline] {
    [.text(description.isEmpty ? "image" : description, ConfluenceMarks())]
  }
}
