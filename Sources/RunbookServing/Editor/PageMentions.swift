import RunbookChecks
import RunbookCommands
import RunbookModel

/// Everything that a page defines or speaks of, in the order of the text.
struct PageMentions: Sendable {
  private(set) var all: [Mention] = []
  private let page: PagePath
  private let file: SourceFile

  init(_ draft: PageDraft, in site: SiteIndex) {
    page = draft.path
    file = draft.page.file
    addFrontMatter(draft.metadata, in: site)
    addHeadings(draft.page.outline)
    addBlocks(draft.blocks)
    for table in draft.tables {
      if case .quickReference(let table) = table.content { addRows(table, draft) }
    }
    for link in draft.page.outline.links { addLink(link, in: site) }
    all.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  /// The innermost mention that holds an offset, or ends there.
  func mention(at offset: Int) -> Mention? {
    all.filter { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }
      .min { $0.range.count < $1.range.count }
  }

  func mentions(of subject: Subject) -> [Mention] { all.filter { $0.subject == subject } }

  // MARK: - Front matter

  private mutating func addFrontMatter(_ metadata: RunbookMetadata, in site: SiteIndex) {
    add(.page(page), metadata.title.range, isDefinition: true)
    if let context = metadata.context { add(.context(context.value), context.range) }
    for alert in metadata.alertFields { add(.alert(alert.value), alert.range, isDefinition: true) }
    for input in metadata.inputs {
      add(.input(page, input.name.value), input.name.range, isDefinition: true)
      if let from = input.from, from.value.hasPrefix("step:") {
        let name = String(from.value.dropFirst("step:".count))
        if let range = end(of: from.range, spelling: name) {
          all.append(Mention(.step(page, name), at: range, isStepName: true))
        }
      }
    }
    if let next = metadata.replacedBy,
      case .page(let target, _) = site.resolve(next.value, from: page)
    {
      add(.page(target), next.range)
    }
  }

  private mutating func add(_ subject: Subject, _ range: SourceRange, isDefinition: Bool = false) {
    // What the configuration gives to a page stands there.
    guard range.file == file.path, !range.bytes.isEmpty else { return }
    all.append(Mention(subject, at: unquoted(range.bytes), isDefinition: isDefinition))
  }

  private func unquoted(_ range: ByteRange) -> ByteRange {
    guard range.count >= 2, let first = file.bytes[range].first, let last = file.bytes[range].last,
      first == last, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  /// Where a text stands at the end of a range, before a closing quote.
  private func end(of range: SourceRange, spelling name: String) -> ByteRange? {
    guard range.file == file.path else { return nil }
    let inner = unquoted(range.bytes)
    let start = inner.upperBound - name.utf8.count
    guard start >= inner.lowerBound, file.bytes[start..<inner.upperBound].elementsEqual(name.utf8)
    else {
      return nil
    }
    return start..<inner.upperBound
  }

  // MARK: - Body

  private mutating func addHeadings(_ outline: PageOutline) {
    for section in outline.sections {
      let content = section.heading.content
      guard let first = content.first, let last = content.last else { continue }
      all.append(
        Mention(
          .anchor(page, section.heading.id),
          at: first.range.lowerBound..<last.range.upperBound, isDefinition: true))
    }
  }

  private mutating func addBlocks(_ blocks: [CommandBlock]) {
    for block in blocks {
      if let step = block.step {
        all.append(
          Mention(.step(page, step.text), at: step.range, isDefinition: true, isStepName: true))
      }
      if let context = block.code.attribute("in")?.value, !context.text.isEmpty {
        all.append(Mention(.context(context.text), at: context.range))
      }
      all.append(Mention(.block(page, block.index), at: block.range, isDefinition: true))
      for script in block.scripts { addPlaceholders(script) }
    }
  }

  private mutating func addPlaceholders(_ script: ShellScript) {
    var known: Set<ByteRange> = []
    for piece in script.allWords.flatMap(\.placeholders) where known.insert(piece.range).inserted {
      guard case .placeholder(let name) = piece.kind,
        let range = place(of: name, in: piece.range)
      else { continue }
      all.append(Mention(.input(page, name), at: range))
    }
  }

  /// Where a name stands in a placeholder, whatever marks it as one.
  private func place(of name: String, in range: ByteRange) -> ByteRange? {
    let wanted = Array(name.utf8)
    var start = range.lowerBound
    while start + wanted.count <= range.upperBound {
      if file.bytes[start..<start + wanted.count].elementsEqual(wanted) {
        return start..<start + wanted.count
      }
      start += 1
    }
    return nil
  }

  private mutating func addRows(_ table: QuickReferenceTable, _ draft: PageDraft) {
    for row in table.rows {
      if let context = row.context { add(.context(context.value), context.range) }
      for command in row.commands {
        addPlaceholders(command.script)
        let blocks = Set(StepIndex.places(of: command, in: draft).map(\.block))
        for block in blocks.sorted() {
          all.append(Mention(.block(page, block), at: command.range))
        }
      }
    }
  }

  private mutating func addLink(_ link: PageOutline.Entry<Link>, in site: SiteIndex) {
    let destination = link.value.destination
    guard let range = LinkSource.destination(of: link, in: file) else { return }
    let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#"))
    let pathLength = hash.map { destination.utf8.distance(from: destination.startIndex, to: $0) }
    let pathRange = range.lowerBound..<range.lowerBound + (pathLength ?? range.count)
    let anchorRange = min(pathRange.upperBound + 1, range.upperBound)..<range.upperBound
    func addAnchor(_ target: PagePath, _ anchor: String) {
      guard !anchor.isEmpty, file.text(anchorRange) == anchor else { return }
      all.append(Mention(.anchor(target, anchor), at: anchorRange))
    }
    switch site.resolve(destination, from: page) {
    case .samePage(let anchor): addAnchor(page, anchor)
    case .page(let target, let anchor):
      if !pathRange.isEmpty { all.append(Mention(.page(target), at: pathRange)) }
      if let anchor { addAnchor(target, anchor) }
    case .external, .asset, .folder, .missing, .outside: break
    }
  }
}
