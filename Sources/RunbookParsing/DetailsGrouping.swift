import RunbookModel

/// Finds `<details>` elements among a container's blocks. Markdown between blank lines inside such an
/// element is a run of ordinary blocks between two raw HTML blocks.
enum DetailsGrouping {
  static func group(_ blocks: [Block]) -> [Block] {
    var stack = [Frame(opening: nil)]
    for block in blocks {
      guard case .html(let text) = block.kind, let pieces = pieces(of: text) else {
        stack[stack.count - 1].blocks.append(block)
        continue
      }
      for piece in pieces { add(piece, of: block, to: &stack) }
    }
    while stack.count > 1 { abandon(&stack) }
    return stack[0].blocks
  }

  private struct Frame {
    let opening: (text: String, summary: String, isOpen: Bool, range: ByteRange)?
    var blocks: [Block] = []
  }

  private enum Piece {
    case open(String, summary: String, isOpen: Bool)
    case close
    case other(String)
  }

  private static func add(_ piece: Piece, of block: Block, to stack: inout [Frame]) {
    switch piece {
    case .open(let text, let summary, let isOpen):
      stack.append(Frame(opening: (text, summary, isOpen, block.range)))
    case .other(let text):
      stack[stack.count - 1].blocks.append(Block(.html(text), range: block.range))
    case .close:
      guard stack.count > 1, let frame = stack.popLast(), let opening = frame.opening else {
        stack[stack.count - 1].blocks.append(Block(.html("</details>\n"), range: block.range))
        return
      }
      let details = Details(
        summary: opening.summary, isOpen: opening.isOpen, blocks: frame.blocks)
      stack[stack.count - 1].blocks.append(
        Block(.details(details), range: opening.range.lowerBound..<block.range.upperBound))
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
    let lower = text.lowercased()
    // Lower-casing keeps ASCII in place only if nothing else changes its length.
    guard lower.utf8.count == text.utf8.count,
      lower.contains("<details") || lower.contains("</details")
    else { return nil }
    var scanner = HTMLScanner(text)
    var pieces: [Piece] = []
    var other = ""
    func flush() {
      if other.contains(where: { !$0.isWhitespace }) { pieces.append(.other(other)) }
      other = ""
    }
    while let token = scanner.next() {
      switch token {
      case .tag(let tag) where tag.name == "details" && !tag.isClosing:
        flush()
        let start = scanner.index
        let summary = scanner.summary()
        pieces.append(
          .open(
            tag.text + scanner.text(from: start), summary: summary,
            isOpen: tag.attributes.contains("open")))
      case .tag(let tag) where tag.name == "details":
        flush()
        pieces.append(.close)
      case .tag(let tag): other += tag.text
      case .text(let string): other += string
      }
    }
    flush()
    return pieces
  }
}
