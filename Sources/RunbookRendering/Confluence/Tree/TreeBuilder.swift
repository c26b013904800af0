package import RunbookChecks
package import RunbookModel

/// What decides a page's tree besides its document.
package struct ConfluenceSettings: Sendable {
  package var target: ConfluenceTarget
  package let resolver: ConfluenceResolver
  /// Ids that links of the page lead to. Only these get an anchor.
  package let linkedHeadings: Set<String>
  package let annotations: ConfluenceAnnotations
  /// Where the page itself is in Confluence, if links within it lead there.
  package var ownAddress: String?

  package init(
    target: ConfluenceTarget, resolver: ConfluenceResolver, linkedHeadings: Set<String> = [],
    annotations: ConfluenceAnnotations = ConfluenceAnnotations()
  ) {
    self.target = target
    self.resolver = resolver
    self.linkedHeadings = linkedHeadings
    self.annotations = annotations
  }
}

extension ConfluenceTree {
  /// The structure pass: the page as the target can hold it. A pure function: same input, same tree.
  package init(_ document: Document, page: ConfluencePage, settings: ConfluenceSettings) {
    var shared: TreeBuilder.SharedPieces = [:]
    self.init(document, page, settings, &shared)
  }

  /// The trees of one page for several targets, which share what is the same for all.
  package static func trees(
    _ document: Document, page: ConfluencePage, settings: ConfluenceSettings,
    for targets: [ConfluenceTarget]
  ) -> [ConfluenceTree] {
    var shared: TreeBuilder.SharedPieces = [:]
    return targets.map { target in
      var settings = settings
      settings.target = target
      return ConfluenceTree(document, page, settings, &shared)
    }
  }

  private init(
    _ document: Document, _ page: ConfluencePage, _ settings: ConfluenceSettings,
    _ shared: inout TreeBuilder.SharedPieces
  ) {
    var builder = TreeBuilder(settings: settings, footnoteCount: document.footnotes.count)
    var pieces: [TreeBuilder.Piece] = []
    builder.preamble(page, into: &pieces)
    builder.reportPasting(pieces[...], at: 0..<0)
    builder.body(document, title: page.title, &shared, into: &pieces)
    builder.footnotes(document.footnotes, into: &pieces)
    if page.listsChildren {
      pieces.append(.init(.macro(ConfluenceMacro(name: "children", parameters: [])), .paragraph))
    }
    target = settings.target
    title = page.title
    blocks = pieces.map(\.block)
    labels = ConfluenceLabel.normalised(page.labels)
    losses = builder.losses
  }
}

/// The state of building one tree, and its blocks.
struct TreeBuilder {
  /// A block of the tree on its way to its place.
  struct Piece {
    let block: ConfluenceBlock
    let content: ConfluenceStructure.Content
    /// Whether the container that is being filled cannot hold it.
    let isLifted: Bool

    init(
      _ block: ConfluenceBlock, _ content: ConfluenceStructure.Content, isLifted: Bool = false
    ) {
      self.block = block
      self.content = content
      self.isLifted = isLifted
    }
  }

  /// What blocks of the page became, by their number: those in which nothing depended on the target.
  typealias SharedPieces = [Int: [Piece]]

  let settings: ConfluenceSettings
  let footnotePrefix: String
  let footnoteCount: Int
  var losses = LossReport()
  /// Blocks that hold what is being built, the page first.
  var containers: [ConfluenceStructure.Container] = [.page]
  var taskCount = 0
  var marks = ConfluenceMarks()
  var inlineContext = InlineContext.prose
  /// Footnote references that got an anchor, so that a way back leads somewhere.
  var footnoteAnchors: Set<FootnoteAnchor> = []
  /// Ids that have their anchor.
  private var anchored: Set<String> = []
  /// Whether text is part of an element of code.
  var isCode = false
  private var depth = 0
  private(set) var hasAskedForTarget = false

  /// Deeper nesting than any person writes; it keeps hostile input off the stack.
  static let deepestNesting = 200

  /// Remembers that somebody asked: what was made without it is the same for every target. So ask
  /// last, after everything else that decides.
  var target: ConfluenceTarget {
    mutating get {
      hasAskedForTarget = true
      return settings.target
    }
  }
  var container: ConfluenceStructure.Container { containers.last ?? .page }

