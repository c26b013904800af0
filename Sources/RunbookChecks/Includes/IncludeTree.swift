import RunbookModel

/// A text that a page shows, and how it came there.
struct IncludedPart {
  let source: ParsedRunbook
  let metadata: RunbookMetadata
  let parent: Int?
  /// The link in its parent's text.
  let link: ByteRange
  /// The link in the text of the page that all is included in.
  let rootLink: ByteRange
  let selection: IncludeSelection
  /// What its placeholders become.
  let values: [String: String]
  /// The names that the include gives values for, fitting ones or not.
  let named: Set<String>
  /// Parts that are included in its blocks, by the index of the block.
  var children: [Int: Int] = [:]

  var path: PagePath { source.path }

  var declared: [String] { metadata.inputs.map(\.name.value) }
}

/// A page and all that it includes, in the order in which it is read.
struct IncludeTree {
  private(set) var parts: [IncludedPart]
  var problems: [Diagnostic] = []
  let site: SiteIndex
  private let config: SiteConfig
  let source: IncludeSource
  private var size: Int
  private var isFull = false

  init(
    _ page: ParsedRunbook, _ metadata: RunbookMetadata, _ site: SiteIndex, _ config: SiteConfig,
    _ source: IncludeSource
  ) {
    (self.site, self.config, self.source) = (site, config, source)
    size = page.file.bytes.count
    parts = [
      IncludedPart(
        source: page, metadata: metadata.atHand, parent: nil, link: 0..<0, rootLink: 0..<0,
        selection: .blocks(Array(page.document.blocks.indices)), values: [:], named: [])
    ]
    addChildren(of: 0, [page.path])
  }

  var root: ParsedRunbook { parts[0].source }

  /// A fault of an include of the page itself.
  mutating func report(
    _ rule: Rule, at link: ByteRange, _ summary: String, _ explanation: String,
    notes: [Diagnostic.Note] = []
  ) {
    problems.append(
      Diagnostic(
        rule.id, rule.severity, at: root.file.range(link), summary, explanation: explanation,
        notes: notes))
  }

  mutating func report(_ rule: Rule, _ part: Int, _ summary: String, _ explanation: String) {
    report(rule, at: parts[part].rootLink, summary, explanation)
  }

  private mutating func addChildren(of parent: Int, _ way: [PagePath]) {
    guard case .blocks(let blocks) = parts[parent].selection else { return }
    for index in blocks {
      guard let (link, range) = IncludeLink.alone(in: parts[parent].source.document.blocks[index]),
        let part = part(link, range, in: parent, way)
      else { continue }
      parts.append(part)
      let number = parts.count - 1
      parts[parent].children[index] = number
      addChildren(of: number, way + [part.path])
    }
  }

  private mutating func part(
    _ link: Link, _ range: ByteRange, in parent: Int, _ way: [PagePath]
  ) -> IncludedPart? {
    guard let include = IncludeLink(title: link.title) else { return nil }
    let rootLink = rootLink(of: range, in: parent)
    guard let place = target(of: link, at: range, in: parent),
      isWithinDepth(place, way, at: range, in: parent), let summary = site.page(place.path),
      let text = read(place.path, rootLink)
    else { return nil }
    let selection = IncludeSelection(place.anchor, of: text, title: summary.metadata.title.value)
    // A fault of an included text is told where that text is checked.
    if parent == 0 { judge(link, range, include, summary, text, (place.anchor, selection)) }
    guard let selection else { return nil }
    let metadata = summary.metadata.atHand
    return IncludedPart(
      source: text, metadata: metadata, parent: parent, link: range, rootLink: rootLink,
      selection: selection,
      values: values(of: include, text, metadata, in: parent, rootLink),
      named: Set(include.values.map(\.name)))
  }

  /// The link of the page itself that an include of a part belongs to.
  func rootLink(of link: ByteRange, in parent: Int) -> ByteRange {
    parent == 0 ? link : parts[parent].rootLink
  }

  /// Nil for what is no page. A link that leads nowhere stays one, and is found like others.
  private mutating func target(
    of link: Link, at range: ByteRange, in parent: Int
  ) -> IncludePlace? {
    let target = site.resolve(link.destination, from: parts[parent].path)
    if let place = IncludePlace(target, on: parts[parent].path) { return place }
    if parent == 0, target.isThere {
      report(
        IncludeTarget.rule, at: range, "only pages of this site can be included",
        "`\(link.destination)` is no page below `\(config.directories.content)`. Name a Markdown "
          + "file there, or take `include` out of the title to make this a link.")
    }
    return nil
  }

  /// What is wrong with an include of the page itself.
  private mutating func judge(
    _ link: Link, _ range: ByteRange, _ include: IncludeLink, _ target: PageSummary,
    _ text: ParsedRunbook, _ place: (anchor: String?, selection: IncludeSelection?)
  ) {
    if site.hiddenDrafts.contains(target.path), !site.hiddenDrafts.contains(root.path) {
      report(
        IncludeTarget.rule, at: range,
        "`\(target.sourceName)` is a draft, and this page is published",
        "A draft is not published, not even as part of another page. Set its `lifecycle` "
          + "to `active`, or make this page a draft too.")
    }
    if let problem = include.problem {
      report(IncludeValue.rule, at: range, problem.summary, problem.explanation)
    }
    if place.selection?.isEmpty == true {
      report(
        IncludeTarget.rule, at: range, "there is nothing to include",
        "`\(link.destination)` leads to a place without text.")
    }
    guard place.selection == nil, let anchor = place.anchor,
      IncludeSelection.isOtherPlace(anchor, of: text)
    else { return }
    report(
      IncludeTarget.rule, at: range,
      "`#\(anchor)` is neither a section nor a step that can be included",
      "Name a heading that stands in no list or quote, or a step, or leave out the `#` to include "
        + "the whole page.")
  }

  private mutating func read(_ path: PagePath, _ rootLink: ByteRange) -> ParsedRunbook? {
    if isFull { return nil }
    SiteQuestions.note(.text, path.text)
    guard let text = source.read(path) else { return nil }
    size += text.file.bytes.count
    let exceeded: (limit: Limit, count: Int)? =
      if parts.count > config.limits[.includes] {
        (.includes, parts.count)
      } else if size > config.limits[.fileSize] {
        (.fileSize, size)
      } else { nil }
    guard let exceeded else { return text }
    isFull = true
    problems.append(
      config.limits.exceeded(
        exceeded.limit, found: exceeded.count, isAtLeast: true, at: root.file.range(rootLink),
        "The page is counted with the texts that it includes; from here on they are left out."))
    return nil
  }

  /// Whether the page stays within its limit with what is written into the texts.
  mutating func admits(_ edits: [Int: [Diagnostic.Fix.Edit]]) -> Bool {
    let longer = size + edits.values.joined().reduce(0) { $0 + $1.text.utf8.count }
    guard longer > config.limits[.fileSize], let part = edits.keys.min() else { return true }
    problems.append(
      config.limits.exceeded(
        .fileSize, found: longer, at: root.file.range(parts[part].rootLink),
        "The page is counted with the texts that it includes and their values; these are left out.")
    )
    return false
  }
}

extension LinkTarget {
  /// Whether the link leads somewhere, as far as that can be known.
  fileprivate var isThere: Bool {
    switch self {
    case .missing, .outside: false
    case .external, .samePage, .page, .asset, .folder: true
    }
  }
}
