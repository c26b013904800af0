/// The blocks that a pasted page holds in the place of others. `cloud.html` and `adf.json` write
/// these and nothing else.
extension [ConfluenceBlock] {
  /// - Parameter inListItem: whether they stand in an item of a list without a block between.
  func pasted(inListItem: Bool = false) -> [ConfluenceBlock] {
    var result: [ConfluenceBlock]?
    for (index, block) in enumerated() {
      let form = block.pasteForm(inListItem: inListItem)
      if result == nil, form != nil { result = Array(self[..<index]) }
      if result != nil { result?.append(contentsOf: form ?? [block]) }
    }
    return result ?? self
  }

  /// Whether lines in them get a character in front that the author did not write.
  func needsLineGuard(inListItem: Bool = false) -> Bool {
    contains { $0.needsLineGuard(inListItem: inListItem) }
  }
}

extension ConfluenceBlock {
  /// Nil when a pasted page holds the block itself.
  fileprivate func pasteForm(inListItem: Bool) -> [ConfluenceBlock]? {
    if isPlaceOnly { return [] }
    if case .paragraph(let content) = self {
      return PasteLines.paragraphs(of: content, inListItem: inListItem)?.map { .paragraph($0) }
    }
    return withTextsBeside?.flatMap { $0.pasteForm(inListItem: inListItem) ?? [$0] }
  }

  /// The block and what the editor's own has no place for, as paragraphs; nil when there is nothing.
  private var withTextsBeside: [ConfluenceBlock]? {
    switch self {
    case .code(let code) where !code.title.isEmpty:
      let bare = ConfluenceCode(
        language: code.language, title: "", text: code.text, options: code.options)
      return [.paragraph([.text(code.title, ConfluenceMarks(.strong))]), .code(bare)]
    case .image(let image) where image.source.url == nil:
      return [.paragraph([.text(image.description, ConfluenceMarks())])]
    case .paragraph, .heading, .code, .quote, .panel, .expand, .list, .tasks, .table, .rule, .image,
      .macro, .properties:
      return nil
    }
  }

  fileprivate func needsLineGuard(inListItem: Bool) -> Bool {
    switch self {
    case .paragraph(let content): !inListItem && PasteLines.beginLikeList(content)
    case .quote(let blocks), .panel(_, let blocks), .expand(_, _, let blocks):
      blocks.needsLineGuard()
    case .list(_, let items): items.contains { $0.needsLineGuard(inListItem: true) }
    case .table(let table), .properties(let table):
      table.rows.contains { row in row.contains { $0.blocks.needsLineGuard() } }
    case .code, .image: withTextsBeside?.needsLineGuard(inListItem: inListItem) ?? false
    case .heading, .tasks, .rule, .macro: false
    }
  }
}