  init(settings: ConfluenceSettings, footnoteCount: Int) {
    self.settings = settings
    self.footnoteCount = footnoteCount
    footnotePrefix = ConfluenceAnchor.footnotePrefix(
      avoiding: settings.linkedHeadings)
  }

  mutating func body(
    _ document: Document, title: String, _ shared: inout SharedPieces, into pieces: inout [Piece]
  ) {
    let repeated = document.repeatedTitle(title)
    for (index, block) in document.blocks.enumerated() {
      let start = pieces.count
      if let known = shared[index] {
        pieces += known
      } else if index == repeated, case .heading(let heading) = block.kind {
        anchorParagraph(for: heading, into: &pieces)
      } else {
        let before = state
        hasAskedForTarget = false
        build(block, into: &pieces)
        if !hasAskedForTarget, state == before { shared[index] = Array(pieces[start...]) }
      }
      reportPasting(pieces[start...], at: block.range)
    }
  }

  /// What the editor makes of text by itself when a page is pasted.
  mutating func reportPasting(_ pieces: ArraySlice<Piece>, at range: ByteRange) {
    guard settings.target == .cloud else { return }
    let blocks = pieces.map(\.block)
    if blocks.needsLineGuard() {
      losses.add(
        range, "a line that begins like an item of a list",
        "Confluence Cloud's editor would make a list of it and drop its first characters; an invisible"
          + " character (U+2060) before it prevents that, so copy the line without it",
        in: .paste)
    }
    let words = blocks.fuzzyLinks()
    guard !words.isEmpty else { return }
    let shown = words.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
    let more = words.count > 5 ? " and \(words.count - 5) more" : ""
    losses.add(
      range, "\(shown)\(more) as plain text",
      "it ends like an address, and Confluence Cloud's editor makes a link of such a word when it is"
        + " pasted (newer versions leave names of files as they are)", in: .paste)
  }

  /// What a block may change besides adding pieces.
  private var state: [Int] {
    [losses.losses.count, taskCount, footnoteAnchors.count, anchored.count]
  }

  // MARK: - Blocks

  mutating func build(_ block: Block, into pieces: inout [Piece]) {
    guard isRoom(at: block.range) else { return }
    depth += 1
    defer { depth -= 1 }
    switch block.kind {
    case .paragraph(let content): paragraph(content, at: block.range, into: &pieces)
    case .heading(let heading): build(heading, at: block.range, into: &pieces)
    case .code(let code): build(code, at: block.range, into: &pieces)
    case .html(let html): build(html: html, at: block.range, into: &pieces)
    case .element(let element, let blocks):
      build(element, blocks, at: block.range, into: &pieces)
    case .inlines(let content): run(content, at: block.range, into: &pieces)
    case .quote(let blocks):
      wrap(fill(blocks, .quote), as: .quote, at: block.range, into: &pieces) { .quote($0) }
    case .alert(let alert):
      let panel = ConfluencePanel(rawValue: alert.kind.rawValue) ?? .note
      let sign = ConfluenceBlock.paragraph([.text(panel.name, ConfluenceMarks())])
      wrap(fill(alert.blocks, .panel), as: .panel, at: block.range, into: &pieces, sign: [sign]) {
        .panel(panel, $0)
      }
    case .details(let details): build(details, at: block.range, into: &pieces)
    case .list(let list): build(list, at: block.range, into: &pieces)
    case .table(let table): build(table, at: block.range, into: &pieces)
    case .thematicBreak: place(.rule, .rule, at: block.range, into: &pieces)
    }
  }

  private mutating func isRoom(at range: ByteRange) -> Bool {
    if depth < Self.deepestNesting { return true }
    losses.add(
      range, "content nested more than \(Self.deepestNesting) levels deep",
      "it is left out: no editor could show it")
    return false
  }

  /// Content of an inline node, one level down.
  mutating func nested(at range: ByteRange, _ build: (inout TreeBuilder) -> Void) {
    guard isRoom(at: range) else { return }
    depth += 1
    build(&self)
    depth -= 1
  }

