import RunbookModel

extension StorageRenderer {
  mutating func render(_ link: Link, at range: ByteRange) {
    guard inlineContext != .link else {
      nested(at: range) { $0.renderLinkText(link.content, keeping: $0.inlineContext) }
      return
    }
    reportTitle(of: link, at: range)
    switch settings.resolver.link(link.destination) {
    case .page(let title, let space, let anchor):
      reportLostFragment(anchor, at: range)
      confluenceLink(link, anchor: anchor, at: range) { renderer in
        renderer.writer.raw("<ri:page")
        if let space { renderer.attribute("ri:space-key", space) }
        renderer.attribute("ri:content-title", title)
        renderer.writer.raw("/>")
      }
    case .samePage(let anchor):
      confluenceLink(link, anchor: anchor, at: range) { _ in }
    case .attachment(let fileName):
      confluenceLink(link, anchor: nil, at: range) { $0.attachment(fileName) }
    case .external(let url): external(url, link, at: range)
    case .broken:
      losses.add(
        range, "the link to \"\(link.destination)\"",
        "it leads to nothing in the export; its text stays")
      linkText(link, at: range)
    }
  }

  /// `ac:link`: where to, then what it says. Text alone travels as CDATA, markup as elements.
  private mutating func confluenceLink(
    _ link: Link, anchor: String?, at range: ByteRange, to resource: (inout StorageRenderer) -> Void
  ) {
    closeMarks(downTo: 0)
    writer.raw("<ac:link")
    if let anchor { attribute("ac:anchor", ConfluenceAnchor.name(for: anchor)) }
    writer.raw(">")
    resource(&self)
    if marks.isEmpty, let text = Self.plainLinkText(link.content) {
      writer.raw("<ac:plain-text-link-body>")
      cdata(XMLText.onOneLine(text), at: range)
      writer.raw("</ac:plain-text-link-body>")
    } else {
      writer.raw("<ac:link-body>")
      linkText(link, at: range)
      writer.raw("</ac:link-body>")
    }
    writer.raw("</ac:link>")
  }

  private mutating func external(_ url: String, _ link: Link, at range: ByteRange) {
    guard URLSafety.isSafe(url) else {
      losses.add(
        range, "the link to \"\(url)\"", "a link of this kind can run code; its text stays")
      linkText(link, at: range)
      return
    }
    closeMarks(downTo: 0)
    openAnchorElement(url)
    linkText(link, at: range)
    writer.raw("</a>")
  }

  mutating func openAnchorElement(_ url: String) {
    writer.raw("<a href=\"")
    self.url(url)
    writer.raw("\">")
  }

  /// `MarkupWriter.href` writes an apostrophe as a character reference, which this format avoids.
  mutating func url(_ url: String) {
    let legal = XMLText.legal(url)
    let parts = legal.split(separator: "'", omittingEmptySubsequences: false)
    writer.href(parts.joined(separator: "%27"))
  }

  /// The words of a link. Emphasis lives inside it, which is the order of Cloud's own pages.
  private mutating func linkText(_ link: Link, at range: ByteRange) {
    let outside = inlineContext
    let open = openMarks.count
    nested(at: range) { $0.renderLinkText(link.content, keeping: outside) }
    closeMarks(downTo: min(open, openMarks.count))
    inlineContext = outside
  }

  private mutating func renderLinkText(_ content: [Inline], keeping context: InlineContext) {
    inlineContext = .link
    renderInlineContent(content)
    inlineContext = context
  }

  private static func plainLinkText(_ content: [Inline]) -> String? {
    var text = ""
    for inline in content {
      switch inline.kind {
      case .text(let string): text += string
      case .softBreak: text += " "
      case .hardBreak, .code, .html, .emphasis, .strong, .strikethrough, .link, .image,
        .footnoteReference:
        return nil
      }
    }
    return text
  }

  private mutating func reportTitle(of link: Link, at range: ByteRange) {
    guard !link.title.isEmpty else { return }
    losses.add(range, "the title of a link", "links of Confluence have none")
  }

  private mutating func reportLostFragment(_ anchor: String?, at range: ByteRange) {
    guard target == .cloud, anchor != nil else { return }
    losses.add(
      range, "the section that a link to another page leads to",
      "Confluence Cloud opens such a link at the top of the page (confluencebuilder#1178)")
  }

  // MARK: - Images

  /// The image of a paragraph that holds nothing else.
  func loneImage(_ inlines: [Inline]) -> (link: Link, range: ByteRange)? {
    let visible = inlines.filter { !isInvisible([$0]) }
    guard visible.count == 1, let only = visible.first, case .image(let link) = only.kind else {
      return nil
    }
    return (link, only.range)
  }

  /// An image as a block of its own, which is how Cloud stores one; false when it is broken.
  mutating func blockImage(_ image: Link, at range: ByteRange) -> Bool {
    guard let source = source(of: image) else { return false }
    element(source, image, isInline: false, at: range)
    return true
  }

  mutating func inlineImage(_ image: Link, at range: ByteRange) {
    guard let source = source(of: image) else {
      losses.add(
        range, "the image \"\(image.destination)\"",
        "it is not part of the export; its description stays")
      openMarksForText()
      text(image.content.plainText, at: range)
      return
    }
    closeMarks(downTo: 0)
    element(source, image, isInline: target == .cloud, at: range)
  }

  /// Confluence fetches an image from the web itself, which it does over HTTP only.
  private func source(of image: Link) -> StorageImage? {
    let source = settings.resolver.image(image.destination)
    switch source {
    case .attachment: return source
    case .url(let url):
      let scheme = url.prefix { $0 != ":" }.lowercased()
      return scheme == "http" || scheme == "https" ? source : nil
    case .broken: return nil
    }
  }

  private mutating func element(
    _ source: StorageImage, _ image: Link, isInline: Bool, at range: ByteRange
  ) {
    writer.raw("<ac:image")
    if isInline { writer.raw(" ac:inline=\"true\"") }
    let description = image.content.plainText
    if !description.isEmpty { attribute("ac:alt", description) }
    if !image.title.isEmpty, target == .dataCenter { attribute("ac:title", image.title) }
    writer.raw(">")
    switch source {
    case .attachment(let fileName): attachment(fileName)
    case .url(let url):
      writer.raw("<ri:url ri:value=\"")
      self.url(url)
      writer.raw("\"/>")
    case .broken: break
    }
    caption(of: image, isInline: isInline, at: range)
    writer.raw("</ac:image>")
  }

  /// Images of Cloud have no title; one that stands alone has a caption.
  private mutating func caption(of image: Link, isInline: Bool, at range: ByteRange) {
    guard target == .cloud, !image.title.isEmpty else { return }
    guard !isInline else {
      losses.add(
        range, "the title of an image", "an image of Confluence Cloud within a line has none")
      return
    }
    writer.raw("<ac:caption><p>")
    text(image.title, at: range)
    writer.raw("</p></ac:caption>")
  }

  /// Attachments of a page are a flat list, so folders become part of the name.
  private mutating func attachment(_ fileName: String) {
    let name = fileName.split(separator: "/", omittingEmptySubsequences: false)
      .joined(separator: "_")
    writer.raw("<ri:attachment")
    attribute("ri:filename", name)
    writer.raw("/>")
  }
}
