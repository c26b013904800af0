import RunbookChecks
import RunbookModel

/// Where blocks land. Cloud's editor lifts out what a container cannot hold and so breaks what is
/// around it; here it is moved out beforehand, and what it splits goes on as it was.
extension TreeBuilder {
  /// The pieces of a container's content; those that it cannot hold are marked.
  mutating func fill(_ blocks: [Block], _ container: ConfluenceStructure.Container) -> [Piece] {
    containers.append(container)
    var pieces: [Piece] = []
    pieces.reserveCapacity(blocks.count)
    for block in blocks { build(block, into: &pieces) }
    containers.removeLast()
    return pieces
  }

  /// Puts a new block into the container that is being filled.
  mutating func place(
    _ block: ConfluenceBlock, _ content: ConfluenceStructure.Content, at range: ByteRange,
    into pieces: inout [Piece]
  ) {
    let fits = holds(content)
    if !fits {
      losses.add(
        range, "\(content.phrase) inside \(container.phrase)",
        "Confluence Cloud does not hold one there; it is moved out, and what it stood in goes on"
          + " after it")
    }
    pieces.append(Piece(block, content, isLifted: !fits))
  }

  /// Puts a block that came out of a container into the next one.
  mutating func land(_ piece: Piece, into pieces: inout [Piece]) {
    pieces.append(Piece(piece.block, piece.content, isLifted: !holds(piece.content)))
  }

  mutating func holds(_ content: ConfluenceStructure.Content) -> Bool {
    ConfluenceStructure.holds(container, content) || target == .dataCenter
  }

  /// A container around its content: as many of the kind as what is moved out cuts it into.
  ///
  /// - Parameter sign: What the container holds when its content begins with what is moved out,
  ///   because it says by itself what comes; nil when it then goes.
  mutating func wrap(
    _ content: [Piece], as kind: ConfluenceStructure.Content, at range: ByteRange,
    into pieces: inout [Piece], sign: [ConfluenceBlock]? = nil,
    _ make: ([ConfluenceBlock]) -> ConfluenceBlock
  ) {
    if let sign, content.first?.isLifted == true {
      place(make(sign), kind, at: range, into: &pieces)
    }
    var run: [ConfluenceBlock] = []
    for piece in content {
      guard piece.isLifted else {
        run.append(piece.block)
        continue
      }
      if !run.isEmpty { place(make(run), kind, at: range, into: &pieces) }
      run = []
      land(piece, into: &pieces)
    }
    if !run.isEmpty || content.isEmpty {
      place(make(Self.filled(run)), kind, at: range, into: &pieces)
    }
  }

  /// A list whose items are filled one after the other. Where something is moved out of an item the
  /// list ends, and the rest of the item stands behind it; the next item goes on with its number. An
  /// item of which nothing is left goes; a number stays, and says what comes.
  mutating func list(
    start: Int?, count: Int, into pieces: inout [Piece],
    item: (inout TreeBuilder, Int) -> [Piece]
  ) {
    var items: [[ConfluenceBlock]] = []
    var number = start
    for index in 0..<count {
      let content = item(&self, index)
      var own: [ConfluenceBlock] = []
      own.reserveCapacity(content.count)
      var isOpen = true
      for piece in content {
        if isOpen, !piece.isLifted {
          own.append(piece.block)
          continue
        }
        if isOpen {
          isOpen = false
          if own.isEmpty, start != nil {
            own.append(.paragraph([.text(piece.sign, ConfluenceMarks())]))
          }
          if !own.isEmpty { items.append(itemBlocks(own)) }
          if !items.isEmpty { pieces.append(Piece(.list(start: number, items: items), .list)) }
          items = []
          number = start.map { $0 + index + 1 }
        }
        land(piece, into: &pieces)
      }
      if isOpen { items.append(itemBlocks(own)) }
    }
    if !items.isEmpty { pieces.append(Piece(.list(start: number, items: items), .list)) }
  }

  /// An item of Cloud begins with text, code or an image (`listItem_node` of its schema).
  private mutating func itemBlocks(_ blocks: [ConfluenceBlock]) -> [ConfluenceBlock] {
    switch blocks.first {
    case nil: Self.filled(blocks)
    case .paragraph, .code, .image: blocks
    default: target == .cloud ? [.paragraph([])] + blocks : blocks
    }
  }

  /// The content of an element that must not be empty.
  static func filled(_ blocks: [ConfluenceBlock]) -> [ConfluenceBlock] {
    blocks.isEmpty ? [.paragraph([])] : blocks
  }
}

extension ConfluencePanel {
  /// As GitHub heads such an alert.
  var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension TreeBuilder.Piece {
  /// What stands in the place that it was moved out of.
  fileprivate var sign: String {
    switch block {
    case .panel(let panel, _): return panel.name
    case .expand(let title, _, _) where !title.isEmpty: return title
    default: return "\u{2193}"
    }
  }
}
