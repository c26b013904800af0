extension Document {
  /// The same document with other destinations of links; images stay.
  ///
  /// - Parameter destination: what a destination becomes; itself where nothing changes.
  package func mappingLinks(_ destination: @escaping (String) -> String) -> Document {
    let mapping = LinkMapping(destination: destination)
    return Document(
      blocks: mapping.blocks(blocks),
      footnotes: footnotes.map { note in
        Footnote(
          label: note.label, blocks: mapping.blocks(note.blocks), range: note.range,
          references: note.references)
      })
  }
}

private struct LinkMapping {
  let destination: (String) -> String

  func blocks(_ blocks: [Block]) -> [Block] { blocks.map { Block(kind($0.kind), range: $0.range) } }

  private func kind(_ kind: Block.Kind) -> Block.Kind {
    switch kind {
    case .paragraph(let content): .paragraph(inlines(content))
    case .heading(let heading):
      .heading(
        Heading(level: heading.level, content: inlines(heading.content), id: heading.id))
    case .code, .html, .thematicBreak: kind
    case .element(let element, let content): .element(element, blocks(content))
    case .inlines(let content): .inlines(inlines(content))
    case .quote(let content): .quote(blocks(content))
    case .alert(let alert): .alert(Alert(kind: alert.kind, blocks: blocks(alert.blocks)))
    case .details(let details):
      .details(
        Details(summary: details.summary, isOpen: details.isOpen, blocks: blocks(details.blocks)))
    case .list(let list):
      .list(
        List(
          start: list.start, isTight: list.isTight,
          items: list.items.map {
            .init(isChecked: $0.isChecked, blocks: blocks($0.blocks), range: $0.range)
          }))
    case .table(let table):
      .table(
        Table(
          alignments: table.alignments, header: row(table.header), rows: table.rows.map(row)))
    }
  }

  private func row(_ row: Table.Row) -> Table.Row {
    Table.Row(
      cells: row.cells.map { .init(content: inlines($0.content), range: $0.range) },
      range: row.range, sourceCells: row.sourceCells)
  }

  private func inlines(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      let kind: Inline.Kind =
        switch inline.kind {
        case .text, .softBreak, .hardBreak, .code, .html, .image, .footnoteReference: inline.kind
        case .element(let element, let content): .element(element, self.inlines(content))
        case .emphasis(let content): .emphasis(self.inlines(content))
        case .strong(let content): .strong(self.inlines(content))
        case .strikethrough(let content): .strikethrough(self.inlines(content))
        case .link(let link):
          .link(
            Link(
              destination: destination(link.destination), title: link.title,
              content: self.inlines(link.content)))
        }
      return Inline(kind, range: inline.range)
    }
  }
}
