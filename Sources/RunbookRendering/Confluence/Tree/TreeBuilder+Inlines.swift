import RunbookChecks
import RunbookModel

/// What the inline content being built belongs to.
enum InlineContext {
  case prose
  /// No anchor may stand here: it would become part of the heading's id.
  case heading
  /// Links do not nest.
  case link
}

extension TreeBuilder {
  /// A run of inline content.
  mutating func inlines(_ source: [Inline]) -> [ConfluenceInline] {
    var content: [ConfluenceInline] = []
    content.reserveCapacity(source.count)
    append(source, to: &content)
    return content
  }

  mutating func append(_ source: [Inline], to content: inout [ConfluenceInline]) {
    for inline in source { append(inline, to: &content) }
  }

  private mutating func append(_ inline: Inline, to content: inout [ConfluenceInline]) {
    switch inline.kind {
    case .text(let text) where isCode: append(code: text, at: inline.range, to: &content)
    case .text(let text):
      if !text.isEmpty { content.append(.text(clean(text, at: inline.range), marks)) }
    // Cloud shows a line feed inside a paragraph as a line break (mark#92, md2conf).
    case .softBreak: content.append(.text(" ", marks))
    case .hardBreak: content.append(.lineBreak(marks))
    case .code(let text): append(code: text, at: inline.range, to: &content)
    case .html(let html): append(html: html, at: inline.range, to: &content)
    case .emphasis(let inner): marked(.emphasis, inner, at: inline.range, to: &content)
    case .strong(let inner): marked(.strong, inner, at: inline.range, to: &content)
    case .strikethrough(let inner): marked(.strikethrough, inner, at: inline.range, to: &content)
    case .link(let link): append(link, at: inline.range, to: &content)
    case .image(let image): append(image: image, at: inline.range, to: &content)
    case .footnoteReference(let index, let occurrence):
      footnoteReference(index, occurrence: occurrence, at: inline.range, into: &content)
    case .element(let element, let inner):
      append(element, inner, at: inline.range, to: &content)
    }
  }

  private mutating func marked(
    _ mark: ConfluenceMark, _ inner: [Inline], at range: ByteRange,
    to content: inout [ConfluenceInline]
  ) {
    let outside = marks
    marks.insert(mark)
    nested(at: range) { $0.append(inner, to: &content) }
    marks = outside
  }

  /// In ADF code combines with links only (`code_inline_node` of its schema).
  private mutating func append(
    code text: String, at range: ByteRange, to content: inout [ConfluenceInline]
  ) {
    guard !text.isEmpty else { return }
    var kept = marks
    if !marks.isEmpty, target == .cloud {
      losses.add(
        range, "emphasis on inline code", "Confluence Cloud does not combine it with code")
      kept = ConfluenceMarks()
    }
    content.append(.code(clean(text, at: range), kept))
  }

  // MARK: - Raw HTML

  private mutating func append(
    html: String, at range: ByteRange, to content: inout [ConfluenceInline]
  ) {
    switch InlineHTML.Piece(html) {
    case .lineBreak: content.append(.lineBreak(marks))
    case .comment: break
    case .other:
      reportHTML(html, at: range)
      content.append(.text(clean(html, at: range), marks))
    }
  }

  mutating func reportHTML(_ html: String, at range: ByteRange) {
    guard InlineHTML.holdsElement(html) else { return }
    losses.add(range, "raw HTML", "storage format is not HTML; it is shown as text")
  }

  /// Whether a reader would see nothing of it.
  func isInvisible(_ inlines: [Inline]) -> Bool {
    for inline in inlines where !isInvisible(inline) { return false }
    return true
  }

  func isInvisible(_ inline: Inline) -> Bool {
    switch inline.kind {
    case .text(let text): text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
    case .softBreak: true
    case .html(let html):
      switch InlineHTML.Piece(html) {
      case .comment: true
      case .other, .lineBreak: false
      }
    case .emphasis(let content), .strong(let content), .strikethrough(let content):
      isInvisible(content)
    case .element(let element, let content):
      element.anchor == nil && !["br", "img"].contains(element.name) && isInvisible(content)
    case .hardBreak, .code, .link, .image, .footnoteReference: false
    }
  }
}
