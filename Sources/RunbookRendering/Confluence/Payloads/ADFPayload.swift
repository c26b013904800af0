/// `adf.json`: the page in Atlassian Document Format (`@atlaskit/adf-schema`,
/// `json-schema/v1/full.json`), which Cloud's REST interface takes.
enum ADFPayload {
  static let payload = ConfluencePayload(
    fileName: "adf.json", product: .cloud, render: ADFRenderer.render)
}

/// Writes a tree for Cloud as compact JSON.
struct ADFRenderer: ~Copyable {
  private var bytes = ByteBuffer(reserving: 16_384)
  /// The marks and the link of the text node that is open.
  private var openText: (marks: ConfluenceMarks, isCode: Bool, url: String?)?
  private var taskLists = 0

  static func render(_ tree: ConfluenceTree) -> [UInt8] {
    var renderer = ADFRenderer()
    renderer.raw("{\"version\":1,\"type\":\"doc\",\"content\":[")
    for block in tree.blocks.pasted() { renderer.write(block) }
    renderer.raw("]}\n")
    return renderer.bytes.array()
  }

  // MARK: - JSON

  private mutating func raw(_ json: StaticString) { bytes.append(json) }

  private mutating func string(_ text: String) { JSONText.append(text, to: &bytes) }

  private mutating func number(_ number: Int) { bytes.append(String(number)) }

  /// Opens a node; a comma goes before it unless it is the first of its array.
  private mutating func node(_ start: StaticString) {
    if bytes.last == UInt8(ascii: "}") { raw(",") }
    raw(start)
  }

  // MARK: - Blocks

  private mutating func content(
    _ blocks: [ConfluenceBlock], alignment: ConfluenceTable.Alignment = .start,
    inListItem: Bool = false
  ) {
    raw("\"content\":[")
    let blocks = blocks.pasted(inListItem: inListItem)
    for block in blocks {
      if alignment != .start, case .paragraph(let content) = block {
        paragraph(content, alignment)
      } else {
        write(block)
      }
    }
    if blocks.isEmpty { paragraph([]) }
    raw("]}")
  }

  private mutating func paragraph(
    _ content: [ConfluenceInline], _ alignment: ConfluenceTable.Alignment = .start
  ) {
    node("{\"type\":\"paragraph\",")
    switch alignment {
    case .start: break
    case .center: raw("\"marks\":[{\"type\":\"alignment\",\"attrs\":{\"align\":\"center\"}}],")
    case .end: raw("\"marks\":[{\"type\":\"alignment\",\"attrs\":{\"align\":\"end\"}}],")
    }
    inlines(content)
    raw("}")
  }

  private mutating func write(_ block: ConfluenceBlock) {
    switch block {
    case .paragraph(let content): paragraph(content)
    case .heading(let level, let content):
      node("{\"type\":\"heading\",\"attrs\":{\"level\":")
      number(level)
      raw("},")
      inlines(content)
      raw("}")
    case .code(let code): write(code)
    case .quote(let blocks):
      node("{\"type\":\"blockquote\",")
      content(blocks)
    case .panel(let panel, let blocks):
      node("{\"type\":\"panel\",\"attrs\":{\"panelType\":")
      string(panel.editorType)
      raw("},")
      content(blocks)
    case .expand(let title, let isNested, let blocks):
      node(isNested ? "{\"type\":\"nestedExpand\"" : "{\"type\":\"expand\"")
      raw(",\"attrs\":{\"title\":")
      string(title)
      raw("},")
      content(blocks)
    case .list(let start, let items): list(start, items)
    case .tasks(let tasks): write(tasks)
    case .table(let table): write(table)
    case .rule: node("{\"type\":\"rule\"}")
    case .image(let image): write(image)
    case .macro(let macro):
      node("{\"type\":\"extension\",")
      attributes(of: macro)
      raw("}")
    case .properties(let table):
      node("{\"type\":\"bodiedExtension\",")
      attributes(of: ConfluenceMacro(name: "details", parameters: []))
      raw(",\"content\":[")
      write(table)
      raw("]}")
    }
  }

  private mutating func write(_ code: ConfluenceCode) {
    node("{\"type\":\"codeBlock\",\"attrs\":{\"language\":")
    string(code.language)
    raw("},\"content\":[")
    if !code.text.isEmpty {
      raw("{\"type\":\"text\",\"text\":")
      string(code.text)
      raw("}")
    }
    raw("]}")
  }

  private mutating func list(_ start: Int?, _ items: [[ConfluenceBlock]]) {
    if let start {
      node("{\"type\":\"orderedList\",\"attrs\":{\"order\":")
      number(start)
      raw("},\"content\":[")
    } else {
      node("{\"type\":\"bulletList\",\"content\":[")
    }
    for item in items {
      node("{\"type\":\"listItem\",")
      content(item, inListItem: true)
    }
    raw("]}")
  }

  /// Ids count through the page, so that the same page has the same ones.
  private mutating func write(_ tasks: [ConfluenceTask]) {
    taskLists += 1
    node("{\"type\":\"taskList\",\"attrs\":{\"localId\":\"list-")
    number(taskLists)
    raw("\"},\"content\":[")
    for task in tasks {
      node("{\"type\":\"taskItem\",\"attrs\":{\"localId\":\"task-")
      number(task.id)
      raw(task.isDone ? "\",\"state\":\"DONE\"}," : "\",\"state\":\"TODO\"},")
      inlines(task.content)
      raw("}")
      if !task.below.isEmpty { write(task.below) }
    }
    raw("]}")
  }

