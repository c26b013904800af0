package import RunbookChecks
package import RunbookModel

/// The step `assemble`: all pages in reading order, with what they share. It holds their front matter,
/// not their bodies.
package struct Site: Sendable {
  /// A folder of pages, or of folders with pages.
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
  /// The content folder first, the others in reading order.
  package let sections: [Section]
  /// Every page in reading order: each section's index, then its pages.
  package let readingOrder: [PagePath]
  private let places: [PagePath: Int]
  private let sectionPositions: [String: Int]
  /// Of the images in the content folder, by path, where they say it.
  package var imageSizes: [String: ImageSize] = [:]
  /// What readers see beside the content.
  package var words = Words()

  package static func assemble(_ index: SiteIndex, _ config: SiteConfig) -> Site {
    Site(index, config)
  }

  private init(_ index: SiteIndex, _ config: SiteConfig) {
    self.config = config
    self.index = index
    sections = SectionBuilder.sections(of: index.pages, config)
    readingOrder = sections.flatMap { ($0.index.map { [$0] } ?? []) + $0.pages }
    // Two names that only differ in how a letter is composed are equal as text.
    places = Dictionary(
      readingOrder.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    sectionPositions = Dictionary(
      uniqueKeysWithValues: sections.enumerated().map { ($0.element.folder, $0.offset) })
  }

  /// Sorted by path.
  package var pages: [PageSummary] { index.pages }

  package func page(_ path: PagePath) -> PageSummary? { index.page(path) }

  /// The section of a folder, if pages lie in it or below.
  package func section(_ folder: String) -> Section? {
    sectionPositions[folder].map { sections[$0] }
  }

  /// Where a page stands in reading order, counted from 0.
  func place(of path: PagePath) -> Int? { places[path] }

  /// The pages before and behind a page in reading order.
  func neighbours(of path: PagePath) -> (previous: PageSummary?, next: PageSummary?) {
    guard let place = places[path] else { return (nil, nil) }
    return (
      place > 0 ? page(readingOrder[place - 1]) : nil,
      place + 1 < readingOrder.count ? page(readingOrder[place + 1]) : nil
    )
  }

  /// Where a context stands in the configuration, which decides its colour; beyond the eighth the
  /// colours start again.
  package func lane(of context: String) -> Int? {
    config.contexts.firstIndex { $0.id.value == context }.map { $0 % 8 }
  }
}

/// Groups pages by folder and puts both into reading order: `order`, then title, then path.
private enum SectionBuilder {
  static func sections(of pages: [PageSummary], _ config: SiteConfig) -> [Site.Section] {
    var folders: [String: [PageSummary]] = [:]
    for page in pages { folders[page.path.folder, default: []].append(page) }
    if folders[""] == nil { folders[""] = [] }
    // A folder that holds nothing but folders has an index too.
    for folder in Array(folders.keys) {
      var above = PagePath(folder).folder
      while folders[above] == nil {
        folders[above] = []
        above = PagePath(above).folder
      }
    }
    return folders.sorted { rank($0) < rank($1) }.map { folder, pages in
      let index = pages.first { $0.path.isIndex }
      let rest = pages.filter { !$0.path.isIndex }.sorted { key($0) < key($1) }
      return Site.Section(
        folder: folder, title: title(of: folder, index, config), index: index?.path,
        pages: rest.map(\.path))
    }
  }

  private static func title(of folder: String, _ index: PageSummary?, _ config: SiteConfig)
    -> String
  {
    if let index { return index.navigationTitle }
    guard !folder.isEmpty else { return config.title }
    let words = PagePath(folder).fileName.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The content folder, then by the order that an index asks for, then by path.
  private static func rank(_ section: (key: String, value: [PageSummary])) -> (Int, Int, String) {
    let order = section.value.first { $0.path.isIndex }?.metadata.order ?? .max
    return (section.key.isEmpty ? 0 : 1, order, section.key)
  }

  private static func key(_ page: PageSummary) -> (Int, String, String) {
    (page.metadata.order ?? .max, page.navigationTitle.lowercased(), page.path.text)
  }
}
