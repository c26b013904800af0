import RunbookChecks
import RunbookModel

/// Groups pages by folder and puts both into reading order: `order`, then title, then path. A folder is
/// followed by those that lie in it.
struct SectionTree {
  /// The content folder first.
  private(set) var sections: [Site.Section] = []

  private let config: SiteConfig
  /// The pages of each folder that holds pages, or folders with pages.
  private var pages: [String: [PageSummary]] = ["": []]
  private var folders: [String: [String]] = [:]
  private var titles: [String: String] = [:]

  init(_ all: [PageSummary], _ config: SiteConfig) {
    self.config = config
    for page in all { pages[page.path.folder, default: []].append(page) }
    for folder in Array(pages.keys) {
      var above = PagePath(folder).folder
      while pages[above] == nil {
        pages[above] = []
        above = PagePath(above).folder
      }
    }
    for folder in pages.keys where !folder.isEmpty {
      folders[PagePath(folder).folder, default: []].append(folder)
    }
    nameFolders(all)
    collect()
    count()
  }

  private mutating func nameFolders(_ all: [PageSummary]) {
    let isNamed = pages.allSatisfy { folder, pages in folder.isEmpty || index(pages) != nil }
    let spelling = TitleSpelling(
      isNamed
        ? [] : [config.title] + all.flatMap { [$0.metadata.title.value] + $0.metadata.alerts })
    for (folder, pages) in pages {
      titles[folder] =
        index(pages)?.navigationTitle
        ?? (folder.isEmpty ? config.title : spelling.title(of: folder))
    }
  }

  private func index(_ pages: [PageSummary]) -> PageSummary? { pages.first { $0.path.isIndex } }

  private mutating func collect() {
    var open = [""]
    while let folder = open.popLast() {
      let pages = pages[folder] ?? []
      let below = (folders[folder] ?? []).map { (rank($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
      let rest = pages.filter { !$0.path.isIndex }.sorted { key($0) < key($1) }
      sections.append(
        Site.Section(
          folder: folder, title: titles[folder] ?? folder, index: index(pages)?.path,
          pages: rest.map(\.path), folders: below, pageCount: pages.count))
      open += below.reversed()
    }
  }

  /// Adds the pages of each folder to those of the folder above.
  private mutating func count() {
    let positions = Dictionary(
      uniqueKeysWithValues: sections.enumerated().map { ($0.element.folder, $0.offset) })
    // What lies below a folder comes after it.
    for position in sections.indices.dropFirst().reversed() {
      if let above = positions[PagePath(sections[position].folder).folder] {
        sections[above].pageCount += sections[position].pageCount
      }
    }
  }

  private func rank(_ folder: String) -> (Int, String, String) {
    let order = index(pages[folder] ?? [])?.metadata.order ?? .max
    return (order, titles[folder]?.lowercased() ?? "", folder)
  }

  private func key(_ page: PageSummary) -> (Int, String, String) {
    (page.metadata.order ?? .max, page.navigationTitle.lowercased(), page.path.text)
  }
}
