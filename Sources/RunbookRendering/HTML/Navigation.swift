import RunbookChecks
import RunbookModel
import Synchronization

enum NavigationValues {
  static let names: Set<String> = ["site_title", "home", "sections"]
}

/// The tree beside every page: the sections on the way to its own, those beside them, and the pages
/// around it in its folder. It stays small however large the site is; a small site is shown whole.
///
/// It is rendered once for each run of a folder's pages, when the first of them asks; the mark of the current page
/// is put in afterwards, so that its cost does not grow with the number of pages.
struct Navigation {
  /// How many pages of a folder, and how many sections of a level, stand in one list.
  static let pageLimit = 30
  static let sectionLimit = 16
  /// How many sections between the outermost and the page's own are shown.
  static let trailLimit = 4
  /// A site of so many pages and sections is shown whole.
  private static let wholeLimit = 60

  private struct Run: Hashable {
    let folder: String
    /// Where it begins among the pages of the folder.
    let start: Int
  }

  private struct Rendered {
    let html: [UInt8]
    /// Tells it from others.
    let key: String
  }

  /// What was rendered so far.
  private final class Known: Sendable {
    let runs = Mutex<[Run: Rendered]>([:])
  }

  private let site: Site
  private let templates: TemplateSet
  private let known = Known()

  static func showsAll(of site: Site) -> Bool {
    site.pages.count + site.sections.count <= wholeLimit
  }

  init(_ site: Site, _ templates: TemplateSet) {
    (self.site, self.templates) = (site, templates)
  }

  /// What tells the navigation for a page of the output from others; it changes with it.
  func key(at path: String) -> String { rendered(at: path).key }

  private func rendered(at path: String) -> Rendered {
    let folder = PagePath(path).folder
    let place = site.place(of: path, in: folder) ?? 0
    let run = Run(folder: folder, start: place / Self.pageLimit * Self.pageLimit)
    if let rendered = known.runs.withLock({ $0[run] }) { return rendered }
    let html = SiteQuestions.$current.withValue(nil) {
      NavigationMarkup(site, folder, start: run.start).render(templates)
    }
    let rendered = Rendered(html: html, key: SHA256.hex(html))
    // That of a folder of a page or two is not kept, as there may be many.
    if !site.isSmall(folder) { known.runs.withLock { $0[run] = rendered } }
    return rendered
  }

  /// The navigation of the content folder with URLs that start at a server's root.
  static func html(_ site: Site, _ templates: TemplateSet, root: String) -> [UInt8] {
    NavigationMarkup(site, "", root: root).render(templates)
  }

  /// The navigation for pages of a folder, with a slash at its end, that holds no pages of the site.
  static func html(_ site: Site, _ templates: TemplateSet, at folder: String) -> [UInt8] {
    NavigationMarkup(site, PagePath(folder).folder).render(templates)
  }

  /// The navigation of the content folder with every page of the site.
  static func ofAll(_ site: Site, _ templates: TemplateSet) -> [UInt8] {
    NavigationMarkup(site, "", isWhole: true).render(templates)
  }

  /// The navigation for a page of the output.
  func html(at path: String) -> [UInt8] {
    let base = rendered(at: path).html
    var link = MarkupWriter()
    link.raw("<a href=\"")
    link.href(RelativeURL.from(path, to: path))
    link.raw("\"")
    guard let place = base.place(of: link.bytes, from: 0) else { return base }
    let name = place + "<a".utf8.count
    return base[..<name] + Array(" aria-current=\"page\"".utf8) + base[name...]
  }
}

/// One tree, as the pages of a folder from `start` on show it.
private struct NavigationMarkup {
  let site: Site
  let folder: String
  let start: Int
  /// What stands before each URL.
  let root: String
  /// Whether every page is open to be seen.
  let isWhole: Bool
  /// Whether nothing is left out.
  private let showsAll: Bool
  /// The folders on the way to `folder`, with both ends.
  private var trail: Set<String> = [""]
  /// Folders on the way of which nothing but the next is shown.
  private var next: [String: String] = [:]

