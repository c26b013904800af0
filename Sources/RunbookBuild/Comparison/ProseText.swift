import RunbookModel

/// The words of some blocks, however their lines are broken.
enum ProseText {
  static func of(_ blocks: [Block]) -> String {
    var parts: [String] = []
    collect(blocks, into: &parts)
    return parts.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func collect(_ blocks: [Block], into parts: inout [String]) {
    for block in blocks {
      switch block.kind {
      case .paragraph(let content), .inlines(let content): parts.append(content.plainText)
      case .heading(let heading): parts.append(heading.content.plainText)
      case .code(let code): parts.append(code.text)
      case .quote(let inner), .element(_, let inner): collect(inner, into: &parts)
      case .alert(let alert): collect(alert.blocks, into: &parts)
      case .details(let details):
        parts.append(details.summary)
        collect(details.blocks, into: &parts)
      case .list(let list): for item in list.items { collect(item.blocks, into: &parts) }
      case .table(let table):
        for row in [table.header] + table.rows { parts += row.cells.map(\.content.plainText) }
      case .html, .thematicBreak: break
      }
    }
  }
}
