extension Document {
  /// The document with other blocks in the place of some, wherever they stand.
  ///
  /// - Parameter replacement: nil for a block that stays.
  package func replacing(_ replacement: (Block) -> [Block]?) -> Document {
    Document(
      blocks: blocks.replacing(replacement),
      footnotes: footnotes.map {
        Footnote(
          label: $0.label, blocks: $0.blocks.replacing(replacement), range: $0.range,
          references: $0.references)
      })
  }
}

extension [Block] {
  fileprivate func replacing(_ replacement: (Block) -> [Block]?) -> [Block] {
    flatMap { block in
      replacement(block) ?? [Block(block.kind.replacing(replacement), range: block.range)]
    }
  }
}

extension Block.Kind {
  fileprivate func replacing(_ replacement: (Block) -> [Block]?) -> Block.Kind {
    switch self {
    case .quote(let blocks): .quote(blocks.replacing(replacement))
    case .alert(let alert):
      .alert(Alert(kind: alert.kind, blocks: alert.blocks.replacing(replacement)))
    case .details(let details):
      .details(
        Details(
          summary: details.summary, isOpen: details.isOpen,
          blocks: details.blocks.replacing(replacement)))
    case .list(let list):
      .list(
        List(
          start: list.start, isTight: list.isTight,
          items: list.items.map {
            List.Item(
              isChecked: $0.isChecked, blocks: $0.blocks.replacing(replacement), range: $0.range)
          }))
    case .element(let element, let blocks): .element(element, blocks.replacing(replacement))
    case .paragraph, .heading, .code, .html, .table, .thematicBreak, .inlines: self
    }
  }
}
