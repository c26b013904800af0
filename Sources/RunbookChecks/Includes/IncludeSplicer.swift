import RunbookModel

/// Puts the blocks of included parts into the place of their includes.
struct IncludeSplicer {
  private let parts: [IncludedPart]
  private let documents: [Document]
  private var blocks: [Block] = []
  private var kept: [ByteRange] = []
  private var mappings: [Int: DocumentMapping] = [:]
  private var anchors: IncludeAnchors
  /// The level of the heading that what comes next stands under.
  private var level = 1
  /// Whether the last block is the end of an included text, or stands before one.
  private var isSeam = false

  init(_ parts: [IncludedPart], _ documents: [Document]) {
    (self.parts, self.documents) = (parts, documents)
    anchors = IncludeAnchors(PageOutline(documents[0]))
  }

  /// - Parameter frontMatter: of the page itself.
  mutating func page(_ file: SourceFile, _ frontMatter: ByteRange?) -> SplicedPage {
    add(0)
    var notes = IncludeFootnotes(documents)
    let document = notes.numbered(blocks, mappings)
    kept += notes.kept
    return SplicedPage(
      page: ParsedRunbook(
        path: parts[0].path, file: file, frontMatterRange: frontMatter, document: document),
      kept: kept, documents: documents)
  }

  private mutating func add(_ number: Int) {
    let part = parts[number]
    let chosen = part.selection.blocks(of: documents[number])
    let mapping = number == 0 ? nil : self.mapping(number, chosen.map(\.block))
    mappings[number] = mapping
    for (index, block) in chosen {
      if number > 0 { kept.append(block.range) }
      if let child = index.flatMap({ part.children[$0] }) {
        isSeam = true
        add(child)
        isSeam = true
        continue
      }
      append(mapping.map { $0.blocks([block])[0] } ?? block)
    }
  }

  private mutating func append(_ block: Block) {
    if case .heading(let heading) = block.kind { level = heading.level }
    defer { isSeam = false }
    // Pasted there, the items would be those of one list.
    guard isSeam, let last = blocks.last, let list = last.joined(with: block) else {
      return blocks.append(block)
    }
    blocks[blocks.count - 1] = list
  }

  /// What changes in the blocks of a part: levels and anchors of headings, and where links lead.
  private mutating func mapping(_ number: Int, _ blocks: [Block]) -> DocumentMapping {
    let part = parts[number]
    let outline = PageOutline(Document(blocks: blocks, footnotes: []))
    let steps = zip(
      PageOutline(part.source.document).codeBlocks, PageOutline(documents[number]).codeBlocks)
    let ids = anchors.add(outline, renamed: steps.map { ($0.value.step, $1.value.step) })
    let shift = outline.sections.map(\.heading.level).min().map { level + 1 - $0 } ?? 0
    let paths = IncludePaths(from: part.path, to: parts[0].path)
    return DocumentMapping(
      link: { destination in
        guard destination.hasPrefix("#") else { return paths.address(destination) }
        let anchor = String(destination.dropFirst())
        return ids[anchor].map { "#" + $0 } ?? paths.address(part.path.fileName + destination)
      },
      image: paths.address,
      heading: { (min(6, max(1, $0.level + shift)), ids[$0.id] ?? $0.id) },
      footnote: { (IncludeFootnotes.key(part: number, index: $0), $1) })
  }
}

extension CodeBlock {
  fileprivate var step: String? { attribute("step")?.value.text }
}

extension Block {
  /// One list for two that follow each other.
  fileprivate func joined(with other: Block) -> Block? {
    guard case .list(let first) = kind, case .list(let second) = other.kind,
      (first.start == nil) == (second.start == nil)
    else { return nil }
    return Block(
      .list(
        List(
          start: first.start, isTight: first.isTight && second.isTight,
          items: first.items + second.items)),
      range: range.lowerBound..<max(range.upperBound, other.range.upperBound))
  }
}

/// Anchors of a page: its own stay as they are, those of included texts get a number where they are taken.
private struct IncludeAnchors {
  private var taken: Set<String>

  init(_ page: PageOutline) { taken = Set(page.sections.map(\.heading.id)) }

  /// - Parameter renamed: the names of the steps, as they were written and as they are now.
  /// - Returns: what each anchor of the part is now.
  mutating func add(
    _ part: PageOutline, renamed: [(String?, String?)]
  ) -> [String: String] {
    var ids: [String: String] = [:]
    for id in part.sections.map(\.heading.id) {
      var (name, count) = (id, 0)
      while !taken.insert(name).inserted {
        count += 1
        name = "\(id)-\(count)"
      }
      ids[id] = name
    }
    let shown = Set(part.codeBlocks.compactMap(\.value.step))
    for case (let old?, let new?) in renamed where shown.contains(new) {
      ids["step-" + old] = "step-" + new
    }
    return ids
  }
}