  private mutating func attributes(of macro: ConfluenceMacro) {
    raw("\"attrs\":{\"extensionType\":")
    string(ConfluenceMacro.extensionType)
    raw(",\"extensionKey\":")
    string(macro.name)
    raw(",\"parameters\":")
    bytes.append(macro.editorParameters)
    raw(",\"layout\":\"default\"}")
  }

  // MARK: - Tables

  private mutating func write(_ table: ConfluenceTable) {
    node("{\"type\":\"table\",\"attrs\":{\"isNumberColumnEnabled\":")
    raw(table.isNumbered ? "true" : "false")
    raw(",\"layout\":")
    string(table.columns?.layout.rawValue ?? "default")
    if let columns = table.columns {
      raw(",\"width\":")
      number(columns.layout.pixels)
    }
    raw("},\"content\":[")
    for row in table.rows {
      node("{\"type\":\"tableRow\",\"content\":[")
      for cell in row {
        node(cell.isHeader ? "{\"type\":\"tableHeader\"," : "{\"type\":\"tableCell\",")
        attributes(of: cell, table.columns)
        content(cell.blocks, alignment: cell.alignment)
      }
      raw("]}")
    }
    raw("]}")
  }

  private mutating func attributes(of cell: ConfluenceTable.Cell, _ columns: ConfluenceColumns?) {
    var separator: StaticString = ""
    func comma(_ renderer: inout Self) {
      renderer.bytes.append(separator)
      separator = ","
    }
    raw("\"attrs\":{")
    if cell.columns > 1 {
      comma(&self)
      raw("\"colspan\":")
      number(cell.columns)
    }
    if cell.rows > 1 {
      comma(&self)
      raw("\"rowspan\":")
      number(cell.rows)
    }
    if let columns {
      comma(&self)
      raw("\"colwidth\":[")
      let widths = columns.pixels[cell.column..<cell.column + cell.columns]
      bytes.append(widths.map(String.init).joined(separator: ","))
      raw("]")
    }
    raw("},")
  }

  // MARK: - Images

  private mutating func write(_ image: ConfluenceImage) {
    node("{\"type\":\"mediaSingle\",\"attrs\":{\"layout\":\"center\"")
    if let width = image.width {
      raw(",\"width\":")
      number(width)
      raw(",\"widthType\":\"pixel\"")
    }
    raw("},\"content\":[")
    raw("{\"type\":\"media\",\"attrs\":{\"type\":\"external\",\"url\":")
    string(image.pasteURL ?? "")
    raw(",\"alt\":")
    string(image.description)
    raw("}}")
    if !image.title.isEmpty {
      raw(",{\"type\":\"caption\",\"content\":[{\"type\":\"text\",\"text\":")
      string(image.title)
      raw("}]}")
    }
    raw("]}")
  }

  // MARK: - Inline content

  private mutating func inlines(_ content: [ConfluenceInline]) {
    raw("\"content\":[")
    for inline in PasteLines.trimmed(content) { write(inline, isLinked: false, url: nil) }
    closeText()
    raw("]")
  }

  private mutating func write(_ inline: ConfluenceInline, isLinked: Bool, url: String?) {
    switch inline {
    case .text(let text, let marks): write(text, marks, isCode: false, url)
    case .code(let text, let marks): write(text, marks, isCode: true, url)
    case .lineBreak:
      closeText()
      node("{\"type\":\"hardBreak\"}")
    case .link(.footnoteBack, _), .anchor: break
    case .link(let destination, let content):
      let url = destination.pasteURL
      for inline in content { write(inline, isLinked: true, url: url) }
    case .image(let image):
      let url = isLinked ? url : image.pasteURL
      for inline in image.words { write(inline, isLinked: isLinked, url: url) }
    case .status(let status):
      closeText()
      node("{\"type\":\"status\",\"attrs\":{\"text\":")
      string(status.title)
      raw(",\"color\":")
      string(status.colour.editorName)
      raw(",\"style\":\"bold\"}}")
    }
  }

  /// Text that looks the same as the text before it goes on in the same node.
  private mutating func write(
    _ text: String, _ marks: ConfluenceMarks, isCode: Bool, _ url: String?
  ) {
    guard !text.isEmpty else { return }
    if let open = openText, open.marks.looksLike(marks), open.isCode == isCode, open.url == url {
      JSONText.appendContent(text, to: &bytes)
      return
    }
    closeText()
    openText = (marks, isCode, url)
    node("{\"type\":\"text\",")
    if !marks.isEmpty || isCode || url != nil { self.marks(marks, isCode: isCode, url) }
    raw("\"text\":\"")
    JSONText.appendContent(text, to: &bytes)
  }

  private mutating func closeText() {
    guard openText != nil else { return }
    raw("\"}")
    openText = nil
  }

  private mutating func marks(_ marks: ConfluenceMarks, isCode: Bool, _ url: String?) {
    raw("\"marks\":[")
    if let url {
      raw("{\"type\":\"link\",\"attrs\":{\"href\":")
      string(url)
      raw("}}")
    }
    if isCode { node("{\"type\":\"code\"}") }
    for mark in marks.list {
      switch mark {
      case .strong: node("{\"type\":\"strong\"}")
      case .emphasis: node("{\"type\":\"em\"}")
      case .strikethrough: node("{\"type\":\"strike\"}")
      case .underline: node("{\"type\":\"underline\"}")
      case .lowered: node("{\"type\":\"subsup\",\"attrs\":{\"type\":\"sub\"}}")
      // A text is set above the line or below it, not both.
      case .raised where !marks.contains(.lowered):
        node("{\"type\":\"subsup\",\"attrs\":{\"type\":\"sup\"}}")
      case .raised: break
      }
    }
    raw("],")
  }
}
