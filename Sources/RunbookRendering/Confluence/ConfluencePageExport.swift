import RunbookChecks
import RunbookModel

/// A page's export: one file for each payload, and what the Copy page and the manifest say of it.
struct ConfluencePageExport: Sendable {
  /// A loss, the product that it concerns, and the heading it stands under.
  struct Loss: Sendable {
    let target: ConfluenceTarget
    let loss: LossReport.Loss
    /// Nil above the first heading.
    let heading: String?
  }

  let page: CheckedRunbook
  /// In the order of `PayloadCatalog`.
  let files: [OutputFile]
  let labels: [String]
  let losses: [Loss]

  init(_ page: CheckedRunbook, _ site: Site, _ options: RenderOptions) {
    let configured = ConfluenceExport.configuredTarget(site)
    let folder = ConfluenceExport.folder(of: page.path)
    let trees = Self.trees(page, site, options)
    self.page = page
    files = PayloadCatalog.all.map { payload in
      let target = payload.target(configured: configured)
      let tree = target == .cloud ? trees.cloud : trees.dataCenter
      return OutputFile(path: "\(folder)/\(payload.fileName)", bytes: payload.render(tree))
    }
    labels = trees.cloud.labels
    losses = [trees.cloud, trees.dataCenter].flatMap { tree in
      tree.losses.losses.map {
        Loss(target: tree.target, loss: $0, heading: Self.heading(at: $0.range, page))
      }
    }
  }

  private static func trees(_ page: CheckedRunbook, _ site: Site, _ options: RenderOptions)
    -> (cloud: ConfluenceTree, dataCenter: ConfluenceTree)
  {
    let linked = linkedAnchors(page, site)
    let semantics = ConfluenceSemantics(page: page, config: site.config, linkedAnchors: linked)
    let annotations = semantics.annotations()
    var properties = ConfluenceExport.properties(of: page, site, options)
    properties.contexts = semantics.contexts()
    let resolver = ConfluenceLinks(page: page, site: site).resolver
    func tree(_ target: ConfluenceTarget) -> ConfluenceTree {
      ConfluenceTree(
        page.document, page: properties,
        settings: ConfluenceSettings(
          target: target, resolver: resolver, linkedHeadings: linked, annotations: annotations))
    }
    return (tree(.cloud), tree(.dataCenter))
  }

  /// The headings that links of the same page lead to. Links of other pages do not count: what
  /// another page says must not change this one.
  private static func linkedAnchors(_ page: CheckedRunbook, _ site: Site) -> Set<String> {
    var anchors: Set<String> = []
    for link in page.outline.links {
      if case .samePage(let anchor) = site.index.resolve(link.value.destination, from: page.path) {
        anchors.insert(anchor)
      }
    }
    return anchors
  }

  private static func heading(at range: ByteRange, _ page: CheckedRunbook) -> String? {
    page.outline.sections.last { $0.range.lowerBound <= range.lowerBound }?.text
  }
}
