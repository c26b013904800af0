import RunbookChecks
import RunbookModel

extension TreeBuilder {
  mutating func append(
    _ link: Link, at range: ByteRange, to content: inout [ConfluenceInline]
  ) {
    guard inlineContext != .link else {
      nested(at: range) { $0.append(link.content, to: &content) }
      return
    }
    if !link.title.isEmpty {
      losses.add(range, "the title of a link", "links of Confluence have none")
    }
    let destination = judged(settings.resolver.link(link.destination), link, at: range)
    guard destination != .broken else {
      nested(at: range) { $0.append(link.content, to: &content) }
      return
    }
    let outside = inlineContext
    inlineContext = .link
    defer { inlineContext = outside }
    var words: [ConfluenceInline] = []
    words.reserveCapacity(link.content.count)
    nested(at: range) { $0.append(link.content, to: &words) }
    if words.allSatisfy(\.isBlank) { words = name(of: destination, link, at: range) }
    append(words, linkedTo: destination, to: &content)
  }

  /// What stands for a link that says nothing. Both editors drop such a link, and Cloud's one then
  /// goes over all other links of the page too (`removeDuplicateInvalidLinks`).
  private mutating func name(
    of destination: ConfluenceDestination, _ link: Link, at range: ByteRange
  ) -> [ConfluenceInline] {
    let name =
      switch destination {
      case .page(let title, _, _, _): title
      case .attachment(let fileName, _): fileName
      case .samePage, .footnoteBack, .external, .broken: clean(link.destination, at: range)
      }
    guard !name.isEmpty else { return [] }
    losses.add(
      range, "a link without text", "Confluence would not show it; \"\(name)\" stands there")
    return [.text(name, marks)]
  }

  /// Links end at a line break and start again behind it: ADF's break takes no link, and the editor
  /// would read one out of a break inside an `<a>`.
  private func append(
    _ words: [ConfluenceInline], linkedTo destination: ConfluenceDestination,
    to content: inout [ConfluenceInline]
  ) {
    guard !words.isEmpty else { return }
    var rest = words[...]
    while let index = rest.firstIndex(where: \.isLineBreak) {
      if index > rest.startIndex {
        content.append(.link(destination, Array(rest[..<index])))
      }
      content.append(rest[index])
      rest = rest[(index + 1)...]
      if rest.isEmpty { return }
    }
    content.append(.link(destination, Array(rest)))
  }

  /// The destination, or `.broken` when only the link's text can stay; says what is lost.
  private mutating func judged(
    _ destination: ConfluenceDestination, _ link: Link, at range: ByteRange
  ) -> ConfluenceDestination {
    switch destination {
    case .page(let title, let space, let anchor, let url):
      if anchor != nil {
        losses.add(
          range, "the section that a link to another page leads to",
          target == .cloud
            ? "Confluence Cloud opens such a link at the top of the page (confluencebuilder#1178)"
            : "only headings that their own page links to have an anchor", in: .storage)
      }
      reportWithoutAddress(url, link, at: range)
      return .page(
        title: clean(title, at: range), space: space,
        anchor: anchor.map(ConfluenceAnchor.name(for:)), url: url)
    case .samePage(let anchor, let url):
      if target == .cloud { reportSamePage(url, at: range) }
      return .samePage(anchor: ConfluenceAnchor.name(for: anchor), url: url)
    case .attachment(_, let url):
      reportWithoutAddress(url, link, at: range)
      return destination
    case .external(let url):
      return external(url, at: range)
    case .broken:
      losses.add(
        range, "the link to \"\(link.destination)\"",
        "it leads to nothing in the export; its text stays", deadLink: .broken)
      return .broken
    case .footnoteBack: return destination
    }
  }

  private mutating func external(_ url: String, at range: ByteRange) -> ConfluenceDestination {
    let address = XMLText.legal(url)
    guard URLSafety.isSafe(address) else {
      losses.add(
        range, "the link to \"\(url)\"", "a link of this kind can run code; its text stays")
      return .broken
    }
    if !PasteURL.survives(address), target == .cloud {
      losses.add(
        range, "the link to \"\(url)\"",
        "Confluence Cloud's editor keeps no link of this kind; its text stays", in: .paste)
    }
    return .external(address)
  }

  private mutating func reportWithoutAddress(_ url: String?, _ link: Link, at range: ByteRange) {
    guard url == nil else { return }
    losses.add(
      range, "the link to \"\(link.destination)\"",
      "a pasted page needs an absolute address, and the configuration has no base_url; its text"
        + " stays", in: .paste, deadLink: .withoutAddress)
  }

