import RunbookModel

/// The place of one reference to a footnote.
struct FootnoteAnchor: Hashable {
  let index: Int
  let occurrence: Int
}

/// Confluence has no footnotes: they become anchors, links and a numbered list at the end.
extension TreeBuilder {
  mutating func footnoteReference(
    _ index: Int, occurrence: Int, at range: ByteRange, into content: inout [ConfluenceInline]
  ) {
    let number = ConfluenceInline.text(String(index + 1), ConfluenceMarks(.raised))
    guard index < footnoteCount else {
      content.append(number)
      return
    }
    guard inlineContext != .link else {
      losses.add(range, "the link of a footnote's number", "links do not nest; the number stays")
      content.append(number)
      return
    }
    losses.add(
      range, "the links between a footnote and its number",
      "a pasted page has no anchors for them; number and note stay", in: .paste)
    if inlineContext == .prose {
      footnoteAnchors.insert(FootnoteAnchor(index: index, occurrence: occurrence))
      content.append(.anchor(referenceName(index, occurrence)))
    }
    content.append(.link(.samePage(anchor: noteName(index), url: nil), [number]))
  }

  mutating func footnotes(_ notes: [Footnote], into pieces: inout [Piece]) {
    guard !notes.isEmpty else { return }
    let start = pieces.count
    pieces.append(Piece(.rule, .rule))
    list(start: 1, count: notes.count, into: &pieces) { builder, index in
      builder.note(notes[index], index)
    }
    reportPasting(pieces[start...], at: notes[0].range)
  }

  /// The anchor opens the first paragraph, the ways back end the last one.
  private mutating func note(_ note: Footnote, _ index: Int) -> [Piece] {
    var first = [ConfluenceInline.anchor(noteName(index))]
    var blocks = note.blocks[...]
    if case .paragraph(let source) = blocks.first?.kind {
      first += inlines(source)
      blocks = blocks.dropFirst()
    }
    let rest = fill(Array(blocks), .listItem)
    var back = waysBack(index, note)
    if rest.isEmpty {
      first += back
      back = []
    }
    var pieces = [Piece(.paragraph(first), .paragraph)] + rest
    if !back.isEmpty { pieces.append(Piece(.paragraph(back), .paragraph)) }
    return pieces
  }

  private func waysBack(_ index: Int, _ note: Footnote) -> [ConfluenceInline] {
    guard note.references > 0 else { return [] }
    var content: [ConfluenceInline] = []
    for occurrence in 1...note.references
    where footnoteAnchors.contains(FootnoteAnchor(index: index, occurrence: occurrence)) {
      content.append(
        .link(
          .footnoteBack(anchor: referenceName(index, occurrence)),
          [.text(occurrence == 1 ? "↩" : "↩ \(occurrence)", ConfluenceMarks())]))
    }
    return content
  }

  private func noteName(_ index: Int) -> String { "\(footnotePrefix)-\(index + 1)" }

  private func referenceName(_ index: Int, _ occurrence: Int) -> String {
    "\(footnotePrefix)ref-\(index + 1)-\(occurrence)"
  }
}
