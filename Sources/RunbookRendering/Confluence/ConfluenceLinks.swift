import RunbookChecks
import RunbookModel

/// What destinations in a page's Markdown mean in Confluence. Each is looked up once, however many
/// trees ask for it.
struct ConfluenceLinks: Sendable {
  private let page: CheckedRunbook
  private let site: Site
  /// Where the wiki is; nil when the configuration does not say, or its address is none of the web.
  private let base: String?
  private let anchors: @Sendable (PagePath) -> HeadingAnchors?
  /// The address of the page itself in Confluence; nil where that is not known.
  let own: String?
  /// How many links to other pages have to lead to the wiki.
  private(set) var wikiLinks = 0
  /// How many images of the page come over http into a Confluence that is read over https.
  private(set) var blockedImages = 0
  /// The files to upload beside the page.
  let attachments: AttachmentNames
  private var links: [String: ConfluenceDestination] = [:]
  private var images: [String: ConfluenceImage.Source] = [:]
  /// The headings that links of the page itself lead to. Links of other pages do not count: what
  /// another page says must not change this one.
  private(set) var linkedAnchors: Set<String> = []

  init(_ page: CheckedRunbook, _ site: Site, _ options: RenderOptions) {
    self.page = page
    self.site = site
    let headings = HeadingAnchors(
      page.document, page.outline,
      title: (page.metadata.confluence.title ?? page.metadata.title).value)
    anchors = { $0 == page.path ? headings : options.headingAnchors($0) }
    own = site.page(page.path).flatMap { ConfluencePlace(of: $0, in: site)?.view }
    base = site.config.absoluteBase.flatMap { PasteURL.isWeb($0) ? $0 : nil }
    let outline = page.shownOutline
    attachments = AttachmentNames(
      (outline.links + outline.images).compactMap { entry in
        let target = site.index.resolve(entry.value.destination, from: page.path)
        return if case .asset(let path) = target { path } else { nil }
      })
    for entry in outline.links where links[entry.value.destination] == nil {
      let destination = link(entry.value.destination)
      links[entry.value.destination] = destination
      if case .samePage(let anchor, _) = destination { linkedAnchors.insert(anchor) }
    }
    if base != nil {
      wikiLinks = outline.links.count { isOutside($0.value.destination) }
    }
    for entry in outline.images where images[entry.value.destination] == nil {
      images[entry.value.destination] = image(entry.value.destination)
    }
    if site.config.confluence.isSecure {
      blockedImages = outline.images.count {
        images[$0.value.destination]?.url?.hasPrefix("http://") ?? false
      }
    }
  }

  var resolver: ConfluenceResolver {
    let (links, images, page, site) = (links, images, page, site)
    return ConfluenceResolver(
      link: { links[$0] ?? .broken }, image: { images[$0] ?? .broken },
      imageSize: { destination in
        guard case .asset(let path) = site.index.resolve(destination, from: page.path) else {
          return nil
        }
        return site.imageSizes[path.text]
      })
  }

  private func link(_ destination: String) -> ConfluenceDestination {
    switch site.index.resolve(destination, from: page.path) {
    case .external: return .external(destination)
    case .samePage(let anchor):
      return .samePage(
        anchor: anchor,
        url: confluenceAddress(of: page.path, anchor)
          ?? address(of: page.path.htmlPath, anchor))
    case .page(let path, let anchor):
      guard let target = site.page(path) else { return .broken }
      let space = target.metadata.confluence.space ?? site.config.confluence.space
      let own = page.metadata.confluence.space ?? site.config.confluence.space
      return .page(
        title: target.confluenceTitle.value, space: space == own ? nil : space,
        anchor: anchor,
        url: confluenceAddress(of: path, anchor) ?? address(of: path.htmlPath, anchor))
    case .asset(let path):
      return .attachment(fileName: attachments[path], url: address(of: path.text, nil))
    case .folder(let path):
      return address(of: path.folderHTMLPath, nil).map { .external($0) } ?? .broken
    case .missing, .outside: return .broken
    }
  }

  private func image(_ destination: String) -> ConfluenceImage.Source {
    switch site.index.resolve(destination, from: page.path) {
    case .external: .url(destination)
    case .asset(let path):
      .attachment(fileName: attachments[path], url: address(of: path.text, nil))
    case .samePage, .page, .folder, .missing, .outside: .broken
    }
  }

  /// Whether it names a page of which nobody knows where it is in Confluence.
  private func isOutside(_ destination: String) -> Bool {
    guard case .page = links[destination],
      case .page(let path, _) = site.index.resolve(destination, from: page.path)
    else { return false }
    return confluenceAddress(of: path, nil) == nil
  }

  /// Where a page, and the heading that stands for an anchor of it, is in Confluence; nil where
  /// nobody knows.
  private func confluenceAddress(of path: PagePath, _ anchor: String?) -> String? {
    guard let page = site.page(path), let place = ConfluencePlace(of: page, in: site) else {
      return nil
    }
    let heading = anchor.flatMap { anchor in
      anchors(path)?.fragment(
        anchor, title: page.confluenceTitle.value, place.site.target)
    }
    return heading.map { "\(place.view)#\($0)" } ?? place.view
  }

  /// Where the wiki publishes a file.
  private func address(of path: String, _ anchor: String?) -> String? {
    guard let base else { return nil }
    let url = base + RelativeURL.from("index.html", to: path)
    return anchor.map { "\(url)#\($0)" } ?? url
  }
}
