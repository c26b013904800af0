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
    let exports = await Parallel.map(pages) { ConfluencePageExport($0, site, options) }
    let files = exports.flatMap(\.files)
    return files + [OutputFile(path: "confluence/manifest.json", bytes: manifest(exports, site))]
  }

  static func configuredTarget(_ site: Site) -> ConfluenceTarget {
    ConfluenceTarget(rawValue: site.config.confluence.target) ?? .cloud
  }

  // MARK: Page properties

  static func title(of page: CheckedRunbook) -> String {
    (page.metadata.confluence.title ?? page.metadata.title).value
  }

  static func properties(
    of page: CheckedRunbook, _ site: Site, _ options: RenderOptions
  ) -> ConfluencePage {
    let metadata = page.metadata
    var properties = ConfluencePage(title: title(of: page))
    properties.labels = labels(of: metadata)
    if site.config.confluence.hasGeneratedLine {
      properties.source = page.sourcePath
      properties.revision = options.revision
    }
    if page.outline.sections.count > 2 { properties.contents = 2...3 }
    properties.listsChildren = page.path.isIndex
    properties.properties = rows(metadata)
    return properties
  }

  private static func rows(_ metadata: RunbookMetadata) -> [ConfluencePage.Row] {
    var rows: [ConfluencePage.Row] = []
    func add(_ key: String, _ text: String?) {
      if let text, !text.isEmpty { rows.append(.init(key, text)) }
    }
    add("Summary", metadata.summary)
    add("Owner", metadata.owner?.value.team)
    add("Contact", metadata.owner?.value.contact)
    rows.append(.init("Lifecycle", .status(status(metadata.lifecycle))))
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
    return rows
  }

  private static func status(_ lifecycle: Lifecycle) -> ConfluenceStatus {
    switch lifecycle {
    case .draft: ConfluenceStatus("DRAFT", .yellow)
    case .active: ConfluenceStatus("ACTIVE", .green)
    case .deprecated: ConfluenceStatus("DEPRECATED", .red)
    }
  }

  private static func labels(of metadata: RunbookMetadata) -> [String] {
    [metadata.kind.rawValue] + metadata.tags + metadata.confluence.labels
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

  private static func manifest(_ exports: [ConfluencePageExport], _ site: Site) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version") { $0.number(1) }
      json.member("target") { $0.string(configuredTarget(site).rawValue) }
      json.member("pages") { json in
        json.array(exports) { json, export in entry(export, site, &json) }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func entry(
    _ export: ConfluencePageExport, _ site: Site, _ json: inout JSONWriter
  ) {
    let space = export.page.metadata.confluence.space ?? site.config.confluence.space
    json.object { json in
      json.member("title") { $0.string(title(of: export.page)) }
      json.member("parent") { $0.string(parent(of: export.page, site)) }
      json.member("space") { $0.string(space) }
      json.member("labels") { $0.array(export.labels) { $0.string($1) } }
      json.member("source") { $0.string(export.page.sourcePath) }
      json.member("files") { json in
        json.array(export.files) { json, file in
          json.object { json in
            json.member("path") { $0.string(file.path) }
            json.member("sha256") { $0.string(SHA256.hex(file.bytes)) }
          }
        }
      }
      json.member("losses") { json in
        json.array(export.losses) { json, loss in
          json.object { json in
            json.member("target") { $0.string(loss.target.rawValue) }
            json.member("payloads") { $0.string(loss.loss.scope.rawValue) }
            json.member("under") { $0.string(loss.heading) }
            json.member("what") { $0.string(loss.loss.what) }
            json.member("why") { $0.string(loss.loss.why) }
          }
        }
      }
    }
  }
}
