import RunbookChecks

extension StorageRenderer {
  /// A run of inline content; emphasis is closed at its end.
  mutating func write(_ content: [ConfluenceInline]) {
    for inline in content { write(inline) }
    setMarks(ConfluenceMarks())
  }

  private mutating func write(_ inline: ConfluenceInline) {
    switch inline {
    case .text(let text, let marks):
      setMarks(marks)
      writer.text(text)
    // A break belongs to the text around it, and so to its emphasis.
    case .lineBreak(let marks):
      setMarks(marks)
      writer.raw("<br/>")
    case .code(let text, let marks):
      setMarks(marks)
      writer.raw("<code>")
      writer.text(text)
      writer.raw("</code>")
    case .link(let destination, let content):
      setMarks(ConfluenceMarks())
      link(destination, content)
    case .image(let image):
      setMarks(ConfluenceMarks())
      write(image, isInline: target == .cloud)
    case .status(let status):
      setMarks(ConfluenceMarks())
      write(status)
    case .anchor(let name):
      setMarks(ConfluenceMarks())
      anchor(name)
    }
  }

  private mutating func setMarks(_ marks: ConfluenceMarks) { openMarks.set(marks, in: &writer) }

  // MARK: - Links

  private mutating func link(_ destination: ConfluenceDestination, _ content: [ConfluenceInline]) {
    switch destination {
    case .external(let url):
      writer.raw("<a href=\"")
      self.url(url)
      writer.raw("\">")
      write(content)
      writer.raw("</a>")
    case .page(let title, let space, let anchor, _):
      openLink(anchor)
      writer.raw("<ri:page")
      if let space { writer.attribute("ri:space-key", space) }
      writer.attribute("ri:content-title", title)
      writer.raw("/>")
      closeLink(content)
    case .samePage(let anchor, _):
      openLink(anchor)
      closeLink(content)
    case .footnoteBack(let anchor):
      writer.raw(" ")
      openLink(anchor)
      closeLink(content)
    case .attachment(let fileName, _):
      openLink(nil)
      attachment(fileName)
      closeLink(content)
    case .broken: write(content)
    }
  }

  private mutating func openLink(_ anchor: String?) {
    writer.raw("<ac:link")
    if let anchor { writer.attribute("ac:anchor", anchor) }
    writer.raw(">")
  }

  /// What the link says: text alone travels as CDATA, markup as elements. Emphasis lives inside it,
  /// which is the order of Cloud's own pages.
  private mutating func closeLink(_ content: [ConfluenceInline]) {
    let isPlain = content.allSatisfy {
      if case .text(_, let marks) = $0 { marks.isEmpty } else { false }
    }
    if isPlain {
      let text = content.reduce(into: "") { text, inline in
        if case .text(let part, _) = inline { text += part }
      }
      writer.raw("<ac:plain-text-link-body>")
      cdata(text)
      writer.raw("</ac:plain-text-link-body>")
    } else {
      writer.raw("<ac:link-body>")
      write(content)
      writer.raw("</ac:link-body>")
    }
    writer.raw("</ac:link>")
  }

  /// `MarkupWriter.href` writes an apostrophe as a character reference, which this format avoids.
  private mutating func url(_ url: String) {
    guard url.utf8.contains(UInt8(ascii: "'")) else {
      writer.href(url)
      return
    }
    let parts = url.split(separator: "'", omittingEmptySubsequences: false)
    writer.href(parts.joined(separator: "%27"))
  }

  // MARK: - Images

  mutating func write(_ image: ConfluenceImage, isInline: Bool) {
    writer.raw("<ac:image")
    if isInline { writer.raw(" ac:inline=\"true\"") }
    if !image.description.isEmpty { writer.attribute("ac:alt", image.description) }
    if !image.title.isEmpty, target == .dataCenter { writer.attribute("ac:title", image.title) }
    if let width = image.width { writer.attribute("ac:width", String(width)) }
    if let height = image.height { writer.attribute("ac:height", String(height)) }
    writer.raw(">")
    switch image.source {
    case .attachment(let fileName, _): attachment(fileName)
    case .url(let url):
      writer.raw("<ri:url ri:value=\"")
      self.url(url)
      writer.raw("\"/>")
    case .broken: break
    }
    // Images of Cloud have no title; one that stands alone has a caption.
    if target == .cloud, !image.title.isEmpty, !isInline {
      writer.raw("<ac:caption><p>")
      writer.text(image.title)
      writer.raw("</p></ac:caption>")
    }
    writer.raw("</ac:image>")
  }

  private mutating func attachment(_ fileName: String) {
    writer.raw("<ri:attachment")
    writer.attribute("ri:filename", fileName)
    writer.raw("/>")
  }
}
