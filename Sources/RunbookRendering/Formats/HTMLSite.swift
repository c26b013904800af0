import RunbookChecks
import RunbookModel

/// The wiki: every page, the generated indexes, the 404 page and the assets.
struct HTMLSite: FormatRenderer {
  static let format = OutputFormat(
    name: "html", isEnabled: { _ in true },
    renderer: { site, templates, options in
      HTMLSite(
        site: site, templates: templates, options: options,
        navigation: Navigation(site, templates))
    },
    names: Set(GeneratedIndexes.names + [searchPath, notFoundPath]),
    pagePaths: { [$0.htmlPath] })

  private static let notFoundPath = "404.html"
  private static let searchPath = "search.html"

  let site: Site
  let templates: TemplateSet
  let options: RenderOptions
  let navigation: Navigation

  func answer(_ question: SiteQuestion) -> String? {
    question.kind == .navigation ? navigation.key(at: question.name) : nil
  }

  func finish(_ notes: [(any Sendable)?], to receive: (OutputFile) -> Void) {
    var record = RecordWriter()
    finish(notes, besides: nil, keeping: &record, taking: { _ in false }, to: receive)
  }

  func finish(
    _ notes: [(any Sendable)?], besides earlier: RecordReader?, keeping record: inout RecordWriter,
    taking takeOver: ([String]) -> Bool, to receive: (OutputFile) -> Void
  ) {
    let notes = notes.map { $0 as? PageNote ?? PageNote() }
    let (indexes, keys) = (GeneratedIndexes(site, notes), IndexKeys(site, notes, navigation))
    var memory = IndexMemory(earlier)
    func make(_ index: GeneratedIndex, _ key: String, from first: Int) {
      let parts = IndexMarkup(index: index, site: site).parts.dropFirst(first)
      let partKeys = parts.map { $0.count == 1 ? key : keys.key(of: $0, in: index) }
      for (part, key) in zip(parts, partKeys)
      where !memory.takes(part: part.number, of: index.path, key, takeOver) {
        receive(file(of: part, in: index))
      }
      memory.keep(index.path, key, from: first, parts: partKeys)
    }
    var named: [String: String] = [:]
    indexes.forEach { facet, path, names, intro in
      let key = keys.key(facet, path, names, { indexes.title(of: $0, facet) }, intro: intro)
      if memory.takes(path, key, takeOver) { return true }
      named[path] = key
      return false
    } _: { index in
      let known = named.removeValue(forKey: index.path)
      let key = known ?? keys.key(of: index)
      if known == nil, memory.takes(index.path, key, takeOver) { return }
      make(index, key, from: 0)
    }
    for index in notes.lazy.compactMap(\.rest) {
      let key = keys.key(of: index)
      if !memory.takes(index.path, key, takeOver) { make(index, key, from: 1) }
    }
    memory.write(to: &record)
    // A page of the site that is called so is shown instead.
    if site.page(PagePath("search.md")) == nil { receive(search()) }
    receive(notFound())
    for asset in templates.assets where asset.isPublished {
      receive(OutputFile(path: asset.path, bytes: asset.bytes))
    }
  }

  func render(_ page: CheckedRunbook) -> PageOutput {
    let path = page.path.htmlPath
    let note = PageNote(page, in: site)
    var values = PageValues(
      site, templates, options, at: path, kind: note.rest == nil ? .page : .list,
      hasTables: !page.tables.isEmpty)
    values.setTitle(page.metadata.title.value, siteTitle: site.config.title)
    values.setCanonical(site.config)
    values.setMetadata(of: page, in: site, editURL: editLink(page))
    values.setBreadcrumbs(breadcrumbs(of: page))
    values.setContents(page.outline.sections)
    let neighbours = site.neighbours(of: page.path)
    values.setTurn(
      site.words, previous: neighbours.previous.map(link), next: neighbours.next.map(link))
    if options.hasConfluence, site.config.confluence.isEnabled {
      values.setCopyButtons(of: page.path, in: site, templates)
    }
    var output = PageOutput([file(path, body: body(page, note.rest), values)], note: note)
    note.write(to: &output.record)
    return output
  }

  func recall(
    _ record: inout RecordReader, of page: PagePath
  ) throws(RecordDamage) -> (any Sendable)? {
    try PageNote(from: &record, of: page, in: site)
  }

