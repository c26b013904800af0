import RunbookModel

/// Turns cmark's tree into the document values.
enum MarkdownParser {
  static func parse(
    _ text: [UInt8], of file: SourceFile, nestingLimit: Int, _ diagnostics: inout [Diagnostic]
  ) -> Document {
    guard let tree = CMarkTree(text) else { return Document(blocks: [], footnotes: []) }
    var converter = BlockConverter(file: file, nestingLimit: nestingLimit)
    let document = tree.withRoot { converter.document($0) }
    if let offset = converter.tooDeep {
      diagnostics.append(
        Diagnostic(
          "nesting-too-deep", .error, at: file.range(offset..<offset + 1),
          "this is nested more than \(nestingLimit) levels deep",
          explanation:
            "What lies deeper is left out. Flatten the lists, quotes or emphasis, or set "
            + "`limits: {nesting: …}` in the configuration to a larger number."))
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
  private(set) var enclosure = Enclosure()
  private let nestingLimit: Int
  private var depth = 0

  /// - Parameter nestingLimit: Deepest nesting of blocks, and of inlines, that is read; what lies
  ///   deeper is left out.
  init(file: SourceFile, nestingLimit: Int) {
    source = SourceLocator(file: file)
    self.nestingLimit = nestingLimit
    inlines = InlineConverter(file: file, nestingLimit: nestingLimit)
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
    // Its lines are indented like those of a list.
    enclosure.lists += 1
    defer { enclosure.lists -= 1 }
    let content = source.start(of: node)
    let label = source.footnoteLabel(before: content)
    let blocks = blocks(of: node)
    let start = label?.lowerBound ?? content
    return Footnote(
      label: label.map { source.file.text($0.lowerBound + 2..<$0.upperBound - 1) } ?? "",
      blocks: blocks, range: start..<max(blocks.last?.range.upperBound ?? content, start),
      references: inlines.footnoteReferences[number] ?? 0)
  }

  private mutating func blocks(of parent: CMarkNode) -> [Block] {
    guard depth < nestingLimit else {
      tooDeep = tooDeep ?? source.start(of: parent)
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
    return hasHTML ? DetailsGrouping.group(blocks, source, nestingLimit: nestingLimit) : blocks
  }

  private mutating func block(_ node: CMarkNode) -> Block? {
    switch node.kind {
    case .paragraph: paragraph(node)
    case .heading: heading(node)
    case .codeBlock: code(node)
    case .htmlBlock: html(node)
    case .blockQuote: quote(node)
    case .list: list(node)
    case .table: table(node)
    case .thematicBreak:
      Block(.thematicBreak, range: source.start(of: node)..<source.lineEnd(node.startLine))
    default: nil
    }
  }

  private mutating func quote(_ node: CMarkNode) -> Block {
    enclosure.quotes += 1
    let blocks = blocks(of: node)
    enclosure.quotes -= 1
    let range = range(of: node, around: blocks.last?.range)
    guard let alert = AlertMarker.alert(from: blocks) else {
      return Block(.quote(blocks), range: range)
    }
    return Block(.alert(alert), range: range)
  }

  private mutating func list(_ node: CMarkNode) -> Block {
    enclosure.lists += 1
    defer { enclosure.lists -= 1 }
    var items: [List.Item] = []
    for child in node.children {
      let blocks = blocks(of: child)
      items.append(
        List.Item(
          isChecked: child.isChecked, blocks: blocks,
          range: range(of: child, around: blocks.last?.range)))
    }
    let list = List(start: node.listStart, isTight: node.isTightList, items: items)
    return Block(.list(list), range: range(of: node, around: items.last?.range))
  }

  /// A container ends where its last child does.
  private func range(of node: CMarkNode, around last: ByteRange?) -> ByteRange {
    guard let last else { return source.range(ofEmpty: node) }
    let start = source.start(of: node)
    return start..<max(start, last.upperBound)
  }
}
