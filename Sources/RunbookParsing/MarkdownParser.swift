import RunbookModel

/// Turns cmark's tree into the document values.
enum MarkdownParser {
  static func parse(_ text: [UInt8], of file: SourceFile, _ diagnostics: inout [Diagnostic])
    -> Document
  {
    guard let tree = CMarkTree(text) else { return Document(blocks: [], footnotes: []) }
    var converter = BlockConverter(file: file)
    let document = tree.withRoot { converter.document($0) }
    if let offset = converter.tooDeep {
      diagnostics.append(
        Diagnostic(
          "nesting-too-deep", .error, at: file.range(offset..<offset + 1),
          "this is nested more than \(RunbookParser.nestingLimit) levels deep",
          explanation: "What lies deeper is left out. Flatten the lists, quotes or emphasis."))
    }
    return document
  }
}

/// Blocks. One value converts one file.
struct BlockConverter {
  let source: SourceLocator
  var inlines: InlineConverter
  var slugs = HeadingSlugs()
  /// Where nesting first went beyond the limit.
  var tooDeep: Int?
  private var depth = 0
  private var quoteDepth = 0

  init(file: SourceFile) {
    source = SourceLocator(file: file)
    inlines = InlineConverter(source: source)
  }

  mutating func document(_ root: CMarkNode) -> Document {
    let blocks = blocks(of: root)
    let footnotes = root.children.filter { $0.kind == .footnoteDefinition }.enumerated().map {
      footnote($0.element, number: $0.offset + 1)
    }
    if let offset = inlines.tooDeep { tooDeep = min(tooDeep ?? offset, offset) }
    return Document(blocks: blocks, footnotes: footnotes)
  }

  private mutating func footnote(_ node: CMarkNode, number: Int) -> Footnote {
    let range = source.range(of: node)
    return Footnote(
      label: source.footnoteLabel(before: range.lowerBound), blocks: blocks(of: node),
      range: range, references: inlines.footnoteReferences[number] ?? 0)
  }

  private mutating func blocks(of parent: CMarkNode) -> [Block] {
    guard depth < RunbookParser.nestingLimit else {
      tooDeep = tooDeep ?? source.range(of: parent).lowerBound
      return []
    }
    depth += 1
    defer { depth -= 1 }
    var blocks: [Block] = []
    var hasHTML = false
    for child in parent.children where child.kind != .footnoteDefinition {
      guard let block = block(child) else { continue }
      if case .html = block.kind { hasHTML = true }
      blocks.append(block)
    }
    return hasHTML ? DetailsGrouping.group(blocks) : blocks
  }

  private mutating func block(_ node: CMarkNode) -> Block? {
    let range = source.range(of: node)
    switch node.kind {
    case .paragraph:
      return Block(.paragraph(inlines.convert(node, at: range, quoteDepth)), range: range)
    case .heading: return Block(.heading(heading(node, range)), range: range)
    case .codeBlock: return Block(.code(code(node, range)), range: range)
    case .htmlBlock: return Block(.html(node.literal), range: range)
    case .blockQuote: return quote(node, range)
    case .list: return Block(.list(list(node)), range: range)
    case .table: return table(node, range)
    case .thematicBreak: return Block(.thematicBreak, range: range)
    default: return nil
    }
  }

  private mutating func heading(_ node: CMarkNode, _ range: ByteRange) -> Heading {
    let content = inlines.convert(node, at: range, quoteDepth)
    return Heading(
      level: node.headingLevel, content: content, id: slugs.slug(for: content.plainText))
  }

  private mutating func quote(_ node: CMarkNode, _ range: ByteRange) -> Block {
    quoteDepth += 1
    let blocks = blocks(of: node)
    quoteDepth -= 1
    guard let alert = AlertMarker.alert(from: blocks) else {
      return Block(.quote(blocks), range: range)
    }
    return Block(.alert(alert), range: range)
  }

  private mutating func list(_ node: CMarkNode) -> List {
    var items: [List.Item] = []
    for child in node.children {
      items.append(
        List.Item(
          isChecked: child.isChecked, blocks: blocks(of: child), range: source.range(of: child)))
    }
    return List(start: node.listStart, isTight: node.isTightList, items: items)
  }

  private func code(_ node: CMarkNode, _ range: ByteRange) -> CodeBlock {
    let text = node.literal
    guard let fence = node.fence else {
      return CodeBlock(
        text: text, lineOffsets: source.lineOffsets(of: text, firstLine: node.startLine),
        fence: nil)
    }
    let opening = FenceParser.parse(
      source.file, at: range.lowerBound, length: fence.length, info: node.fenceInfo,
      isClosed: source.endsWithFence(node, fence.character, fence.length))
    return CodeBlock(
      text: text, lineOffsets: source.lineOffsets(of: text, firstLine: node.startLine + 1),
      fence: opening)
  }

  private mutating func table(_ node: CMarkNode, _ range: ByteRange) -> Block? {
    let alignments: [Table.Alignment] = node.columnAlignments.map {
      switch $0 {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    var rows: [Table.Row] = []
    for child in node.children {
      rows.append(row(child, width: alignments.count))
    }
    guard let header = rows.first else { return nil }
    return Block(
      .table(Table(alignments: alignments, header: header, rows: Array(rows.dropFirst()))),
      range: range)
  }

  private mutating func row(_ node: CMarkNode, width: Int) -> Table.Row {
    let line = source.lineContent(node.startLine, quoteDepth)
    let sourceCells = TableSource.cells(of: source.file.bytes, in: line)
    var cells: [Table.Cell] = []
    cells.reserveCapacity(width)
    for child in node.children {
      let place = cells.count < sourceCells.count ? sourceCells[cells.count] : nil
      let range = place ?? line.upperBound..<line.upperBound
      cells.append(
        Table.Cell(content: place == nil ? [] : inlines.convertCell(child, at: range), range: range))
    }
    return Table.Row(cells: cells, range: line, sourceCells: sourceCells)
  }
}
