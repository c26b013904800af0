import RunbookChecks
import RunbookCommands
import RunbookModel

/// What the checks know of a page, in the shapes of Confluence: contexts and effects as lozenges,
/// enumerated columns as lozenges, the contexts of the page's commands.
struct ConfluenceSemantics {
  let page: CheckedRunbook
  let config: SiteConfig
  /// Anchors that a link somewhere on the site leads to.
  let linkedAnchors: Set<String>

  func annotations() -> ConfluenceAnnotations {
    var annotations = ConfluenceAnnotations()
    for block in page.blocks { annotate(block, &annotations) }
    for entry in page.outline.codeBlocks {
      guard let expect = entry.value.attribute("expect")?.value.text, !expect.isEmpty else {
        continue
      }
      annotations.code[entry.range.lowerBound, default: .init()].expect = expect
    }
    for (place, effect) in page.effects {
      annotations.code[place, default: .init()].statuses.append(Self.status(effect))
    }
    for table in page.tables { annotations.tables[table.range.lowerBound] = role(of: table) }
    return annotations
  }

  private func annotate(_ block: CommandBlock, _ annotations: inout ConfluenceAnnotations) {
    var code = annotations.code[block.range.lowerBound] ?? .init()
    if let id = block.context?.value, let status = status(ofContext: id) {
      code.statuses.append(status)
    }
    if let step = block.step?.text, linkedAnchors.contains("step-\(step)") {
      code.anchor = "step-\(step)"
    }
    annotations.code[block.range.lowerBound] = code
  }

  /// The contexts in which commands of the page run, in the order of the page.
  func contexts() -> [ConfluencePage.Context] {
    var ids: [String] = []
    for block in page.blocks {
      if let id = block.context?.value, !ids.contains(id) { ids.append(id) }
    }
    return ids.compactMap { id in
      guard let status = status(ofContext: id), let declaration = config.context(id) else {
        return nil
      }
      let entry = declaration.enteredBy
      let from = entry.map { config.context($0.from.value)?.title ?? $0.from.value }
      return ConfluencePage.Context(status, from: from, command: entry?.command?.value)
    }
  }

  // MARK: - Lozenges

  /// The colour of a context is its place in the configuration. Red and yellow say what a command
  /// does, so that no place has them.
  private func status(ofContext id: String) -> ConfluenceStatus? {
    guard let index = config.contexts.firstIndex(where: { $0.id.value == id }) else { return nil }
    let colours: [ConfluenceStatus.Colour] = [.blue, .purple, .green, .grey]
    let title = config.contexts[index].title
    return ConfluenceStatus(title.isEmpty ? id : title, colours[index % colours.count])
  }

  private static func status(_ effect: Effect) -> ConfluenceStatus {
    switch effect {
    case .read: ConfluenceStatus("READS", .grey)
    case .write: ConfluenceStatus("WRITES", .yellow)
    case .destructive: ConfluenceStatus("DESTRUCTIVE", .red)
    }
  }

  // MARK: - Tables

  private func role(of table: TypedTable) -> ConfluenceAnnotations.TableRole {
    var role = ConfluenceAnnotations.TableRole()
    switch table.content {
    case .comparison: role.hasRowHeaders = table.keyColumn == 0
    case .quickReference(let reference):
      if let column = reference.contextColumn {
        for declaration in config.contexts {
          role.statuses[column, default: [:]][declaration.id.value] = status(
            ofContext: declaration.id.value)
        }
      }
      role.trailing = (
        reference.commandColumn,
        // As in the wiki: in a table only what is not harmless is worth a word.
        page.effects(of: reference).map { $0.flatMap { $0 > .read ? Self.status($0) : nil } }
      )
    }
    for name in table.declaration.lists["status"] ?? [] {
      let column = table.table.header.cells.firstIndex { $0.content.plainText == name.value }
      guard let column else { continue }
      for row in table.table.rows where column < row.cells.count {
        let word = row.cells[column].content.plainText
        guard !word.isEmpty else { continue }
        role.statuses[column, default: [:]][word] = StatusWord.status(word)
      }
    }
    return role
  }
}
