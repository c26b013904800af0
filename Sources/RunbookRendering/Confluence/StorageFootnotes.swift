import RunbookModel

/// The place of one reference to a footnote.
struct FootnoteAnchor: Hashable {
  let index: Int
  let occurrence: Int
}

/// Confluence has no footnotes: they become anchors, links and a numbered list at the end.
extension StorageRenderer {
  mutating func footnoteReference(_ index: Int, occurrence: Int, at range: ByteRange) {
    closeMarks(downTo: 0)
    let isLinked = inlineContext != .link && index < footnoteCount
    if isLinked, inlineContext == .prose {
      footnoteAnchors.insert(FootnoteAnchor(index: index, occurrence: occurrence))
      anchor(referenceName(index, occurrence))
    }
    writer.raw("<sup>")
    if isLinked {
      footnoteLink(to: noteName(index), text: String(index + 1))
    } else {
      losses.add(range, "the link of a footnote's number", "links do not nest; the number stays")
      writer.raw(String(index + 1))
    }
    writer.raw("</sup>")
  }

  mutating func footnotes(_ notes: [Footnote]) {
    guard !notes.isEmpty else { return }
    writer.raw("<hr/>")
    writer.freshLine()
    writer.raw("<ol>")
    for (index, note) in notes.enumerated() {
      writer.raw("<li><p>")
      anchor(noteName(index))
      footnoteBody(note, index)
      writer.raw("</li>")
    }
    writer.raw("</ol>")
    writer.freshLine()
  }

  /// What follows the anchor in the paragraph that has been opened.
  private mutating func footnoteBody(_ note: Footnote, _ index: Int) {
    var blocks = note.blocks[...]
    containers.append(.listItem)
    if case .paragraph(let inlines) = blocks.first?.kind {
      render(inlines)
      blocks = blocks.dropFirst()
    }
    if blocks.isEmpty { waysBack(index, note) }
    writer.raw("</p>")
    render(Array(blocks))
    if !blocks.isEmpty, hasWayBack(index, note) {
      writer.raw("<p>")
      waysBack(index, note)
      writer.raw("</p>")
    }
    containers.removeLast()
  }

  private func anchored(_ index: Int, _ note: Footnote) -> [Int] {
    guard note.references > 0 else { return [] }
    return (1...note.references).filter {
      footnoteAnchors.contains(FootnoteAnchor(index: index, occurrence: $0))
    }
  }

  private func hasWayBack(_ index: Int, _ note: Footnote) -> Bool {
    !anchored(index, note).isEmpty
  }

  private mutating func waysBack(_ index: Int, _ note: Footnote) {
    for occurrence in anchored(index, note) {
      writer.raw(" ")
      footnoteLink(
        to: referenceName(index, occurrence), text: occurrence == 1 ? "↩" : "↩ \(occurrence)")
    }
  }

  private mutating func footnoteLink(to name: String, text: String) {
    writer.raw("<ac:link")
    attribute("ac:anchor", name)
    writer.raw("><ac:plain-text-link-body>")
    writer.raw(XMLText.cdata(text))
    writer.raw("</ac:plain-text-link-body></ac:link>")
  }

  private func noteName(_ index: Int) -> String { "\(footnotePrefix)-\(index + 1)" }

  private func referenceName(_ index: Int, _ occurrence: Int) -> String {
    "\(footnotePrefix)ref-\(index + 1)-\(occurrence)"
  }
}
