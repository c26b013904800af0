import RunbookChecks
import RunbookModel

/// The Confluence export: storage format of every page, and the manifest.
enum ConfluenceExport {
  static let format = OutputFormat(
    name: "confluence", isEnabled: { $0.config.confluence.isEnabled }, render: render)

  /// Where a page's export lies: `confluence/bottlerocket/index/storage.xml`.
  static func folder(of page: CheckedRunbook) -> String {
    let path = page.path.htmlPath
    return "confluence/" + path.dropLast(".html".count)
  }

  private static func render(_ site: Site, _: TemplateSet, _ options: RenderOptions) async
    -> [OutputFile]
  {
    let pages = site.readingOrder.compactMap { site.page($0) }
    let exports = await Parallel.map(pages) { export($0, site, options) }
    let files = exports.map { OutputFile(path: $0.path, bytes: $0.output.bytes) }
    return files + [OutputFile(path: "confluence/manifest.json", bytes: manifest(exports, site))]
  }

  private struct Export: Sendable {
    let page: CheckedRunbook
    let path: String
    let output: StorageOutput
  }

  private static func export(_ page: CheckedRunbook, _ site: Site, _ options: RenderOptions)
    -> Export
  {
    let target = ConfluenceTarget(rawValue: site.config.confluence.target) ?? .cloud
    let storage = ConfluenceStorage(
      target: target,
      resolver: StorageResolver(
        link: { link($0, page, site) }, image: { image($0, page, site) }))
    let output = storage.render(
      page.document, page: properties(of: page, site, options),
      linkedHeadings: site.linkedAnchors[page.path] ?? [])
    return Export(page: page, path: folder(of: page) + "/storage.xml", output: output)
  }

  // MARK: Page properties

  static func title(of page: CheckedRunbook) -> String {
    (page.metadata.confluence.title ?? page.metadata.title).value
  }

  private static func properties(
    of page: CheckedRunbook, _ site: Site, _ options: RenderOptions
  ) -> StoragePage {
    let metadata = page.metadata
    var storage = StoragePage(title: title(of: page))
    storage.labels = labels(of: metadata)
    if site.config.confluence.hasGeneratedLine {
      storage.source = page.sourcePath
      storage.revision = options.revision
    }
    if page.outline.sections.count > 2 { storage.contents = 2...3 }
    func add(_ key: String, _ text: String?) {
      if let text, !text.isEmpty { storage.properties.append(.init(key, text)) }
    }
    add("Summary", metadata.summary)
    add("Owner", metadata.owner?.value.team)
    add("Contact", metadata.owner?.value.contact)
    storage.properties.append(.init("Lifecycle", .status(status(metadata.lifecycle))))
    add("Severity", metadata.severity)
    add("Reviewed", metadata.reviewed?.value.description)
    add("Review due", metadata.due?.description)
    add(
      "Applies to",
      metadata.appliesTo.map { [$0.product, $0.versions].compactMap { $0 }.joined(separator: " ") }
        .joined(separator: ", "))
    add("Environments", metadata.environments.joined(separator: ", "))
    add("Permissions", metadata.permissions.joined(separator: ", "))
    add("Prerequisites", metadata.prerequisites.joined(separator: "; "))
    add("Alerts", metadata.alerts.joined(separator: ", "))
    add(
      "Escalation",
      metadata.escalation.map { "after \($0.after.text): \($0.to)" }.joined(separator: "; "))
    return storage
  }

  private static func status(_ lifecycle: Lifecycle) -> StorageStatus {
    switch lifecycle {
    case .draft: StorageStatus("DRAFT", .yellow)
    case .active: StorageStatus("ACTIVE", .green)
    case .deprecated: StorageStatus("DEPRECATED", .red)
    }
  }

  private static func labels(of metadata: RunbookMetadata) -> [String] {
    [metadata.kind.rawValue] + metadata.tags + metadata.confluence.labels
  }

  // MARK: Links

  private static func link(_ destination: String, _ page: CheckedRunbook, _ site: Site)
    -> StorageLink
  {
    switch site.index.resolve(destination, from: page.path) {
    case .external: return .external(destination)
    case .samePage(let anchor): return .samePage(anchor: anchor)
    case .page(let path, let anchor):
      guard let target = site.page(path) else { return .broken }
      let space = target.metadata.confluence.space ?? site.config.confluence.space
      let own = page.metadata.confluence.space ?? site.config.confluence.space
      return .page(
        title: title(of: target), space: space == own ? nil : space, anchor: anchor)
    case .asset(let path): return .attachment(fileName: attachmentName(path))
    case .missing, .outside: return .broken
    }
  }

  private static func image(_ destination: String, _ page: CheckedRunbook, _ site: Site)
    -> StorageImage
  {
    switch site.index.resolve(destination, from: page.path) {
    case .external: .url(destination)
    case .asset(let path): .attachment(fileName: attachmentName(path))
    case .samePage, .page, .missing, .outside: .broken
    }
  }

  /// Attachments have no folders.
  private static func attachmentName(_ path: PagePath) -> String {
    path.text.split(separator: "/").joined(separator: "_")
  }

  // MARK: Manifest

  /// The page's own parent, or the index of its section, or the configured root.
  private static func parent(of page: CheckedRunbook, _ site: Site) -> String? {
    if let parent = page.metadata.confluence.parent { return parent }
    var folder = page.path.folder
    if page.path.isIndex {
      guard !folder.isEmpty else { return site.config.confluence.parent }
      folder = PagePath(folder).folder
    }
    while true {
      if let index = site.section(folder)?.index, let owner = site.page(index) {
        return title(of: owner)
      }
      guard !folder.isEmpty else { return site.config.confluence.parent }
      folder = PagePath(folder).folder
    }
  }

  private static func manifest(_ exports: [Export], _ site: Site) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version") { $0.number(1) }
      json.member("target") { $0.string(site.config.confluence.target) }
      json.member("pages") { json in
        json.array(exports) { json, export in
          entry(export, site, &json)
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func entry(_ export: Export, _ site: Site, _ json: inout JSONWriter) {
    let space = export.page.metadata.confluence.space ?? site.config.confluence.space
    json.object { json in
      json.member("title") { $0.string(title(of: export.page)) }
      json.member("parent") { $0.string(parent(of: export.page, site)) }
      json.member("space") { $0.string(space) }
      json.member("labels") { $0.array(export.output.labels) { $0.string($1) } }
      json.member("source") { $0.string(export.page.sourcePath) }
      json.member("storage") { $0.string(export.path) }
      json.member("sha256") { $0.string(SHA256.hex(export.output.bytes)) }
      json.member("losses") { json in
        json.array(export.output.losses.losses) { json, loss in
          json.object { json in
            json.member("what") { $0.string(loss.what) }
            json.member("why") { $0.string(loss.why) }
          }
        }
      }
    }
  }
}