  init(
    _ site: Site, _ folder: String, start: Int = 0, root: String = "", isWhole: Bool = false
  ) {
    self.site = site
    self.folder = folder
    self.start = start
    self.root = root
    self.isWhole = isWhole
    showsAll = isWhole || Navigation.showsAll(of: site)
    let way = [""] + site.trail(to: folder).map(\.folder)
    trail.formUnion(way)
    // The level of the content folder, that of the folder, and what is in it are shown.
    let passed = way.indices.dropFirst().dropLast(2)
    for index in passed { next[way[index]] = way[index + 1] }
    if let first = passed.first, passed.count > Navigation.trailLimit {
      next[way[first]] = way[passed.endIndex - Navigation.trailLimit + 1]
    }
  }

  private var here: String { PagePath(folder).folderHTMLPath }

  private func url(_ path: String) -> String { root + RelativeURL.from(here, to: path) }

  func render(_ templates: TemplateSet) -> [UInt8] {
    var writer = MarkupWriter(reserving: 4096)
    if let top = site.section("") { content(of: top, to: &writer) }
    if !showsAll {
      more(
        site.words.say(.allSectionsOf, count: site.sections.count - 1), FolderIndexes.allPath,
        to: &writer)
    }
    return templates.render(
      "navigation",
      [
        "site_title": Array(site.config.title.utf8), "home": Array(url("index.html").utf8),
        "sections": writer.bytes,
      ])
  }

  /// The sections of a section, then its pages.
  private func content(of section: Site.Section, to writer: inout MarkupWriter) {
    for folder in folders(of: section) {
      if let section = site.section(folder) { write(section, to: &writer) }
    }
    guard showsAll || section.folder == folder else { return }
    let pages = section.pages[(showsAll ? 0 : start)...].prefix(
      showsAll ? .max : Navigation.pageLimit)
    for page in pages {
      guard let title = site.page(page)?.navigationTitle else { continue }
      writer.raw("<li>")
      writer.shortLink(url(page.htmlPath), title)
      writer.raw("</li>\n")
    }
    if pages.count < section.pages.count {
      more(site.words.say(.allPagesOf, count: section.pages.count), section.htmlPath, to: &writer)
    }
  }

  /// Those of a section that are shown: around the one that leads on.
  private func folders(of section: Site.Section) -> ArraySlice<String> {
    let all = section.folders
    if showsAll { return all[...] }
    if let next = next[section.folder] { return [next] }
    let current = all.firstIndex { trail.contains($0) }
    let size = Navigation.sectionLimit
    let first = max(0, min((current ?? 0) - size / 2, all.count - size))
    return all[first...].prefix(size)
  }

  private func write(_ section: Site.Section, to writer: inout MarkupWriter) {
    let isOpen = trail.contains(section.folder)
    writer.raw(section.folder == folder ? "<li class=\"current\">" : "<li>")
    writer.shortLink(url(section.htmlPath), section.title)
    if !section.isLeaf && (isOpen || showsAll) {
      // Beside the link and not around it: a link inside a switch would be neither.
      writer.raw(isOpen || isWhole ? "<details open>" : "<details>")
      writer.raw("<summary><span class=\"vh\">")
      writer.text(section.title)
      writer.raw("</span></summary>\n<ul>\n")
      content(of: section, to: &writer)
      if next[section.folder] == nil, folders(of: section).count < section.folders.count {
        more(
          site.words.say(.allSectionsOf, count: section.folders.count), section.htmlPath,
          to: &writer)
      }
      writer.raw("</ul></details>")
    } else if !section.isLeaf {
      writer.raw(" <small>\(section.pageCount)</small>")
    }
    writer.raw("</li>\n")
  }

  private func more(_ text: String, _ path: String, to writer: inout MarkupWriter) {
    writer.raw("<li class=\"all\">")
    writer.link(url(path), text)
    writer.raw("</li>\n")
  }
}