  mutating func paragraph(
    _ content: [Inline], at range: ByteRange, into pieces: inout [Piece]
  ) {
    guard !isInvisible(content) else { return }
    if let image = loneImage(content), target == .cloud, let block = blockImage(image) {
      place(block, .paragraph, at: range, into: &pieces)
      return
    }
    let content = inlines(content)
    guard !content.isEmpty else { return }
    place(.paragraph(content), .paragraph, at: range, into: &pieces)
  }

  private mutating func build(
    _ heading: Heading, at range: ByteRange, into pieces: inout [Piece]
  ) {
    inlineContext = .heading
    defer { inlineContext = .prose }
    guard holds(.heading) else {
      losses.add(
        range, "a heading inside \(container.phrase)",
        "Confluence Cloud does not hold one there; it is a line in bold")
      marks.insert(.strong)
      pieces.append(Piece(.paragraph(anchors(heading) + inlines(heading.content)), .paragraph))
      marks = ConfluenceMarks()
      return
    }
    anchorParagraph(for: heading, into: &pieces)
    let level = min(max(heading.level, 1), 6)
    pieces.append(Piece(.heading(level: level, inlines(heading.content)), .heading))
  }

  /// A macro inside a heading becomes part of the id that Cloud makes for it
  /// (confluencebuilder#921), so the anchor stands before the heading.
  private mutating func anchorParagraph(for heading: Heading, into pieces: inout [Piece]) {
    let anchors = anchors(heading)
    if !anchors.isEmpty { pieces.append(Piece(.paragraph(anchors), .paragraph)) }
  }

  private mutating func anchors(_ heading: Heading) -> [ConfluenceInline] {
    anchor(heading.id).map { [$0] } ?? []
  }

  /// The place with an id, if links of the page lead there: the first one.
  mutating func anchor(_ id: String) -> ConfluenceInline? {
    guard !id.isEmpty, !anchored.contains(id),
      settings.linkedHeadings.contains(id)
    else { return nil }
    anchored.insert(id)
    return .anchor(ConfluenceAnchor.name(for: id))
  }

  private mutating func build(
    _ details: Details, at range: ByteRange, into pieces: inout [Piece]
  ) {
    if details.isOpen {
      losses.add(
        range, "details that are open from the start", "an expand of Confluence begins closed")
    }
    let isNested = isInExpand()
    let title = clean(details.summary, at: range)
    let content = fill(details.blocks, isNested ? .nestedExpand : .expand)
    wrap(content, as: .expand, at: range, into: &pieces, sign: Self.filled([])) {
      .expand(title: title, isNested: isNested, $0)
    }
  }

  /// Whether an expand here is of Cloud's nested kind.
  private mutating func isInExpand() -> Bool {
    containers.contains { $0 == .expand || $0 == .nestedExpand || $0 == .cell } && target == .cloud
  }

  private mutating func build(
    html: String, at range: ByteRange, into pieces: inout [Piece]
  ) {
    let lines = InlineHTML.visibleLines(of: html)
    reportHTML(lines.joined(separator: " "), at: range)
    guard !lines.isEmpty else { return }
    var content: [ConfluenceInline] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { content.append(.lineBreak(ConfluenceMarks())) }
      content.append(.text(clean(line, at: range), ConfluenceMarks()))
    }
    place(.paragraph(content), .paragraph, at: range, into: &pieces)
  }

  // MARK: - Text

  /// Text of the author's on one line, without what XML cannot carry.
  mutating func clean(_ text: String, at range: ByteRange) -> String {
    guard XMLText.needsCleaning(text) else { return text }
    reportIllegal(text, at: range)
    return XMLText.onOneLine(XMLText.legal(text))
  }

  mutating func cleanCode(_ text: String, at range: ByteRange) -> String {
    guard XMLText.hasIllegalCharacter(text) else { return text }
    reportIllegal(text, at: range)
    return XMLText.legal(text)
  }

  private mutating func reportIllegal(_ text: String, at range: ByteRange) {
    guard XMLText.hasIllegalCharacter(text) else { return }
    losses.add(range, "control characters", "XML 1.0 does not allow them; they are left out")
  }
}
