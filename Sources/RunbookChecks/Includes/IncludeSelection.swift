import RunbookModel

/// What of a page an include puts in.
enum IncludeSelection {
  /// Indices of blocks of the document.
  case blocks([Int])
  /// A code block that is a step, by its number among all code blocks.
  case step(Int)

  /// Nil where the anchor names no such place.
  ///
  /// - Parameter title: what the page is called; a heading that repeats it is left out.
  init?(_ anchor: String?, of page: ParsedRunbook, title: String) {
    let blocks = page.document.blocks
    guard let anchor, !AnchorBroken.isAlwaysThere(anchor) else {
      let repeated = page.document.repeatedTitle(title)
      self = .blocks(blocks.indices.filter { $0 != repeated })
      return
    }
    if let start = blocks.firstIndex(where: { $0.heading?.id == anchor }) {
      let level = blocks[start].heading?.level ?? 1
      let end = blocks[(start + 1)...].firstIndex { ($0.heading?.level ?? .max) <= level }
      self = .blocks(Array(start + 1..<(end ?? blocks.count)))
      return
    }
    guard
      let step = page.outline.codeBlocks.firstIndex(where: {
        $0.value.attribute("step").map { "step-\($0.value.text)" } == anchor
      })
    else { return nil }
    self = .step(step)
  }

  /// Whether a link may lead there all the same.
  static func isOtherPlace(_ anchor: String, of page: ParsedRunbook) -> Bool {
    page.outline.sections.contains { $0.heading.id == anchor }
      || !page.outline.html.isEmpty && HTMLTag.anchors(of: page).contains(anchor)
  }

  var isEmpty: Bool { if case .blocks(let blocks) = self { blocks.isEmpty } else { false } }

  /// The chosen blocks, each with its index in the document; nil for one that stands deeper.
  func blocks(of document: Document) -> [(index: Int?, block: Block)] {
    switch self {
    case .blocks(let indices):
      return indices.filter(document.blocks.indices.contains).map { ($0, document.blocks[$0]) }
    case .step(let number):
      let all = PageOutline(document).codeBlocks
      guard all.indices.contains(number) else { return [] }
      return [(nil, Block(.code(all[number].value), range: all[number].range))]
    }
  }
}

extension Block {
  fileprivate var heading: Heading? {
    if case .heading(let heading) = kind { heading } else { nil }
  }
}
