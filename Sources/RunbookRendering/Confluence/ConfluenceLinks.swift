import RunbookChecks
import RunbookModel

/// What destinations in a page's Markdown mean in Confluence. Each is looked up once, however many
/// trees ask for it.
struct ConfluenceLinks: Sendable {
  private let page: CheckedRunbook
  private let site: Site
  /// Where the wiki is; nil when the configuration does not say, or its address is none of the web.
  private let base: String?
  /// The files to upload beside the page.
  let attachments: AttachmentNames
  private var links: [String: ConfluenceDestination] = [:]
  private var images: [String: ConfluenceImage.Source] = [:]
  /// The headings that links of the page itself lead to. Links of other pages do not count: what
  /// another page says must not change this one.
  private(set) var linkedAnchors: Set<String> = []

  init(_ page: CheckedRunbook, _ site: Site) {
    self.page = page
    self.site = site
    base = site.config.absoluteBase.flatMap { PasteURL.isWeb($0) ? $0 : nil }
    // Raw HTML that is let through has links and images of its own.
    let outline = page.outline.html.isEmpty ? page.outline : PageOutline(page.content)
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
    for entry in outline.images where images[entry.value.destination] == nil {
      images[entry.value.destination] = image(entry.value.destination)
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
      return .samePage(anchor: anchor, url: address(of: page.path.htmlPath, anchor))
    case .page(let path, let anchor):
      guard let target = site.page(path) else { return .broken }
      let space = target.metadata.confluence.space ?? site.config.confluence.space
      let own = page.metadata.confluence.space ?? site.config.confluence.space
      return .page(
        title: target.confluenceTitle.value, space: space == own ? nil : space,
        anchor: anchor, url: address(of: path.htmlPath, anchor))
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

  /// Where the wiki publishes a file.
  private func address(of path: String, _ anchor: String?) -> String? {
    guard let base else { return nil }
    let url = base + RelativeURL.from("index.html", to: path)
    return anchor.map { "\(url)#\($0)" } ?? url
  }
}
