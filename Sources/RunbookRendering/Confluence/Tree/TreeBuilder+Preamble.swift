import RunbookChecks
import RunbookModel

/// What stands above the body.
extension TreeBuilder {
  mutating func preamble(_ page: ConfluencePage, into pieces: inout [Piece]) {
    if let source = page.source {
      pieces.append(Piece(generatedBy(source, revision: page.revision), .paragraph))
    }
    if !page.properties.isEmpty {
      pieces.append(Piece(.properties(properties(page.properties)), .table))
    }
    if let levels = page.contents {
      let parameters = [("minLevel", levels.lowerBound), ("maxLevel", levels.upperBound)].map {
        (name: $0.0, value: String(min(max($0.1, 1), 6)))
      }
      pieces.append(Piece(.macro(ConfluenceMacro(name: "toc", parameters: parameters)), .paragraph))
    }
    if !page.contexts.isEmpty { pieces.append(Piece(contexts(page.contexts), .panel)) }
  }

  private func generatedBy(_ source: String, revision: String?) -> ConfluenceBlock {
    let text = GeneratedLine.text(source: source, revision: revision)
    return .paragraph([.text(plain(text), ConfluenceMarks(.emphasis))])
  }

  /// Text that stands nowhere in the source's body, such as a value of the front matter.
  private func plain(_ text: String) -> String { XMLText.onOneLine(XMLText.legal(text)) }

  /// A table of two columns whose keys are header cells (Atlassian, "Page Properties Macro").
  private mutating func properties(_ rows: [ConfluencePage.Row]) -> ConfluenceTable {
    ConfluenceTable(
      columns: nil, isNumbered: false,
      rows: rows.map { row in
        let key = ConfluenceInline.text(plain(row.key), ConfluenceMarks())
        return [
          .init(isHeader: true, alignment: .start, blocks: [.paragraph([key])], column: 0),
          .init(
            isHeader: false, alignment: .start, blocks: [.paragraph(value(row.value))], column: 1),
        ]
      })
  }

  private mutating func value(_ value: ConfluencePage.Row.Value) -> [ConfluenceInline] {
    switch value {
    case .text(let text): [.text(plain(text), ConfluenceMarks())]
    case .status(let status): [self.status(status)]
    case .contact(let pieces): pieces.map(contact)
    }
  }

  private func contact(_ piece: ContactText.Piece) -> ConfluenceInline {
    switch piece {
    case .text(let text): .text(plain(text), ConfluenceMarks())
    case .link(let text, let address):
      .link(.external(XMLText.legal(address)), [.text(plain(text), ConfluenceMarks())])
    }
  }

  /// Data Center has five colours; the nearest to purple is blue.
  mutating func status(_ status: ConfluenceStatus) -> ConfluenceInline {
    let isPurple = status.colour == .purple && target == .dataCenter
    return .status(ConfluenceStatus(plain(status.title), isPurple ? .blue : status.colour))
  }

  /// Where the page's commands run, and how a reader gets there.
  private mutating func contexts(_ contexts: [ConfluencePage.Context]) -> ConfluenceBlock {
    let marks = ConfluenceMarks()
    let items = contexts.map { context -> [ConfluenceBlock] in
      var line = [status(context.status)]
      if let from = context.from {
        line.append(.text(plain(" from \(from)"), marks))
        if let command = context.command {
          line += [.text(" with ", marks), .code(plain(command), marks)]
        }
      }
      return [.paragraph(line)]
    }
    return .panel(
      .note,
      [
        .paragraph([.text("Where the commands of this page run:", marks)]),
        .list(start: nil, items: items),
      ])
  }
}