  private func file(of part: GeneratedIndex.Part, in index: GeneratedIndex) -> OutputFile {
    var values = PageValues(site, templates, options, at: part.path, kind: .index)
    values.setTitle(index.title, siteTitle: site.config.title)
    values.setCanonical(site.config)
    if index.path != "index.html" {
      let home: (title: String, path: String?) = (site.config.title, "index.html")
      values.setBreadcrumbs(
        [home] + index.trail.map { ($0.title, $0.path) } + [(index.title, nil)])
    }
    return file(part.path, body: list(index, part), values)
  }

  private func list(_ index: GeneratedIndex, _ part: GeneratedIndex.Part) -> [UInt8] {
    templates.render("index", IndexMarkup(index: index, site: site).values(of: part))
  }

  /// The body of a page, and where it stands for a folder, what else lies in that.
  private func body(_ page: CheckedRunbook, _ rest: GeneratedIndex?) -> [UInt8] {
    let body = PageBody.render(page, in: site, marksPlaces: options.previewHead != nil)
    guard var index = rest else { return body }
    var intro = MarkupWriter()
    intro.raw("<h2 id=\"page-also\">")
    intro.text(site.words[.alsoHere])
    intro.raw("</h2>\n")
    index.intro = intro.string
    return body + list(index, IndexMarkup(index: index, site: site).parts[0])
  }

  /// The search as a page, for links to it. Its script fills it; what needs none leads to the lists.
  private func search() -> OutputFile {
    var values = PageValues(site, templates, options, at: Self.searchPath, kind: .search)
    values.setTitle(site.words[.search], siteTitle: site.config.title)
    values.setCanonical(site.config)
    var names = ["indexes": Array(GeneratedIndexes.overviewPath.utf8)]
    if site.pages.contains(where: { !$0.metadata.alerts.isEmpty }) {
      names["alerts"] = Array(Facet.alerts.overviewPath.utf8)
    }
    return file(Self.searchPath, body: templates.render("search", names), values)
  }

  /// A server answers with this page at any depth, where only links from the root of the server
  /// lead back. Where the site is published the base URL says, else its root is taken for the
  /// server's; the page's script finds out, and mends the links.
  func notFound() -> OutputFile {
    let root = site.config.basePath ?? "/"
    var values = PageValues(site, templates, options, at: Self.notFoundPath, root: root)
    values.setHeadOfNotFound(templates, site.config)
    values.setTitle(site.words[.notFoundTitle], siteTitle: site.config.title)
    let body = templates.render(
      "not-found",
      [
        "home": Array((root + "index.html").utf8),
        "site_title": Array(site.config.title.utf8),
      ])
    values.set("navigation", Navigation.html(site, templates, root: root))
    return file(Self.notFoundPath, body: body, values)
  }

  /// A page without a body whose navigation lists every page.
  func frameOfAll(at path: String) -> [UInt8] {
    var values = PageValues(
      site, templates, options, at: path, kind: .list, hasTables: true)
    values.setTitle(site.config.title, siteTitle: site.config.title)
    values.set("navigation", Navigation.ofAll(site, templates))
    return file(path, body: [], values).bytes
  }

  private func file(_ path: String, body: [UInt8], _ values: PageValues) -> OutputFile {
    var values = values
    if values.values["navigation"] == nil {
      SiteQuestions.note(.navigation, path)
      let html = SiteQuestions.$current.withValue(nil) { navigation.html(at: path) }
      values.set("navigation", html)
    }
    values.set("body", body)
    return OutputFile(path: path, bytes: templates.render("page", values.values))
  }

  private func link(_ page: PageSummary) -> (title: String, path: String) {
    (page.navigationTitle, page.path.htmlPath)
  }

  private func editLink(_ page: CheckedRunbook) -> String? {
    site.config.editLink.map { pattern in
      let parts = pattern.split(separator: "{path}", omittingEmptySubsequences: false)
      return parts.joined(separator: RelativeURL.from("x", to: page.sourceName))
    }
  }

  /// The site, then the section of each folder on the way, then the page.
  private func breadcrumbs(of page: CheckedRunbook) -> [(title: String, path: String?)] {
    guard page.path.text != "index.md" else { return [] }
    var crumbs: [(title: String, path: String?)] = [(site.config.title, "index.html")]
    for section in site.trail(to: page.path.folder) where section.index != page.path {
      crumbs.append((section.title, section.htmlPath))
    }
    return crumbs + [(page.metadata.navTitle ?? page.metadata.title.value, nil)]
  }
}
