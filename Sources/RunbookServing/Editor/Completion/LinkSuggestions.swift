import RunbookBuild
import RunbookChecks
import RunbookModel
import RunbookRendering

/// Pages, files and anchors that a link may lead to.
enum LinkSuggestions {
  /// Nil where no link is being written.
  static func all(at offset: Int, on page: EditorPage) async -> [Suggestion]? {
    let line = page.text.line(at: offset)
    guard page.block(at: offset) == nil else { return nil }
    var start = offset
    // A destination holds no spaces and no parentheses, and stands after `](`.
    while start > line.lowerBound, !Self.ends(page.text.bytes[start - 1]) { start -= 1 }
    guard start - 2 >= line.lowerBound, page.text.bytes[start - 1] == UInt8(ascii: "("),
      page.text.bytes[start - 2] == UInt8(ascii: "]")
    else { return nil }
    let typed = page.text.string(start..<offset)
    guard let hash = typed.firstIndex(of: "#") else {
      return pages(from: page, replacing: start..<offset)
        + files(from: page, replacing: start..<offset)
        + anchors(of: page.path, on: page, replacing: start..<offset, after: "#")
    }
    let path = String(typed[..<hash])
    let anchorStart = start + path.utf8.count + 1
    let target: PagePath
    switch page.site.resolve(path, from: page.path) {
    case .samePage: target = page.path
    case .page(let found, _): target = found
    default: return []
    }
    return anchors(of: target, on: page, replacing: anchorStart..<offset, after: "")
  }

  private static func ends(_ byte: UInt8) -> Bool { byte == 0x20 || byte.isOne(of: "()<>") }

  static func pages(from page: EditorPage, replacing range: ByteRange) -> [Suggestion] {
    page.site.pages.filter { $0.path != page.path }.map { other in
      let text = RelativeURL.from(page.sourceName, to: other.sourceName)
      return Suggestion(
        text, .file, replacing: range, detail: other.metadata.title.value,
        documentation: other.metadata.summary)
    }
  }

  private static func files(from page: EditorPage, replacing range: ByteRange) -> [Suggestion] {
    page.site.assets.sorted().map { asset in
      Suggestion(RelativeURL.from(page.sourceName, to: asset), .file, replacing: range)
    }
  }

  private static func anchors(
    of target: PagePath, on page: EditorPage, replacing range: ByteRange, after prefix: String
  ) -> [Suggestion] {
    let draft: PageDraft?
    if target == page.path {
      draft = page.draft
    } else {
      draft = page.site.page(target).flatMap { try? page.project.workspace.draft(of: $0) }
    }
    guard let draft else { return [] }
    let headings = draft.page.outline.sections.map { ($0.heading.id, $0.text) }
    let steps = draft.blocks.compactMap(\.step).map { ("step-" + $0.text, "step") }
    return (headings + steps).map { anchor, text in
      Suggestion(prefix + anchor, .reference, replacing: range, detail: text)
    }
  }
}
