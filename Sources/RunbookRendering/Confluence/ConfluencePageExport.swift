import RunbookChecks
import RunbookModel

/// A page's export: one file for each payload and the script that the Copy buttons load.
struct ConfluencePageExport: Sendable {
  let files: [OutputFile]
  let note: ConfluenceNote

  init(_ page: CheckedRunbook, _ site: Site, _ options: RenderOptions) {
    let configured = ConfluenceExport.configuredTarget(site)
    let folder = ConfluenceExport.folder(of: page.path)
    let links = ConfluenceLinks(page, site, options)
    let trees = Self.trees(page, links, site, options)
    let payloads = PayloadCatalog.all.map { payload in
      let target = payload.target(configured: configured)
      let tree = target == .cloud ? trees.cloud : trees.dataCenter
      return OutputFile(path: "\(folder)/\(payload.fileName)", bytes: payload.render(tree))
    }
    var entry = ConfluenceManifest.Page(page, links, in: site, options)
    let parent = ConfluenceParent(of: page, in: site)
    entry.parent = parent?.parent
    entry.labels = trees.cloud.labels
    entry.payloads = payloads.map {
      .init($0, hasGeneratedLine: site.config.confluence.hasGeneratedLine)
    }
    entry.losses = [trees.cloud, trees.dataCenter].flatMap { Self.losses($0, page) }
    let script = OutputFile(
      path: ConfluenceExport.scriptPath(of: page.path), bytes: PayloadScript.bytes(payloads))
    files = payloads + [script]
    let copy = CopyEntry(
      page: entry, parentTitle: parent?.title, htmlPath: page.path.htmlPath,
      payloadPath: script.path, target: configured, address: CopyAddress(entry, in: site),
      words: site.words)
    note = ConfluenceNote(
      title: entry.title, withoutAddress: trees.cloud.losses.count(.withoutAddress),
      broken: trees.cloud.losses.count(.broken), wikiLinks: links.wikiLinks,
      blockedImages: links.blockedImages,
      manifestEntry: entry.json,
      copyEntry: copy.markup(), entry: options.confluenceWork == nil ? nil : copy)
  }

  private static func trees(
    _ page: CheckedRunbook, _ links: ConfluenceLinks, _ site: Site, _ options: RenderOptions
  ) -> (cloud: ConfluenceTree, dataCenter: ConfluenceTree) {
    let semantics = ConfluenceSemantics(
      page: page, config: site.config, linkedAnchors: links.linkedAnchors)
    let annotations = semantics.annotations()
    var properties = ConfluenceExport.properties(of: page, site, options)
    properties.contexts = semantics.contexts()
    var settings = ConfluenceSettings(
      target: .cloud, resolver: links.resolver, linkedHeadings: links.linkedAnchors,
      annotations: annotations)
    settings.ownAddress = links.own
    let trees = ConfluenceTree.trees(
      page.content, page: properties, settings: settings, for: [.cloud, .dataCenter])
    return (trees[0], trees[1])
  }

  private static func losses(_ tree: ConfluenceTree, _ page: CheckedRunbook)
    -> [ConfluenceManifest.Loss]
  {
    tree.losses.losses.map { loss in
      ConfluenceManifest.Loss(
        target: tree.target.rawValue, payloads: loss.scope.rawValue,
        under: heading(at: loss.range, page), what: loss.what, why: loss.why)
    }
  }

  /// Nil above the first heading.
  private static func heading(at range: ByteRange, _ page: CheckedRunbook) -> String? {
    page.outline.sections.last { $0.range.lowerBound <= range.lowerBound }?.text
  }
}

/// What is kept of a page's export until all are made: entries that are written already.
struct ConfluenceNote: Sendable {
  let title: String
  /// How many links lead nowhere in what is pasted, as the wiki has no address, and as nothing is there.
  let withoutAddress: Int
  let broken: Int
  /// How many links to other pages lead to the wiki.
  let wikiLinks: Int
  /// How many images browsers do not show in what is pasted.
  let blockedImages: Int
  let manifestEntry: [UInt8]
  let copyEntry: CopyMarkup
  /// What the entry was written from, if it may have to be written once more.
  let entry: CopyEntry?
}

/// The entry is not among it: a build that needs entries renders every page.
extension ConfluenceNote: Recorded {
  func write(to record: inout RecordWriter) {
    record.text(title)
    for count in [withoutAddress, broken, wikiLinks, blockedImages] { record.put(count) }
    record.blob(manifestEntry)
    record.blob(copyEntry.head)
    record.put(copyEntry.losses)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(
      title: try record.text(), withoutAddress: try record.take(), broken: try record.take(),
      wikiLinks: try record.take(), blockedImages: try record.take(),
      manifestEntry: try record.blob(),
      copyEntry: CopyMarkup(head: try record.blob(), losses: try record.take()), entry: nil)
  }
}
