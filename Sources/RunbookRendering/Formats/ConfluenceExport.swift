package import RunbookChecks
package import RunbookModel

/// The Confluence export: the payloads of every page, the Copy pages and the manifest.
package struct ConfluenceExport: FormatRenderer {
  package static let format = OutputFormat(
    name: "confluence", isEnabled: { $0.config.confluence.isEnabled },
    renderer: { site, templates, options in
      ConfluenceExport(site: site, templates: templates, options: options)
    },
    names: ["confluence"],
    pagePaths: { page in
      PayloadCatalog.all.map { "\(folder(of: page))/\($0.fileName)" } + [scriptPath(of: page)]
    })

  package static let manifestPath = "confluence/manifest.json"

  let site: Site
  let templates: TemplateSet
  let options: RenderOptions

  /// Where a page's export lies: `confluence/bottlerocket/index`.
  static func folder(of page: PagePath) -> String {
    "confluence/" + page.htmlPath.dropLast(".html".count)
  }

  /// The script that the page's Copy buttons load.
  static func scriptPath(of page: PagePath) -> String { folder(of: page) + "/payload.js" }

  /// Each byte of a payload is in its record, as a hash.
  package var mayFinishAlike: Bool { false }

  package func render(_ page: CheckedRunbook) -> PageOutput {
    let export = ConfluencePageExport(page, site, options)
    var output = PageOutput(export.files, note: export.note)
    output.record.put(export.note)
    return output
  }

  package func recall(
    _ record: inout RecordReader, of _: PagePath
  ) throws(RecordDamage) -> (any Sendable)? {
    try record.take(ConfluenceNote.self)
  }

  package func finish(_ notes: [(any Sendable)?], to receive: (OutputFile) -> Void) {
    let notes = site.readingOrder.compactMap { path in
      site.index.position(of: path).flatMap { notes[$0] as? ConfluenceNote }
    }
    let manifest = ConfluenceManifest.json(
      target: Self.configuredTarget(site).rawValue, entries: notes.map(\.manifestEntry))
    let entries = notes.map { CopyPages.Entry(title: $0.title, markup: $0.copyEntry) }
    let toDo = options.confluenceWork.map { make in
      ToDoPages(
        make(
          ConfluenceManifest(
            target: Self.configuredTarget(site).rawValue, pages: notes.compactMap { $0.entry?.page }
          )),
        notes.compactMap(\.entry), in: site)
    }
    if let toDo { receive(toDo.script) }
    receive(
      OutputFile(
        path: CopyPages.bookPath,
        bytes: PayloadScript.bytes([("book", Array(site.config.confluence.pages.text.utf8))])))
    let navigation = Navigation.html(site, templates, at: CopyEntry.folder)
    for page in CopyPages.all(entries, toDo: toDo?.link) + (toDo?.pages ?? []) {
      let values = CopyPageValues.values(page, site, templates, options, navigation)
      receive(OutputFile(path: page.path, bytes: templates.render("confluence", values)))
    }
    receive(OutputFile(path: Self.manifestPath, bytes: manifest))
  }

  package func remark(on notes: [(any Sendable)?]) -> String? {
    let notes = notes.compactMap { $0 as? ConfluenceNote }
    func counted(
      _ count: Int, _ one: String, _ more: String, of thing: String = "link"
    ) -> String? {
      count == 0 ? nil : count == 1 ? "1 \(thing) \(one)" : "\(count) \(thing)s \(more)"
    }
    let words = [
      counted(
        notes.reduce(0) { $0 + $1.withoutAddress },
        "is lost in what is pasted, as the wiki has no base_url",
        "are lost in what is pasted, as the wiki has no base_url"),
      counted(
        notes.reduce(0) { $0 + $1.broken }, "leads to nothing in the export",
        "lead to nothing in the export"),
      // A site that has nothing to do with Confluence wants its links to lead to the wiki.
      site.config.confluence.isWanted
        ? counted(
          notes.reduce(0) { $0 + $1.wikiLinks },
          "to another page leads to the wiki \(Self.wayOut(site))",
          "to other pages lead to the wiki \(Self.wayOut(site))") : nil,
      // Mixed content: a browser loads nothing over http into a page that came over https.
      counted(
        notes.reduce(0) { $0 + $1.blockedImages },
        "is not shown in what is pasted, as its address begins with http: and not https:",
        "are not shown in what is pasted, as their addresses begin with http: and not https:",
        of: "image"),
    ].compactMap(\.self)
    return words.isEmpty
      ? nil : "Confluence: " + words.joined(separator: "; ") + " (see confluence/index.html)"
  }

  /// What makes links between pages lead to Confluence.
  private static func wayOut(_ site: Site) -> String {
    site.config.confluence.site == nil && !site.config.confluence.pages.isEmpty
      ? "until 'confluence: {url: …}' says where Confluence is"
      : "until \(AddressBook.fileName) says where those pages are in Confluence"
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
    properties.properties = rows(metadata, site)
    return properties
  }

  private static func rows(_ metadata: RunbookMetadata, _ site: Site) -> [ConfluencePage.Row] {
    var rows: [ConfluencePage.Row] = []
    func add(_ key: String, _ text: String?) {
      if let text, !text.isEmpty { rows.append(.init(key, text)) }
    }
    func contact(_ key: String, _ pieces: [ContactText.Piece]) {
      if !pieces.isEmpty { rows.append(.init(key, .contact(pieces))) }
    }
    add("Summary", metadata.summary)
    add("Owner", metadata.owner?.value.team)
    contact("Contact", ContactText.pieces(of: metadata.owner?.value.contact?.value ?? ""))
    rows.append(.init("Lifecycle", .status(StatusWord.status(metadata.lifecycle.rawValue))))
    if let severity = metadata.severity, !severity.isEmpty {
      rows.append(.init("Severity", .status(StatusWord.status(severity))))
    }
    add("Reviewed", metadata.reviewed?.value.description)
    add("Review due", metadata.due?.description)
    add(
      "Applies to",
      metadata.appliesTo.map {
        [$0.product, $0.versions?.value].compactMap { $0 }.joined(separator: " ")
      }
      .joined(separator: ", "))
    add("Environments", metadata.environments.joined(separator: ", "))
    add("Permissions", metadata.permissions.joined(separator: ", "))
    add("Prerequisites", metadata.prerequisites.joined(separator: "; "))
    contact("Alerts", alerts(metadata, site))
    contact("Escalation", escalation(metadata))
    return rows
  }

  /// The names lead to their indexes, where the wiki has an address.
  private static func alerts(_ metadata: RunbookMetadata, _ site: Site) -> [ContactText.Piece] {
    guard let base = site.config.absoluteBase else {
      return metadata.alerts.isEmpty ? [] : [.text(metadata.alerts.joined(separator: ", "))]
    }
    return metadata.alerts.enumerated().flatMap { index, name -> [ContactText.Piece] in
      let path = RelativeURL.from("index.html", to: Facet.alerts.path(name))
      let link = ContactText.Piece.link(text: name, address: base + path)
      return index == 0 ? [link] : [.text(", "), link]
    }
  }

  private static func escalation(_ metadata: RunbookMetadata) -> [ContactText.Piece] {
    metadata.escalation.enumerated().flatMap { index, entry in
      [.text("\(index == 0 ? "" : "; ")after \(entry.after.text): ")]
        + ContactText.pieces(of: entry.to.value)
    }
  }

  private static func labels(of metadata: RunbookMetadata) -> [String] {
    [metadata.kind.rawValue] + metadata.tags + metadata.confluence.labels.map(\.value)
  }
}
