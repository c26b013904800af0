import RunbookChecks
import RunbookModel

enum NavigationValues {
  static let names: Set<String> = ["site_title", "home", "sections"]
}

/// The list of sections and pages beside every page: the sections around the page's own, and the pages
/// around it in its folder. It stays small however large the site is.
///
/// It is rendered once for each run of a folder's pages; the mark of the current page is put in
/// afterwards, so that its cost does not grow with the number of pages.
struct Navigation {
  /// How many pages of a folder, and how many sections, stand in one list.
  static let pageLimit = 30
  static let sectionLimit = 16

  private let html: [String: [[UInt8]]]
  private let runs: [String: Int]

  init(_ site: Site, _ templates: TemplateSet) {
    var html: [String: [[UInt8]]] = [:]
    var runs: [String: Int] = [:]
    let folders = site.sections.map(\.folder) + GeneratedIndexes.folders
    for folder in folders where html[folder] == nil {
      let pages = site.section(folder)?.pages ?? []
      let starts = pages.isEmpty ? [0] : Array(stride(from: 0, to: pages.count, by: Self.pageLimit))
      html[folder] = starts.map { start in
        for page in pages[start...].prefix(Self.pageLimit) {
          runs[page.htmlPath] = start / Self.pageLimit
        }
        return NavigationMarkup(site: site, folder: folder, start: start).render(templates)
      }
    }
    self.html = html
    self.runs = runs
  }

  /// The navigation of the content folder with URLs that start at a server's root.
  static func html(_ site: Site, _ templates: TemplateSet, root: String) -> [UInt8] {
    NavigationMarkup(site: site, folder: "", start: 0, root: root).render(templates)
  }

  /// The navigation of the content folder with every page of the site.
  static func ofAll(_ site: Site, _ templates: TemplateSet) -> [UInt8] {
    NavigationMarkup(site: site, folder: "", start: 0, isWhole: true).render(templates)
  }

  /// The navigation for a page of the output.
  func html(at path: String) -> [UInt8] {
    guard let lists = html[PagePath(path).folder] else { return [] }
    let base = lists[runs[path] ?? 0]
    var link = MarkupWriter()
    link.raw("<a href=\"")
    link.href(RelativeURL.from(path, to: path))
    link.raw("\"")
    guard let place = base.place(of: link.bytes, from: 0) else { return base }
    let name = place + "<a".utf8.count
    return base[..<name] + Array(" aria-current=\"page\"".utf8) + base[name...]
  }
}

/// One list, as the pages of a folder from `start` on show it.
private struct NavigationMarkup {
  let site: Site
  let folder: String
  let start: Int
  /// What stands before each URL.
  var root = ""
  /// Whether nothing is left out.
  var isWhole = false

  private var here: String { folder.isEmpty ? "index.html" : folder + "/index.html" }

  private func url(_ path: String) -> String { root + RelativeURL.from(here, to: path) }

  func render(_ templates: TemplateSet) -> [UInt8] {
    var writer = MarkupWriter(reserving: 4096)
    let sections = site.sections.filter { !$0.folder.isEmpty || !$0.pages.isEmpty }
    let current = sections.firstIndex { $0.folder == folder } ?? 0
    // The sections around the current one; the others are one link away.
    let size = isWhole ? sections.count : Navigation.sectionLimit
    let first = max(0, min(current - size / 2, sections.count - size))
    for section in sections[first...].prefix(size) { write(section, to: &writer) }
    if sections.count > size {
      writer.raw("<li class=\"all\">")
      writer.link(
        url(SectionsPage.path),
        "All \(sections.count) sections")
      writer.raw("</li>\n")
    }
    return templates.render(
      "navigation",
      [
        "site_title": Array(site.config.title.utf8), "home": Array(url("index.html").utf8),
        "sections": writer.bytes,
      ])
  }

  private func write(_ section: Site.Section, to writer: inout MarkupWriter) {
    let isCurrent = section.folder == folder
    writer.raw(isCurrent ? "<li class=\"current\">" : "<li>")
    writer.link(url(section.htmlPath), section.title)
    // A small site shows everything at once.
    if isCurrent || isWhole || site.pages.count <= Navigation.pageLimit, !section.pages.isEmpty {
      let pages = section.pages[(isCurrent ? start : 0)...].prefix(
        isWhole ? .max : Navigation.pageLimit)
      writer.raw("\n<ul>\n")
      for page in pages {
        guard let title = site.page(page)?.navigationTitle else { continue }
        writer.raw("<li>")
        writer.link(url(page.htmlPath), title)
        writer.raw("</li>\n")
      }
      if pages.count < section.pages.count {
        writer.raw("<li class=\"all\">")
        writer.link(
          url(section.htmlPath), "All \(section.pages.count) pages")
        writer.raw("</li>\n")
      }
      writer.raw("</ul>\n")
    }
    writer.raw("</li>\n")
  }
}
