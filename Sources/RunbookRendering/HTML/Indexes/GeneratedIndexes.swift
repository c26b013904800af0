import RunbookChecks
import RunbookModel

/// Indexes of folders without one; by owner, tag, audience, alert, context and program; of reviews;
/// and the list of all of these.
struct GeneratedIndexes {
  static let overviewPath = "indexes.html"
  static let overviewTitle = "Indexes"

  private let site: Site
  /// Of each page, in the order of `Site.pages`.
  private let uses: [CommandUses]
  /// Positions in `Site.pages` in reading order.
  private let order: [Int]

  init(_ site: Site, _ uses: [CommandUses]) {
    self.site = site
    self.uses = uses
    order = site.readingOrder.compactMap(site.index.position(of:))
  }

  /// The folders of the output that hold nothing but indexes.
  static let folders = Facet.all.map(\.folder)
  /// What indexes are called in the output folder itself, but for those of folders of pages.
  static let names = folders + [overviewPath, ReviewIndex.path]

  /// Hands over one index after the other, as all of them together may be large.
  func forEach(_ body: (GeneratedIndex) -> Void) {
    folderIndexes().forEach(body)
    var listed: [GeneratedIndex.Item] = []
    for facet in Facet.all {
      let names = Groups(facet, site, uses, order).sorted
      guard !names.isEmpty else { continue }
      forEach(facet, names, body)
      let count = "\(names.count) \(names.count == 1 ? facet.noun : facet.title.lowercased())"
      listed.append(.index(title: facet.title, path: facet.overviewPath, detail: count))
    }
    body(ReviewIndex.index(of: site))
    listed.append(
      .index(
        title: ReviewIndex.title, path: ReviewIndex.path, detail: "what is due and overdue"))
    body(
      GeneratedIndex(path: Self.overviewPath, title: Self.overviewTitle, items: listed))
  }

  private func folderIndexes() -> [GeneratedIndex] {
    var below: [String: [GeneratedIndex.Item]] = [:]
    let counts = pageCounts()
    for section in site.sections where !section.folder.isEmpty {
      let count = counts[section.folder] ?? 0
      below[PagePath(section.folder).folder, default: []].append(
        .index(
          title: section.title, path: section.htmlPath,
          detail: "\(count) page\(count == 1 ? "" : "s")"))
    }
    return site.sections.filter { $0.index == nil }.map { section in
      let pages = section.pages.compactMap(site.index.position(of:))
      return GeneratedIndex(
        path: section.htmlPath, title: section.title,
        items: pages.map { .page($0, uses: []) } + (below[section.folder] ?? []))
    }
  }

  /// How many pages each folder holds, those of its folders included.
  private func pageCounts() -> [String: Int] {
    site.pages.reduce(into: [:]) { counts, page in
      var folder = page.path.folder
      while !folder.isEmpty {
        counts[folder, default: 0] += 1
        folder = PagePath(folder).folder
      }
    }
  }

  private func forEach(
    _ facet: Facet, _ names: [(name: String, pages: [Groups.Page])],
    _ body: (GeneratedIndex) -> Void
  ) {
    let overview = (title: Self.overviewTitle, path: Self.overviewPath)
    body(
      GeneratedIndex(
        path: facet.overviewPath, title: facet.title, parent: overview,
        items: names.map { name, pages in
          .name(title(of: name, facet), path: facet.path(name), pages: pages.map(\.position))
        }))
    // Two names may come to the same file name: they then share an index.
    var byPath: [String: [(name: String, pages: [Groups.Page])]] = [:]
    for entry in names { byPath[facet.path(entry.name), default: []].append(entry) }
    for (path, entries) in byPath.sorted(by: { $0.key < $1.key }) {
      var items: [GeneratedIndex.Item] = []
      for (name, pages) in entries {
        if entries.count > 1 { items.append(.heading(title(of: name, facet))) }
        items += pages.map { page in
          .page(page.position, uses: page.uses.map { uses[page.position].uses[$0] })
        }
      }
      body(
        GeneratedIndex(
          path: path, title: entries.map { title(of: $0.name, facet) }.joined(separator: ", "),
          parent: (facet.title, facet.overviewPath), items: items))
    }
  }

  private func title(of name: String, _ facet: Facet) -> String {
    facet.folder == Facet.contexts.folder ? site.config.context(name)?.title ?? name : name
  }
}

/// The pages of each name of a facet, in reading order.
private struct Groups {
  struct Page {
    let position: Int
    /// Indices into the page's commands.
    var uses: [Int]
  }

  private var pages: [String: [Page]] = [:]

  /// Names by bytes, so that the order depends on no locale.
  var sorted: [(name: String, pages: [Page])] {
    pages.sorted { $0.key < $1.key }.map { (name: $0.key, pages: $0.value) }
  }

  init(_ facet: Facet, _ site: Site, _ uses: [CommandUses], _ order: [Int]) {
    for position in order {
      if let names = facet.names {
        var seen: Set<String> = []
        for name in names(site.pages[position].metadata) where seen.insert(name).inserted {
          pages[name, default: []].append(Page(position: position, uses: []))
        }
        continue
      }
      for (index, use) in uses[position].uses.enumerated() {
        let name = facet.folder == Facet.programs.folder ? use.program : use.context
        if let name { add(index, name, position) }
      }
    }
  }

  private mutating func add(_ use: Int, _ name: String, _ position: Int) {
    if let last = pages[name]?.indices.last, pages[name]?[last].position == position {
      pages[name]?[last].uses.append(use)
    } else {
      pages[name, default: []].append(Page(position: position, uses: [use]))
    }
  }
}
