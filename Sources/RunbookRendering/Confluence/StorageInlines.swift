import RunbookModel

/// Emphasis. Nesting it twice adds nothing, and Confluence keeps it as a set.
enum StorageMark: String, CaseIterable {
  case strong = "strong"
  case emphasis = "em"
  case strikethrough = "del"
  case lowered = "sub"
  case raised = "sup"
  case underline = "u"
}

/// What the inline content being written belongs to.
enum InlineContext {
  case prose
  /// No anchor may stand here: it would become part of the heading's id.
  case heading
  /// Links do not nest.
  case link
}

extension StorageRenderer {
  /// A run of inline content; emphasis is closed at its end.
  mutating func render(_ inlines: [Inline]) {
    renderInlineContent(inlines)
    closeMarks(downTo: 0)
  }

  mutating func renderInlineContent(_ inlines: [Inline]) {
    let pairs = settings.html == .formatting ? StorageInlineHTML.pairs(in: inlines) : [:]
    for (index, inline) in inlines.enumerated() {
      if let tag = pairs[index] {
        apply(tag)
      } else {
        render(inline)
      }
    }
  }

  private mutating func render(_ inline: Inline) {
    switch inline.kind {
    case .text(let string):
      guard !string.isEmpty else { return }
      openMarksForText()
      text(string, at: inline.range)
    // Cloud shows a line feed inside a paragraph as a line break (mark#92, md2conf).
    case .softBreak: markup(" ")
    case .hardBreak: markup("<br/>")
    case .code(let string): code(string, at: inline.range)
    case .html(let html): render(inlineHTML: html, at: inline.range)
    case .emphasis(let content): marked(.emphasis, content, at: inline.range)
    case .strong(let content): marked(.strong, content, at: inline.range)
    case .strikethrough(let content): marked(.strikethrough, content, at: inline.range)
    case .link(let link): render(link, at: inline.range)
    case .image(let image): inlineImage(image, at: inline.range)
    case .footnoteReference(let index, let occurrence):
      footnoteReference(index, occurrence: occurrence, at: inline.range)
    }
  }

  // MARK: - Emphasis

  private mutating func marked(_ mark: StorageMark, _ content: [Inline], at range: ByteRange) {
    let isNew = !marks.contains(mark)
    if isNew { marks.append(mark) }
    nested(at: range) { $0.renderInlineContent(content) }
    if isNew { marks.removeLast() }
  }

  private mutating func apply(_ tag: StorageInlineHTML.Tag) {
    switch tag {
    case .opening(let mark): marks.append(mark)
    case .closing(let mark):
      if let index = marks.lastIndex(of: mark) { marks.remove(at: index) }
    }
  }

  /// Emphasis opens just before its first text and closes just before the first text without it, so
  /// that none is left empty and none encloses what may not stand in it.
  mutating func openMarksForText() {
    var wanted: [StorageMark] = []
    for mark in marks where !wanted.contains(mark) { wanted.append(mark) }
    let common = zip(wanted, openMarks).prefix { $0 == $1 }.count
    closeMarks(downTo: common)
    for mark in wanted.dropFirst(common) {
      writer.raw("<\(mark.rawValue)>")
      openMarks.append(mark)
    }
  }

  mutating func closeMarks(downTo count: Int) {
    while openMarks.count > count { writer.raw("</\(openMarks.removeLast().rawValue)>") }
  }

  /// In ADF code combines with links only (`code_inline_node` of its schema).
  private mutating func code(_ string: String, at range: ByteRange) {
    switch target {
    case .dataCenter: openMarksForText()
    case .cloud:
      closeMarks(downTo: 0)
      if !marks.isEmpty {
        losses.add(
          range, "emphasis on inline code", "Confluence Cloud does not combine it with code")
      }
    }
    writer.raw("<code>")
    text(string, at: range)
    writer.raw("</code>")
  }

  // MARK: - Raw HTML

  private mutating func render(inlineHTML html: String, at range: ByteRange) {
    switch StorageInlineHTML.Piece(html) {
    case .lineBreak: markup("<br/>")
    case .comment: break
    case .other:
      reportHTML(html, at: range)
      guard settings.html != .drop else { return }
      openMarksForText()
      text(html, at: range)
    }
  }

  /// A blank or a break belongs to the text around it, and so to its emphasis.
  private mutating func markup(_ markup: String) {
    openMarksForText()
    writer.raw(markup)
  }

  mutating func render(html: String, at range: ByteRange) {
    let written = StorageInlineHTML.visibleLines(of: html, policy: .escape)
    reportHTML(written.joined(separator: " "), at: range)
    let lines =
      settings.html == .drop
      ? StorageInlineHTML.visibleLines(of: html, policy: .drop) : written
    guard !lines.isEmpty else { return }
    writer.raw("<p>")
    for (index, line) in lines.enumerated() {
      if index > 0 { writer.raw("<br/>") }
      text(line, at: range)
    }
    writer.raw("</p>")
  }

  private mutating func reportHTML(_ html: String, at range: ByteRange) {
    guard settings.html == .drop || StorageInlineHTML.holdsElement(html), !html.isEmpty else {
      return
    }
    let fate = settings.html == .drop ? "tags are left out" : "it is shown as text"
    losses.add(range, "raw HTML", "storage format is not HTML; \(fate)")
  }

  /// Whether a reader would see nothing of it.
  func isInvisible(_ inlines: [Inline]) -> Bool {
    inlines.allSatisfy { inline in
      switch inline.kind {
      case .text(let text): text.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\n" }
      case .softBreak: true
      case .html(let html):
        switch StorageInlineHTML.Piece(html) {
        case .comment: true
        case .other: settings.html == .drop
        case .lineBreak: false
        }
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        isInvisible(content)
      case .hardBreak, .code, .link, .image, .footnoteReference: false
      }
    }
  }
}
