import RunbookChecks

/// Writes a tree in Confluence storage format (Atlassian, "Confluence Storage Format"), for the REST
/// interface and for storage-format source editors. It is not a shape to paste: an HTML parser would
/// take CDATA sections for comments.
struct StorageRenderer: ~Copyable {
  let target: ConfluenceTarget
  var writer = MarkupWriter(reserving: 16_384)
  var openMarks = OpenMarks()

  /// A fragment in UTF-8: well-formed XML but for the root, which the server adds.
  static func render(_ tree: ConfluenceTree) -> [UInt8] {
    var renderer = StorageRenderer(target: tree.target)
    for block in tree.blocks {
      renderer.write(block)
      renderer.writer.freshLine()
    }
    return renderer.writer.bytes
  }

  private mutating func write(_ blocks: [ConfluenceBlock]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: ConfluenceBlock) {
    switch block {
    case .paragraph(let content):
      writer.raw("<p>")
      write(content)
      writer.raw("</p>")
    case .heading(let level, let content):
      writer.raw("<h\(level)>")
      write(content)
      writer.raw("</h\(level)>")
    case .code(let code): write(code)
    case .quote(let blocks): element("blockquote", blocks)
    case .panel(let panel, let blocks): write(panel, blocks)
    case .expand(let title, _, let blocks):
      openMacro("expand")
      // Without a title the macro shows "Click here to expand..." in the reader's language.
      if !title.isEmpty { parameter("title", title) }
      richBody(blocks)
    case .list(let start, let items): list(start, items)
    case .tasks(let tasks): write(tasks)
    case .table(let table): write(table)
    case .rule: writer.raw("<hr/>")
    case .image(let image): write(image, isInline: false)
    case .macro(let macro):
      openMacro(macro.name, version: macro.name == "children" ? 2 : 1)
      for item in macro.parameters { parameter(item.name, item.value) }
      closeMacro()
    case .properties(let table):
      openMacro("details")
      writer.raw("<ac:rich-text-body>")
      write(table)
      writer.raw("</ac:rich-text-body>")
      closeMacro()
    }
  }

  private mutating func element(_ name: String, _ blocks: [ConfluenceBlock]) {
    writer.raw("<")
    writer.raw(name)
    writer.raw(">")
    write(blocks)
    writer.raw("</")
    writer.raw(name)
    writer.raw(">")
  }

  // MARK: - Lists

  /// The editor writes the text of an item as a paragraph, in loose lists and tight ones alike.
  private mutating func list(_ start: Int?, _ items: [[ConfluenceBlock]]) {
    switch start {
    case nil: writer.raw("<ul>")
    case 1: writer.raw("<ol>")
    case .some(let number): writer.raw("<ol start=\"\(number)\">")
    }
    for item in items { element("li", item) }
    writer.raw(start == nil ? "</ul>" : "</ol>")
  }

  private mutating func write(_ tasks: [ConfluenceTask]) {
    writer.raw("<ac:task-list>")
    for task in tasks {
      let status = task.isDone ? "complete" : "incomplete"
      writer.raw("<ac:task><ac:task-id>\(task.id)</ac:task-id>")
      writer.raw("<ac:task-status>\(status)</ac:task-status><ac:task-body>")
      write(task.content)
      // Cloud keeps the tasks below a task behind it in the list, Data Center in its body.
      if target == .dataCenter, !task.below.isEmpty { write(task.below) }
      writer.raw("</ac:task-body></ac:task>")
      if target == .cloud, !task.below.isEmpty { write(task.below) }
    }
    writer.raw("</ac:task-list>")
  }

  // MARK: - Tables

  private mutating func write(_ table: ConfluenceTable) {
    openTable(table)
    writer.raw("<tbody>")
    for (index, row) in table.rows.enumerated() {
      writer.raw("<tr>")
      if table.isNumbered {
        writer.raw(index == 0 ? "<th" : "<td")
        writer.raw(" class=\"numberingColumn\">")
        writer.raw(index == 0 ? "</th>" : "\(index)</td>")
      }
      for cell in row { write(cell) }
      writer.raw("</tr>")
    }
    writer.raw("</tbody></table>")
  }

  private mutating func openTable(_ table: ConfluenceTable) {
    guard let columns = table.columns else {
      writer.raw("<table>")
      return
    }
    switch target {
    // Cloud counts in pixels, on a base of 760 for a page of normal width.
    case .cloud:
      writer.raw("<table")
      writer.attribute("data-layout", columns.layout.rawValue)
      writer.attribute("data-table-width", String(columns.layout.pixels))
      writer.raw("><colgroup>")
      if table.isNumbered { writer.raw("<col style=\"width: 42.0px;\"/>") }
      for pixels in columns.pixels { writer.raw("<col style=\"width: \(pixels).0px;\"/>") }
    // Data Center sizes a `relative-table` by the window.
    case .dataCenter:
      writer.raw("<table class=\"relative-table wrapped\" style=\"width: 100.0%;\"><colgroup>")
      if table.isNumbered { writer.raw("<col/>") }
      for share in columns.perMille {
        writer.raw("<col style=\"width: \(share / 10).\(share % 10)%;\"/>")
      }
    }
    writer.raw("</colgroup>")
  }

  private mutating func write(_ cell: ConfluenceTable.Cell) {
    let tag = cell.isHeader ? "th" : "td"
    writer.raw("<")
    writer.raw(tag)
    if cell.columns > 1 { writer.attribute("colspan", String(cell.columns)) }
    if cell.rows > 1 { writer.attribute("rowspan", String(cell.rows)) }
    // Cloud keeps the alignment with the paragraph, Data Center with the cell.
    if target == .dataCenter { align(cell.alignment) }
    writer.raw(">")
    for block in cell.blocks {
      guard case .paragraph(let content) = block, target == .cloud else {
        write(block)
        continue
      }
      writer.raw("<p")
      align(cell.alignment)
      writer.raw(">")
      write(content)
      writer.raw("</p>")
    }
    writer.raw("</")
    writer.raw(tag)
    writer.raw(">")
  }

  /// Left is how both products draw a cell that says nothing.
  private mutating func align(_ alignment: ConfluenceTable.Alignment) {
    switch alignment {
    case .start: break
    case .center: writer.raw(" style=\"text-align: center;\"")
    case .end: writer.raw(" style=\"text-align: right;\"")
    }
  }

  mutating func richBody(_ blocks: [ConfluenceBlock]) {
    writer.raw("<ac:rich-text-body>")
    write(blocks)
    writer.raw("</ac:rich-text-body>")
    closeMacro()
  }

  /// Purple has no macro. Cloud writes its own purple panel as an ADF node.
  mutating func adfPanel(_ blocks: [ConfluenceBlock]) {
    writer.raw("<ac:adf-extension><ac:adf-node type=\"panel\">")
    writer.raw("<ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute><ac:adf-content>")
    write(blocks)
    writer.raw("</ac:adf-content></ac:adf-node></ac:adf-extension>")
  }
}
