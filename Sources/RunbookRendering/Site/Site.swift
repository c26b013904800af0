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
    /// The folders in it with pages in or below them, in reading order.
    package let folders: [String]
    /// How many pages lie in it and below, its own included.
    package internal(set) var pageCount: Int

    /// Whether there is nothing but the page of the folder: it is then a page like others.
    package var isLeaf: Bool { index != nil && pages.isEmpty && folders.isEmpty }

    /// Path of the section's first page in the output.
    package var htmlPath: String { folder.isEmpty ? "index.html" : "\(folder)/index.html" }
  }

  package let config: SiteConfig
  package private(set) var index: SiteIndex
  /// The content folder first, each folder before those in it.
  package var sections: [Section] {
    SiteQuestions.note(.everything)
    return allSections
  }
  /// Every page in reading order: each section's index, then its pages.
  package var readingOrder: [PagePath] {
    SiteQuestions.note(.everything)
    return allInOrder
  }
  /// How many pages there are, drafts that are not published left out.
  package var pageCount: Int { allInOrder.count }
  private let allSections: [Section]
  private let allInOrder: [PagePath]
  private let places: [PagePath: Int]
  private let sectionPositions: [String: Int]
  /// Of the images in the content folder, by path, where they say it.
  package var imageSizes: [String: ImageSize] = [:]
  /// What readers see beside the content.
  package var words = Words.keys

  package static func assemble(_ index: SiteIndex, _ config: SiteConfig) -> Site {
    Site(index, config)
  }

  /// The same site with other bodies of its pages.
  ///
  /// - Parameter index: of the same pages with the same front matter.
  package func knowing(_ index: SiteIndex) -> Site {
    var site = self
    site.index = index
    return site
  }

  private init(_ index: SiteIndex, _ config: SiteConfig) {
    self.config = config
    self.index = index
    let sections = SectionTree(index.pages, config).sections
    let readingOrder = sections.flatMap { ($0.index.map { [$0] } ?? []) + $0.pages }
    (allSections, allInOrder) = (sections, readingOrder)
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
    SiteQuestions.note(.section, folder)
    return sectionPositions[folder].map { allSections[$0] }
  }

  /// The folder and those that it lies in, the outermost first, without the content folder.
  func trail(to folder: String) -> [Section] {
    var sections: [Section] = []
    var folder = folder
    while !folder.isEmpty {
      if let section = section(folder) { sections.append(section) }
      folder = PagePath(folder).folder
    }
    return sections.reversed()
  }

  /// Where a page stands in reading order, counted from 0.
  func place(of path: PagePath) -> Int? {
    SiteQuestions.note(.place, path.text)
    return places[path]
  }

  /// Where a page of the output stands among the pages of its folder; nil for one that is none of them, as the page
  /// of the folder itself. Nothing is noted: who asks for the navigation notes that.
  func place(of path: String, in folder: String) -> Int? {
    guard let section = sectionPositions[folder].map({ allSections[$0] }),
      let first = section.pages.first.flatMap({ places[$0] }),
      let place = places[PagePath(path.dropLast(".html".count) + ".md")]
    else { return nil }
    return section.pages.indices.contains(place - first) ? place - first : nil
  }

  /// Whether a folder has pages, but no more than two.
  func isSmall(_ folder: String) -> Bool {
    sectionPositions[folder].map { allSections[$0].pages.count <= 2 } ?? false
  }

  /// The pages before and behind a page in reading order.
  func neighbours(of path: PagePath) -> (previous: PageSummary?, next: PageSummary?) {
    SiteQuestions.note(.neighbours, path.text)
    let (previous, next) = neighbourPaths(of: path)
    return (previous.flatMap(page), next.flatMap(page))
  }

  private func neighbourPaths(of path: PagePath) -> (previous: PagePath?, next: PagePath?) {
    guard let place = places[path] else { return (nil, nil) }
    return (
      place > 0 ? allInOrder[place - 1] : nil,
      place + 1 < allInOrder.count ? allInOrder[place + 1] : nil
    )
  }

  /// Writes the answer to a question about folders and reading order; false for another one.
  package func answer(_ question: SiteQuestion, to record: inout RecordWriter) -> Bool {
    switch question.kind {
    case .section:
      guard let section = sectionPositions[question.name].map({ allSections[$0] }) else {
        return true
      }
      record.text(section.title)
      record.put(section.index)
      record.put(section.pages)
      record.put(section.folders)
      record.put(section.pageCount)
    case .neighbours:
      let (previous, next) = neighbourPaths(of: PagePath(question.name))
      record.put(previous)
      record.put(next)
    case .place: record.put(places[PagePath(question.name)])
    default: return false
    }
    return true
  }

  /// Where a context stands in the configuration, which decides its colour; beyond the eighth the
  /// colours start again.
  package func lane(of context: String) -> Int? {
    config.contexts.firstIndex { $0.id.value == context }.map { $0 % 8 }
  }
}