  /// The editor empties the address of a pasted `#` link (`normalizeUrl` of its schema).
  private mutating func reportSamePage(_ url: String?, at range: ByteRange) {
    if let own = settings.ownAddress, let url, url.hasPrefix(own) { return }
    losses.add(
      range, "a link within the page",
      url == nil
        ? "Confluence Cloud's editor drops it when it is pasted, and the configuration has no"
          + " base_url to lead to the wiki instead; its text stays"
        : "Confluence Cloud's editor drops it when it is pasted; it leads to the section in the"
          + " wiki instead", in: .paste, deadLink: url == nil ? .withoutAddress : nil)
  }

  // MARK: - Images

  /// The image of a paragraph that holds nothing else.
  func loneImage(_ inlines: [Inline]) -> (link: Link, range: ByteRange)? {
    var image: (link: Link, range: ByteRange)?
    for inline in inlines {
      switch inline.kind {
      case .image(let link):
        guard image == nil else { return nil }
        image = (link, inline.range)
      case .element(let element, _) where element.image != nil:
        guard image == nil else { return nil }
        image = element.image.map { ($0, inline.range) }
      case .text, .html, .softBreak, .element:
        guard isInvisible(inline) else { return nil }
      case .code, .hardBreak, .emphasis, .strong, .strikethrough, .link, .footnoteReference:
        return nil
      }
    }
    return image
  }

  /// An image as a block of its own, which is how Cloud stores one; nil when it is broken.
  mutating func blockImage(_ image: (link: Link, range: ByteRange)) -> ConfluenceBlock? {
    let source = source(of: image.link)
    guard source != .broken else { return nil }
    reportWithoutAddress(source, image.link, at: image.range)
    let picture = picture(source, image.link, at: image.range)
    if picture.width == nil, picture.height != nil {
      losses.add(
        image.range, "the height of an image",
        "the editor keeps the width of an image only; it has its own size", in: .paste)
    }
    return .image(picture)
  }

  mutating func append(
    image: Link, at range: ByteRange, to content: inout [ConfluenceInline]
  ) {
    let source = source(of: image)
    guard source != .broken else {
      losses.add(
        range, "the image \"\(image.destination)\"",
        "it is not part of the export; its description stays")
      let words = clean(image.content.plainText, at: range)
      if !words.isEmpty { content.append(.text(words, marks)) }
      return
    }
    if target == .cloud {
      if inlineContext == .link {
        losses.add(
          range, "the image of a link",
          "the editor would take it out of the link; its description stands there", in: .paste)
      } else {
        losses.add(
          range, "an image within a line",
          "the editor would cut the line in two; a link to the image stands there", in: .paste)
        reportWithoutAddress(source, image, at: range)
      }
      if !image.title.isEmpty {
        losses.add(
          range, "the title of an image", "an image of Confluence Cloud within a line has none")
      }
    }
    content.append(.image(picture(source, image, at: range)))
  }

  private mutating func reportWithoutAddress(
    _ source: ConfluenceImage.Source, _ image: Link, at range: ByteRange
  ) {
    guard source.url == nil else { return }
    losses.add(
      range, "the image \"\(image.destination)\"",
      "a pasted page needs an absolute address, and the configuration has no base_url; its"
        + " description stays", in: .paste)
  }

  private mutating func picture(
    _ source: ConfluenceImage.Source, _ image: Link, at range: ByteRange
  ) -> ConfluenceImage {
    let (width, height) = size(of: image, at: range)
    return ConfluenceImage(
      source: source, description: clean(image.content.plainText, at: range),
      title: clean(image.title, at: range), width: width, height: height)
  }

  /// In pixels, as both products count. A width alone keeps the shape.
  private mutating func size(of image: Link, at range: ByteRange) -> (width: Int?, height: Int?) {
    func pixels(_ length: DisplaySize.Length?) -> Int? {
      switch length {
      case .pixels(let pixels): pixels
      case .percent(let share): ConfluenceColumns.Layout.normal.pixels * share / 100
      case nil: nil
      }
    }
    let (width, height) = (pixels(image.size?.width), pixels(image.size?.height))
    guard let height, width == nil, let own = settings.resolver.imageSize(image.destination),
      own.height > 0
    else { return (width, height) }
    return (max(1, own.width * height / own.height), height)
  }

  /// Confluence fetches an image from the web itself, which it does over HTTP only.
  private func source(of image: Link) -> ConfluenceImage.Source {
    let source = settings.resolver.image(image.destination)
    switch source {
    case .attachment, .broken: return source
    case .url(let url): return PasteURL.isWeb(url) ? .url(XMLText.legal(url)) : .broken
    }
  }
}
