package import RunbookModel

/// Puts the raw HTML of a page into its tree: elements that the policy lets through become nodes, and
/// whoever writes the page sees no tags. What is not let through stays raw HTML, which is shown as text.
package struct HTMLTree: Sendable {
  /// What became of each piece of raw HTML, in the order of the page.
  private(set) var judged: [(pieces: [SafeHTML.Piece], range: ByteRange)] = []
  /// Whether elements are let through everywhere, or in table cells only, which Markdown gives no blocks.
  private let isSafe: Bool
  /// Elements around what is being read.
  private var depth = 0

  init(_ policy: RawHTMLPolicy) { isSafe = policy != .escape }

  /// The document as it is to be shown where elements are let through. A site that trusts its pages writes
  /// their tags as they are; for other formats it has the elements of `safe`.
  package static func resolve(_ document: Document, _ policy: RawHTMLPolicy) -> (
    document: Document, tree: HTMLTree
  ) {
    var tree = HTMLTree(policy)
    let blocks = tree.blocks(document.blocks)
    var footnotes: [Footnote] = []
    for note in document.footnotes {
      footnotes.append(
        Footnote(
          label: note.label, blocks: tree.blocks(note.blocks), range: note.range,
          references: note.references))
    }
    return (Document(blocks: blocks, footnotes: footnotes), tree)
  }

  // MARK: Blocks

  private mutating func blocks(_ blocks: [Block]) -> [Block] {
    let pieces = isSafe ? SafeHTML.pieces(of: blocks, depth: depth) : [:]
    var open = [Frame(element: nil, start: blocks.first?.range.lowerBound ?? 0)]
    for (index, block) in blocks.enumerated() {
      guard let pieces = pieces[index] else {
        let outside = depth
        depth += open.count - 1
        open[open.count - 1].add(Block(kind(block.kind), range: block.range))
        depth = outside
        continue
      }
      judged.append((pieces, block.range))
      if pieces.contains(where: \.isElement) {
        for piece in pieces { Self.add(piece, at: block.range, to: &open) }
      } else if let text = Self.text(of: pieces) {
        open[open.count - 1].add(Block(.html(text), range: block.range))
      }
    }
    return open[0].content
  }

  /// An element whose content is being read.
  private struct Frame {
    let element: HTMLElement?
    let start: Int
    var blocks: [Block] = []
    var run: [Inline] = []

    mutating func add(_ block: Block) {
      blocks = content
      run = []
      blocks.append(block)
    }

    /// Text between blocks is a block of its own.
    var content: [Block] {
      guard let first = run.first, let last = run.last else { return blocks }
      let range = first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
      return blocks + [Block(.inlines(run), range: range)]
    }
  }

  private static func add(_ piece: SafeHTML.Piece, at range: ByteRange, to open: inout [Frame]) {
    switch piece {
    case .text(let text):
      let isVerbatim = open.contains { $0.element?.name == "pre" }
      let text = HTMLText.decode(isVerbatim ? text : EastAsianText.joiningLines(text))
      open[open.count - 1].run.append(Inline(.text(text), range: range))
    case .refused(let tag, _): open[open.count - 1].run.append(Inline(.html(tag), range: range))
    case .opening(let element, _): open.append(Frame(element: element, start: range.lowerBound))
    case .void(let element, _):
      if element.isFlow {
        open[open.count - 1].add(Block(.element(element, []), range: range))
      } else {
        open[open.count - 1].run.append(Inline(.element(element, []), range: range))
      }
    case .closing:
      guard open.count > 1, let frame = open.popLast(), let element = frame.element else { return }
      let range = frame.start..<max(frame.start, range.upperBound)
      if element.isFlow || !frame.blocks.isEmpty {
        open[open.count - 1].add(Block(.element(element, frame.content), range: range))
      } else {
        open[open.count - 1].run.append(Inline(.element(element, frame.run), range: range))
      }
    }
  }

  /// What is shown of a block in which nothing is let through.
  private static func text(of pieces: [SafeHTML.Piece]) -> String? {
    let text = pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let part), .refused(let part, _): text += part
      case .opening, .closing, .void: break
      }
    }
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  private mutating func kind(_ kind: Block.Kind) -> Block.Kind {
    switch kind {
    case .paragraph(let content): return .paragraph(inlines(content))
    case .heading(let heading):
      return .heading(
        Heading(level: heading.level, content: inlines(heading.content), id: heading.id))
    case .quote(let blocks): return .quote(self.blocks(blocks))
    case .alert(let alert): return .alert(Alert(kind: alert.kind, blocks: blocks(alert.blocks)))
    case .details(let details):
      return .details(
        Details(summary: details.summary, isOpen: details.isOpen, blocks: blocks(details.blocks)))
    case .list(let list):
      var items: [List.Item] = []
      for item in list.items {
        items.append(
          List.Item(isChecked: item.isChecked, blocks: blocks(item.blocks), range: item.range))
      }
      return .list(List(start: list.start, isTight: list.isTight, items: items))
    case .table(let table):
      var rows: [Table.Row] = []
      let header = row(table.header)
      for row in table.rows { rows.append(self.row(row)) }
      return .table(Table(alignments: table.alignments, header: header, rows: rows))
    case .code, .html, .thematicBreak, .element, .inlines:
      return kind
    }
  }

  private mutating func row(_ row: Table.Row) -> Table.Row {
    var cells: [Table.Cell] = []
    cells.reserveCapacity(row.cells.count)
    for cell in row.cells {
      cells.append(Table.Cell(content: self.cell(cell.content), range: cell.range))
    }
    return Table.Row(cells: cells, range: row.range, sourceCells: row.sourceCells)
  }

  // MARK: Text

  private mutating func cell(_ content: [Inline]) -> [Inline] {
    guard content.contains(where: \.isHTML) else { return inlines(content) }
    guard !isSafe else { return resolved(content, .cell) }
    let pieces = SafeHTML.pieces(of: content, in: .plainCell, depth: depth)
    // Where one tag has no partner, the author sees them all.
    let isSound = pieces.values.joined().allSatisfy { piece in
      if case .refused(let tag, _) = piece { !SafeHTML.isPlainCellElement(tag) } else { true }
    }
    guard isSound, pieces.values.joined().contains(where: \.isElement) else {
      return inlines(content)
    }
    return resolved(content, .plainCell)
  }

  private mutating func inlines(_ content: [Inline]) -> [Inline] {
    // Without a policy that lets something through, nothing changes within a line.
    isSafe ? resolved(content, .line) : content
  }

  private mutating func resolved(_ content: [Inline], _ place: SafeHTML.Place) -> [Inline] {
    let pieces = SafeHTML.pieces(of: content, in: place, depth: depth)
    var open: [(element: HTMLElement?, start: Int, content: [Inline])] = [(nil, 0, [])]
    for (index, inline) in content.enumerated() {
      guard let pieces = pieces[index] else {
        let outside = depth
        depth += open.count - 1
        open[open.count - 1].content.append(Inline(kind(inline.kind), range: inline.range))
        depth = outside
        continue
      }
      if isSafe { judged.append((pieces, inline.range)) }
      for piece in pieces {
        switch piece {
        case .text(let text), .refused(let text, _):
          open[open.count - 1].content.append(Inline(.html(text), range: inline.range))
        case .opening(let element, _): open.append((element, inline.range.lowerBound, []))
        case .void(let element, _):
          open[open.count - 1].content.append(Inline(.element(element, []), range: inline.range))
        case .closing:
          guard open.count > 1, let (element, start, inner) = open.popLast(), let element else {
            continue
          }
          open[open.count - 1].content.append(
            Inline(.element(element, inner), range: start..<max(start, inline.range.upperBound)))
        }
      }
    }
    return open[0].content
  }

  private mutating func kind(_ kind: Inline.Kind) -> Inline.Kind {
    switch kind {
    case .emphasis(let content): return .emphasis(inlines(content))
    case .strong(let content): return .strong(inlines(content))
    case .strikethrough(let content): return .strikethrough(inlines(content))
    case .link(let link):
      return .link(
        Link(destination: link.destination, title: link.title, content: inlines(link.content)))
    case .text, .softBreak, .hardBreak, .code, .html, .image, .footnoteReference, .element:
      return kind
    }
  }
}

extension Inline {
  fileprivate var isHTML: Bool { if case .html = kind { true } else { false } }
}
