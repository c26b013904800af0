import RunbookChecks
import RunbookModel

/// The Confluence export: every payload of every page, and the manifest.
struct ConfluenceExport: FormatRenderer {
  static let format = OutputFormat(
    name: "confluence", isEnabled: { $0.config.confluence.isEnabled },
    renderer: { site, _, options in ConfluenceExport(site: site, options: options) })

  let site: Site
  let options: RenderOptions

  /// Where a page's export lies: `confluence/bottlerocket/index`.
  static func folder(of page: PagePath) -> String {
    "confluence/" + page.htmlPath.dropLast(".html".count)
  }

  /// What the manifest says of a page's body.
  private struct Note: Sendable {
    /// The path and the SHA-256 of each file.
    let files: [(path: String, sha256: String)]
    let labels: [String]
    let losses: [ConfluencePageExport.Loss]
  }

  func render(_ page: CheckedRunbook) -> PageOutput {
    let export = ConfluencePageExport(page, site, options)
    return PageOutput(
      export.files,
      note: Note(
        files: export.files.map { ($0.path, SHA256.hex($0.bytes)) }, labels: export.labels,
        losses: export.losses))
  }

  static func configuredTarget(_ site: Site) -> ConfluenceTarget {
    ConfluenceTarget(rawValue: site.config.confluence.target) ?? .cloud
  }

  // MARK: Page properties

  static func properties(
    of page: CheckedRunbook, _ site: Site, _ options: RenderOptions
  ) -> ConfluencePage {
    let metadata = page.metadata
    var properties = ConfluencePage(
      title: (metadata.confluence.title ?? metadata.title).value)
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
  private static func parent(of page: PageSummary, _ site: Site) -> String? {
    if let parent = page.metadata.confluence.parent { return parent }
    var folder = page.path.folder
    if page.path.isIndex {
      guard !folder.isEmpty else { return site.config.confluence.parent }
      folder = PagePath(folder).folder
    }
    while true {
      if let index = site.section(folder)?.index, let owner = site.page(index) {
        return owner.confluenceTitle.value
      }
      guard !folder.isEmpty else { return site.config.confluence.parent }
      folder = PagePath(folder).folder
    }
  }

  func finish(_ notes: [(any Sendable)?]) -> [OutputFile] {
    var json = JSONWriter()
    json.object { json in
      json.member("version") { $0.number(1) }
      json.member("target") { $0.string(Self.configuredTarget(site).rawValue) }
      json.member("pages") { json in
        json.array(site.readingOrder) { json, path in
          guard let position = site.index.position(of: path), let note = notes[position] as? Note
          else { return }
          entry(site.pages[position], note, &json)
        }
      }
    }
    return [
      OutputFile(path: "confluence/manifest.json", bytes: json.bytes + [UInt8(ascii: "\n")])
    ]
  }

  private func entry(_ page: PageSummary, _ note: Note, _ json: inout JSONWriter) {
    let space = page.metadata.confluence.space ?? site.config.confluence.space
    json.object { json in
      json.member("title") { $0.string(page.confluenceTitle.value) }
      json.member("parent") { $0.string(Self.parent(of: page, site)) }
      json.member("space") { $0.string(space) }
      json.member("labels") { $0.array(note.labels) { $0.string($1) } }
      json.member("source") { $0.string(page.sourcePath) }
      json.member("files") { json in
        json.array(note.files) { json, file in
          json.object { json in
            json.member("path") { $0.string(file.path) }
            json.member("sha256") { $0.string(file.sha256) }
          }
        }
      }
      json.member("losses") { json in
        json.array(note.losses) { json, loss in
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
