import RunbookModel
import RunbookParsing

/// A parsed page as text: one line for each value, children indented, every range as
/// `line:column-line:column` (one-based, scalars, the end exclusive).
struct TreeDump {
  private let file: SourceFile
  private var lines: [String] = []
  private var depth = 0

  static func text(of file: SourceFile) -> String {
    let (frontMatter, problems) = RunbookParser.frontMatter(of: file)
    let (page, found) = RunbookParser.parse(file, at: PagePath("page.md"))
    // What is said of the encoding comes first, then what is said of the front matter, as in a file.
    let diagnostics =
      found.filter { $0.id == "text-encoding" } + problems
      + found.filter { $0.id != "text-encoding" }
    var dump = TreeDump(file: file)
    if let matter = frontMatter { dump.add(matter) }
    for block in page.document.blocks { dump.add(block) }
    for footnote in page.document.footnotes { dump.add(footnote) }
    for diagnostic in diagnostics { dump.add(diagnostic) }
    return dump.lines.map { $0 + "\n" }.joined()
  }

  private init(file: SourceFile) { self.file = file }

  private mutating func line(_ text: String, _ range: ByteRange, _ rest: String = "") {
    lines.append(
      String(repeating: "  ", count: depth) + text + " " + place(range)
        + (rest.isEmpty ? "" : " " + rest))
  }

  private mutating func nested(_ body: (inout TreeDump) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  private func place(_ range: ByteRange) -> String {
    "\(place(range.lowerBound))-\(place(range.upperBound))"
  }

  private func place(_ offset: Int) -> String {
    let position = file.position(at: offset)
    return "\(position.line):\(position.column)"
  }

  private func quoted(_ text: String) -> String {
    let escapes: [Unicode.Scalar: String] = [
      "\n": "\\n", "\r": "\\r", "\t": "\\t", "\"": "\\\"", "\\": "\\\\", "\u{A0}": "\\u{A0}",
      "\u{FEFF}": "\\u{FEFF}",
    ]
    return "\"" + text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined() + "\""
  }
}

extension TreeDump {
  private mutating func add(_ block: Block) {
    let range = block.range
    switch block.kind {
    case .paragraph(let inlines): add("paragraph", range, inlines)
    case .heading(let heading):
      add("heading \(heading.level) #\(heading.id)", range, heading.content)
    case .code(let code): add(code, range)
    case .html(let text): line("html", range, quoted(text))
    case .quote(let blocks): add("quote", range, blocks)
    case .alert(let alert): add("alert \(alert.kind)", range, alert.blocks)
    case .details(let details):
      let title = "details \(quoted(details.summary))\(details.isOpen ? " open" : "")"
      add(title, range, details.blocks)
    case .list(let list): add(list, range)
    case .table(let table): add(table, range)
    case .thematicBreak: line("rule", range)
    case .element, .inlines: line("not of the parser", range)
    }
  }

  private mutating func add(_ footnote: Footnote) {
    let title = "footnote \(quoted(footnote.label)) references=\(footnote.references)"
    add(title, footnote.range, footnote.blocks)
  }

  private mutating func add(_ title: String, _ range: ByteRange, _ blocks: [Block]) {
    line(title, range)
    nested { for block in blocks { $0.add(block) } }
  }

  private mutating func add(_ list: List, _ range: ByteRange) {
    let kind = list.start.map { "ordered \($0)" } ?? "bullets"
    line("\(kind) \(list.isTight ? "tight" : "loose")", range)
    nested {
      for item in list.items {
        let mark = item.isChecked.map { $0 ? "item [x]" : "item [ ]" } ?? "item"
        $0.add(mark, item.range, item.blocks)
      }
    }
  }

  private mutating func add(_ code: CodeBlock, _ range: ByteRange) {
    line("code", range, code.fence == nil ? "indented" : "")
    nested { dump in
      if let fence = code.fence { dump.add(fence) }
      let text = code.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (offset, line) in zip(code.lineOffsets, text) {
        dump.lines.append(
          String(repeating: "  ", count: dump.depth) + "line \(dump.place(offset)) "
            + dump.quoted(String(line)))
      }
    }
  }

  private mutating func add(_ fence: Fence) {
    line(fence.isClosed ? "fence" : "unclosed fence", fence.marker)
    if !fence.info.text.isEmpty { line("info", fence.info.range, quoted(fence.info.text)) }
    if !fence.language.text.isEmpty {
      line("language", fence.language.range, quoted(fence.language.text))
    }
    for attribute in fence.attributes {
      line(
        "attribute", attribute.name.range,
        "\(attribute.name.text)=\(quoted(attribute.value.text)) \(place(attribute.value.range))")
    }
  }

  private mutating func add(_ table: Table, _ range: ByteRange) {
    line("table \(table.alignments.map { "\($0)" }.joined(separator: ","))", range)
    nested {
      for row in [table.header] + table.rows {
        $0.line("row", row.range, "source: " + row.sourceCells.map($0.place).joined(separator: " "))
        $0.nested { for cell in row.cells { $0.add("cell", cell.range, cell.content) } }
      }
    }
  }
}

extension TreeDump {
  private mutating func add(_ title: String, _ range: ByteRange, _ inlines: [Inline]) {
    line(title, range)
    nested { for inline in inlines { $0.add(inline) } }
  }

  private mutating func add(_ inline: Inline) {
    let range = inline.range
    switch inline.kind {
    case .text(let text): line("text", range, quoted(text))
    case .softBreak: line("soft-break", range)
    case .hardBreak: line("hard-break", range)
    case .code(let text): line("code-span", range, quoted(text))
    case .html(let text): line("html", range, quoted(text))
    case .emphasis(let content): add("emphasis", range, content)
    case .strong(let content): add("strong", range, content)
    case .strikethrough(let content): add("strike", range, content)
    case .link(let link): add("link \(target(link))", range, link.content)
    case .image(let image): add("image \(target(image))", range, image.content)
    case .footnoteReference(let index, let occurrence):
      line("footnote-reference \(index) occurrence=\(occurrence)", range)
    case .element: line("not of the parser", range)
    }
  }

  private func target(_ link: Link) -> String {
    quoted(link.destination) + (link.title.isEmpty ? "" : " " + quoted(link.title))
  }
}

extension TreeDump {
  private mutating func add(_ matter: FrontMatter) {
    line("front-matter", matter.range)
    guard let root = matter.root else { return }
    nested { $0.add(root) }
  }

  private mutating func add(_ node: YAMLNode) {
    switch node.kind {
    case .scalar(let text, let isQuoted):
      line(isQuoted ? "quoted" : "plain", node.range, quoted(text))
    case .sequence(let children):
      line("sequence", node.range)
      nested { for child in children { $0.add(child) } }
    case .mapping(let pairs):
      line("mapping", node.range)
      nested {
        for pair in pairs {
          $0.line("key", pair.key.range, $0.quoted(pair.key.scalar ?? ""))
          $0.nested { $0.add(pair.value) }
        }
      }
    }
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    line(
      "\(diagnostic.severity) \(diagnostic.id)", diagnostic.range.bytes, diagnostic.summary)
    nested { for note in diagnostic.notes { $0.line("note", note.range.bytes, note.text) } }
  }
}
