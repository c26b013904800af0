extension Document {
  /// The same document with other destinations of links; images stay.
  ///
  /// - Parameter destination: what a destination becomes; itself where nothing changes.
  package func mappingLinks(_ destination: @escaping (String) -> String) -> Document {
    let mapping = DocumentMapping(link: destination)
    return Document(
      blocks: mapping.blocks(blocks),
      footnotes: footnotes.map { note in
        Footnote(
          label: note.label, blocks: mapping.blocks(note.blocks), range: note.range,
          references: note.references)
      })
  }
}

/// Changes parts of blocks, and leaves everything else and all ranges as they are.
package struct DocumentMapping {
  private let link: (String) -> String
  private let image: (String) -> String
  private let heading: (Heading) -> (level: Int, id: String)
  private let footnote: (_ index: Int, _ occurrence: Int) -> (Int, Int)

  /// - Parameters:
  ///   - link: what the destination of a link becomes.
  ///   - image: what the address of an image becomes.
  ///   - heading: the level and the anchor that a heading gets.
  ///   - footnote: what a reference to a footnote becomes; asked in the order of the document.
  package init(
    link: @escaping (String) -> String = { $0 }, image: @escaping (String) -> String = { $0 },
    heading: @escaping (Heading) -> (level: Int, id: String) = { ($0.level, $0.id) },
    footnote: @escaping (Int, Int) -> (Int, Int) = { ($0, $1) }
  ) {
    (self.link, self.image, self.heading, self.footnote) = (link, image, heading, footnote)
  }

  package func blocks(_ blocks: [Block]) -> [Block] {
    blocks.map { Block(kind($0.kind), range: $0.range) }
  }

  private func kind(_ kind: Block.Kind) -> Block.Kind {
    switch kind {
    case .paragraph(let content): .paragraph(inlines(content))
    case .heading(let heading): .heading(self.heading(of: heading))
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

  private func heading(of heading: Heading) -> Heading {
    let (level, id) = self.heading(heading)
    return Heading(level: level, content: inlines(heading.content), id: id)
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
        case .text, .softBreak, .hardBreak, .code, .html: inline.kind
        case .footnoteReference(let index, let occurrence):
          reference(footnote(index, occurrence))
        case .element(let element, let content): .element(element, self.inlines(content))
        case .emphasis(let content): .emphasis(self.inlines(content))
        case .strong(let content): .strong(self.inlines(content))
        case .strikethrough(let content): .strikethrough(self.inlines(content))
        case .link(let link):
          .link(
            Link(
              destination: self.link(link.destination), title: link.title,
              content: self.inlines(link.content)))
        case .image(let image):
          .image(
            Link(
              destination: self.image(image.destination), title: image.title,
              content: image.content, size: image.size))
        }
      return Inline(kind, range: inline.range)
    }
  }

  private func reference(_ place: (Int, Int)) -> Inline.Kind {
    .footnoteReference(index: place.0, occurrence: place.1)
  }
}
