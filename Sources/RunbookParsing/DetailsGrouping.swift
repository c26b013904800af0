import RunbookModel

/// Finds `<details>` elements among a container's blocks. Markdown between blank lines inside such an
/// element is a run of ordinary blocks between two raw HTML blocks.
enum DetailsGrouping {
  static func group(_ blocks: [Block], _ source: SourceLocator, nestingLimit: Int) -> [Block] {
    var stack = [Frame(opening: nil)]
    for block in blocks {
      guard case .html(let text) = block.kind, let pieces = pieces(of: text) else {
        stack[stack.count - 1].blocks.append(block)
        continue
      }
      let places = LiteralPlaces(text, of: block, source)
      for piece in pieces {
        add(piece, at: places.range(piece.range), to: &stack, nestingLimit)
      }
    }
    while stack.count > 1 { abandon(&stack) }
    return stack[0].blocks
  }

  private struct Frame {
    let opening: (text: String, summary: String, isOpen: Bool, range: ByteRange)?
    var blocks: [Block] = []
  }

  private struct Piece {
    enum Kind {
      case open(summary: String, isOpen: Bool)
      case close
      case other
    }

    let kind: Kind
    let text: String
    /// Within the text of the HTML block.
    let range: Range<Int>
  }

  private static func add(
    _ piece: Piece, at range: ByteRange, to stack: inout [Frame], _ nestingLimit: Int
  ) {
    switch piece.kind {
    case .open(let summary, let isOpen):
      // What is nested deeper than anything else may be stays raw HTML.
      guard stack.count <= nestingLimit else { fallthrough }
      stack.append(Frame(opening: (piece.text, summary, isOpen, range)))
    case .other:
      stack[stack.count - 1].blocks.append(Block(.html(piece.text), range: range))
    case .close:
      guard stack.count > 1, let frame = stack.popLast(), let opening = frame.opening else {
        stack[stack.count - 1].blocks.append(Block(.html("</details>\n"), range: range))
        return
      }
      let details = Details(
        summary: opening.summary, isOpen: opening.isOpen, blocks: frame.blocks)
      stack[stack.count - 1].blocks.append(
        Block(.details(details), range: opening.range.lowerBound..<range.upperBound))
    }
  }

  /// An element that is never closed stays what it is in the source: raw HTML and what follows it.
  private static func abandon(_ stack: inout [Frame]) {
    guard let frame = stack.popLast(), let opening = frame.opening else { return }
    stack[stack.count - 1].blocks.append(Block(.html(opening.text), range: opening.range))
    stack[stack.count - 1].blocks += frame.blocks
  }

  /// Nil when the HTML has nothing to do with `<details>`.
  private static func pieces(of text: String) -> [Piece]? {
    var scanner = HTMLScanner(text)
    var pieces: [Piece] = []
    var hasDetails = false
    var otherStart = 0
    func flush(before end: Int) {
      let other = scanner.text(otherStart..<end)
      guard other.contains(where: { !$0.isWhitespace }) else { return }
      pieces.append(Piece(kind: .other, text: other, range: otherStart..<end))
    }
    while true {
      let start = scanner.index
      guard let token = scanner.next() else { break }
      guard case .tag(let tag) = token, tag.name == "details" else { continue }
      hasDetails = true
      flush(before: start)
      let kind: Piece.Kind =
        tag.isClosing
        ? .close : .open(summary: scanner.summary(), isOpen: tag.attributes.contains("open"))
      let range = start..<scanner.index
      pieces.append(Piece(kind: kind, text: scanner.text(range), range: range))
      otherStart = scanner.index
    }
    guard hasDetails else { return nil }
    flush(before: scanner.index)
    return pieces
  }
}

/// Where the bytes of an HTML block's text stand in the file.
private struct LiteralPlaces {
  private var lineStarts: [Int] = [0]
  private let offsets: [Int]
  private let whole: ByteRange

  init(_ literal: String, of block: Block, _ source: SourceLocator) {
    whole = block.range
    let line = source.file.lines.line(at: block.range.lowerBound) + 1
    offsets = source.lineOffsets(of: literal, firstLine: line)
    for (index, byte) in literal.utf8.enumerated() where byte == 10 { lineStarts.append(index + 1) }
  }

  func range(_ range: Range<Int>) -> ByteRange {
    let start = offset(range.lowerBound)
    return start..<max(start, offset(range.upperBound))
  }

  private func offset(_ index: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= index { low = middle } else { high = middle }
    }
    guard low < offsets.count else { return whole.upperBound }
    return min(max(offsets[low] + index - lineStarts[low], whole.lowerBound), whole.upperBound)
  }
}
