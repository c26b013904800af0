import RunbookChecks
import RunbookModel

/// The lists of what folders hold: their sections with the number of pages in them, then their pages.
struct FolderIndexes {
  static let allPath = "sections.html"

  let site: Site

  /// The indexes of folders that have no page of their own.
  ///
  /// - Parameter home: what stands above the list on the first page of the site.
  func forEach(home: @autoclosure () -> String, _ body: (GeneratedIndex) -> Void) {
    for section in site.sections where section.index == nil {
      var index = index(of: section)
      if section.folder.isEmpty {
        index.intro = home()
        index.firstPartSize /= 2
      }
      body(index)
    }
  }

  private func index(of section: Site.Section) -> GeneratedIndex {
    let leaves = section.folders.compactMap { site.section($0) }.filter(\.isLeaf)
    let folders = section.folders.filter { site.section($0)?.isLeaf == false }
    let pages = leaves.compactMap(\.index) + section.pages
    return GeneratedIndex(
      path: section.htmlPath, title: section.title,
      trail: site.trail(to: section.folder).dropLast().map { ($0.title, $0.htmlPath) },
      items: items(
        folders, pages.compactMap(site.index.position(of:)), isTop: section.folder.isEmpty))
  }

  /// One list alone needs no heading, unless it stands below others.
  private func items(
    _ folders: [String], _ pages: [Int], isTop: Bool
  ) -> [GeneratedIndex.Item] {
    let areBoth = !folders.isEmpty && !pages.isEmpty
    var items: [GeneratedIndex.Item] = []
    if areBoth || isTop && !folders.isEmpty {
      items.append(.heading(site.words[.sections], id: "sections"))
    }
    items += folders.map { .section($0, depth: nil) }
    if areBoth || isTop && !pages.isEmpty {
      items.append(.heading(site.words[.pages], id: "pages"))
    }
    return items + pages.map { .page($0, uses: []) }
  }

  /// What lies in the folder of a page that stands for it, and is not among what the page leads to.
  ///
  /// - Parameter linked: pages, and folders, that the page leads to.
  func rest(
    of section: Site.Section, without linked: (pages: Set<PagePath>, folders: Set<String>)
  ) -> GeneratedIndex? {
    var index = index(of: section)
    index.firstPartSize /= 2
    index.items.removeAll { item in
      switch item {
      case .page(let position, _): linked.pages.contains(site.pages[position].path)
      case .section(let folder, _):
        linked.folders.contains(folder)
          || site.section(folder)?.index.map { linked.pages.contains($0) } == true
      default: false
      }
    }
    // A heading of its own says what these are.
    index.items.removeAll { if case .heading = $0 { true } else { false } }
    return index.items.isEmpty ? nil : index
  }

  /// The list of all sections, for sites that have more than navigation shows.
  var ofAll: GeneratedIndex? {
    guard !Navigation.showsAll(of: site) else { return nil }
    return GeneratedIndex(
      path: Self.allPath, title: site.words[.allSections],
      items: site.sections.dropFirst().map { section in
        .section(section.folder, depth: section.folder.utf8.count { $0 == UInt8(ascii: "/") })
      })
  }
}
