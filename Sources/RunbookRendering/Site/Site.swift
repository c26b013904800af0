package import RunbookChecks
package import RunbookModel

/// The step `assemble`: all checked pages in reading order, with what they share.
package struct Site: Sendable {
  /// A folder of pages.
  package struct Section: Sendable {
    /// Path below the content folder; empty for the content folder itself.
    package let folder: String
    package let title: String
    /// Its `index.md`, if it has one; else an index is generated.
    package let index: PagePath?
    /// The other pages, in reading order.
    package let pages: [PagePath]

    /// Path of the section's first page in the output.
    package var htmlPath: String { folder.isEmpty ? "index.html" : "\(folder)/index.html" }
  }

  package let config: SiteConfig
  package let index: SiteIndex
  /// Sorted by path.
  package let pages: [CheckedRunbook]
  /// The content folder first, the others in reading order.
  package let sections: [Section]
  /// Anchors that a link somewhere on the site leads to.
  package let linkedAnchors: [PagePath: Set<String>]
  private let positions: [PagePath: Int]
  private let sectionPositions: [String: Int]

  package static func assemble(
    _ pages: [CheckedRunbook], _ index: SiteIndex, _ config: SiteConfig
  ) -> Site {
    Site(pages.sorted { $0.path < $1.path }, index, config)
  }

  private init(_ pages: [CheckedRunbook], _ index: SiteIndex, _ config: SiteConfig) {
    self.config = config
    self.index = index
    self.pages = pages
    positions = Dictionary(
      uniqueKeysWithValues: pages.enumerated().map { ($0.element.path, $0.offset) })
    sections = SectionBuilder.sections(of: pages, config)
    sectionPositions = Dictionary(
      uniqueKeysWithValues: sections.enumerated().map { ($0.element.folder, $0.offset) })
    linkedAnchors = Self.linkedAnchors(pages, index)
  }

  package func page(_ path: PagePath) -> CheckedRunbook? { positions[path].map { pages[$0] } }

  /// The section of a folder, if pages lie directly in it.
  package func section(_ folder: String) -> Section? {
    sectionPositions[folder].map { sections[$0] }
  }

  /// Every page in reading order: each section's index, then its pages.
  package var readingOrder: [PagePath] {
    sections.flatMap { ($0.index.map { [$0] } ?? []) + $0.pages }
  }

  /// Where a context stands in the configuration, which decides its colour; beyond the eighth the
  /// colours start again.
  package func lane(of context: String) -> Int? {
    config.contexts.firstIndex { $0.id.value == context }.map { $0 % 8 }
  }

  private static func linkedAnchors(_ pages: [CheckedRunbook], _ index: SiteIndex)
    -> [PagePath: Set<String>]
  {
    var anchors: [PagePath: Set<String>] = [:]
    for page in pages {
      for link in page.outline.links {
        switch index.resolve(link.value.destination, from: page.path) {
        case .samePage(let anchor): anchors[page.path, default: []].insert(anchor)
        case .page(let path, let anchor?): anchors[path, default: []].insert(anchor)
        case .external, .page, .asset, .missing, .outside: break
        }
      }
    }
    return anchors
  }
}

/// Groups pages by folder and puts both into reading order: `order`, then title, then path.
private enum SectionBuilder {
  static func sections(of pages: [CheckedRunbook], _ config: SiteConfig) -> [Site.Section] {
    var folders: [String: [CheckedRunbook]] = [:]
    for page in pages { folders[page.path.folder, default: []].append(page) }
    if folders[""] == nil { folders[""] = [] }
    return folders.sorted { rank($0) < rank($1) }.map { folder, pages in
      let index = pages.first { $0.path.isIndex }
      let rest = pages.filter { !$0.path.isIndex }.sorted { key($0) < key($1) }
      return Site.Section(
        folder: folder, title: title(of: folder, index, config), index: index?.path,
        pages: rest.map(\.path))
    }
  }

  private static func title(of folder: String, _ index: CheckedRunbook?, _ config: SiteConfig)
    -> String
  {
    if let index { return index.navigationTitle }
    guard !folder.isEmpty else { return config.title }
    let words = PagePath(folder).fileName.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The content folder, then by the order that an index asks for, then by path.
  private static func rank(_ section: (key: String, value: [CheckedRunbook])) -> (Int, Int, String)
  {
    let order = section.value.first { $0.path.isIndex }?.metadata.order ?? .max
    return (section.key.isEmpty ? 0 : 1, order, section.key)
  }

  private static func key(_ page: CheckedRunbook) -> (Int, String, String) {
    (page.metadata.order ?? .max, page.navigationTitle.lowercased(), page.path.text)
  }
}

extension CheckedRunbook {
  /// What navigation calls the page.
  package var navigationTitle: String { metadata.navTitle ?? metadata.title.value }
}
