import RunbookModel

/// The state of rendering one page, and its blocks.
struct StorageRenderer {
  let settings: ConfluenceStorage
  let linkedHeadings: Set<String>
  let footnotePrefix: String
  let footnoteCount: Int
  var writer = MarkupWriter()
  var losses = LossReport()
  /// Blocks that hold what is being written, the page first.
  var containers: [ConfluenceStructure.Container] = [.page]
  /// Numbers of tasks count up through the page: Confluence wants them unique there, and nothing
  /// but the page's content may decide them.
  var taskCount = 0
  /// Emphasis that the next text shall have, and that which is open in the output.
  var marks: [StorageMark] = []
  var openMarks: [StorageMark] = []
  var inlineContext = InlineContext.prose
  /// Footnote references that got an anchor, so that a way back leads somewhere.
  var footnoteAnchors: Set<FootnoteAnchor> = []
  private var depth = 0

  /// Deeper nesting than any person writes; it keeps hostile input off the stack.
  static let deepestNesting = 200

  var target: ConfluenceTarget { settings.target }
  var container: ConfluenceStructure.Container { containers.last ?? .page }

  init(settings: ConfluenceStorage, linkedHeadings: Set<String>, footnoteCount: Int) {
    self.settings = settings
    self.footnoteCount = footnoteCount
    self.linkedHeadings = linkedHeadings
    footnotePrefix = ConfluenceAnchor.footnotePrefix(avoiding: linkedHeadings)
  }

  // MARK: - Blocks

  /// The blocks of the page, each on a line of its own.
  mutating func body(_ document: Document, title: String) {
    for (index, block) in document.blocks.enumerated() {
      if index == 0, case .heading(let heading) = block.kind, heading.level == 1,
        heading.content.plainText == title
      {
        anchorParagraph(for: heading)
      } else {
        render(block)
      }
      writer.freshLine()
    }
  }

  mutating func render(_ blocks: [Block]) {
    for block in blocks { render(block) }
  }

  /// The content of an element that must not be empty.
  mutating func render(_ blocks: [Block], in container: ConfluenceStructure.Container) {
    let isNested = container == .expand && containers.contains { $0 == .expand }
    containers.append(isNested ? .nestedExpand : container)
    let start = writer.bytes.count
    render(blocks)
    if writer.bytes.count == start { writer.raw("<p></p>") }
    containers.removeLast()
  }

  mutating func render(_ block: Block) {
    guard isRoom(at: block.range) else { return }
    depth += 1
    reportMisplaced(block)
    switch block.kind {
    case .paragraph(let inlines): paragraph(inlines)
    case .heading(let heading): render(heading)
    case .code(let code): render(code, at: block.range)
    case .html(let html): render(html: html, at: block.range)
    case .quote(let blocks):
      writer.raw("<blockquote>")
      render(blocks, in: .quote)
      writer.raw("</blockquote>")
    case .alert(let alert): render(alert)
    case .details(let details): render(details, at: block.range)
    case .list(let list): render(list, at: block.range)
    case .table(let table): render(table)
    case .thematicBreak: writer.raw("<hr/>")
    }
    depth -= 1
  }

  private mutating func isRoom(at range: ByteRange) -> Bool {
    if depth < Self.deepestNesting { return true }
    losses.add(
      range, "content nested more than \(Self.deepestNesting) levels deep",
      "it is left out: no editor could show it")
    return false
  }

  /// Content of an inline node, one level down.
  mutating func nested(at range: ByteRange, _ write: (inout StorageRenderer) -> Void) {
    guard isRoom(at: range) else { return }
    depth += 1
    write(&self)
    depth -= 1
  }

  /// Cloud lifts out what a container cannot hold, and splits a list around it.
  private mutating func reportMisplaced(_ block: Block) {
    guard target == .cloud else { return }
    let content = ConfluenceStructure.content(of: block.kind)
    guard !ConfluenceStructure.holds(container, content) else { return }
    losses.add(
      block.range, "\(content.phrase) inside \(container.phrase)",
      "Confluence Cloud does not hold one there; its editor moves it out, which splits what is"
        + " around it")
  }

  private mutating func paragraph(_ inlines: [Inline]) {
    guard !isInvisible(inlines) else { return }
    if target == .cloud, let image = loneImage(inlines), blockImage(image.link, at: image.range) {
      return
    }
    writer.raw("<p>")
    render(inlines)
    writer.raw("</p>")
  }

  private mutating func render(_ heading: Heading) {
    anchorParagraph(for: heading)
    let tag = "h\(min(max(heading.level, 1), 6))"
    writer.raw("<\(tag)>")
    inlineContext = .heading
    render(heading.content)
    inlineContext = .prose
    writer.raw("</\(tag)>")
  }

  /// A macro inside a heading becomes part of the id that Cloud makes for it
  /// (confluencebuilder#921), so the anchor stands before the heading.
  private mutating func anchorParagraph(for heading: Heading) {
    guard linkedHeadings.contains(heading.id) else { return }
    writer.raw("<p>")
    anchor(ConfluenceAnchor.name(for: heading.id))
    writer.raw("</p>")
  }

  // MARK: - Text

  /// Text of the author's in content or in an attribute.
  mutating func text(_ string: String, at range: ByteRange) {
    reportIllegal(string, at: range)
    text(string)
  }

  /// Text that stands nowhere in the source, such as a title from the front matter.
  mutating func text(_ string: String) {
    writer.text(XMLText.onOneLine(XMLText.legal(string)))
  }

  mutating func cdata(_ string: String, at range: ByteRange) {
    reportIllegal(string, at: range)
    writer.raw(XMLText.cdata(string))
  }

  mutating func attribute(_ name: String, _ value: String) {
    writer.attribute(name, XMLText.onOneLine(XMLText.legal(value)))
  }

  private mutating func reportIllegal(_ string: String, at range: ByteRange) {
    guard XMLText.hasIllegalCharacter(string) else { return }
    losses.add(range, "control characters", "XML 1.0 does not allow them; they are left out")
  }
}
