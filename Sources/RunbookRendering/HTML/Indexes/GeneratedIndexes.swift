import RunbookChecks
import RunbookCommands
import RunbookModel

/// The first page and indexes of folders without one; by owner, tag, audience, alert, severity, context
/// and program; of reviews; of past days; of all sections; and the list of all of these.
struct GeneratedIndexes {
  static let overviewPath = "indexes.html"
  static let overviewTitle = Word.indexes

  private let site: Site
  /// Of each page, in the order of `Site.pages`.
  private let notes: [PageNote]
  /// Positions in `Site.pages` in reading order.
  private let order: [Int]
  private let reviews: ReviewIndex

  init(_ site: Site, _ notes: [PageNote]) {
    self.site = site
    self.notes = notes
    order = site.readingOrder.compactMap(site.index.position(of:))
    reviews = ReviewIndex(site)
  }

  /// What indexes are called in the output folder itself, but for those of folders of pages.
  static let names =
    Facet.all.map(\.folder) + [
      overviewPath, ReviewIndex.path, TrendIndex.path, FolderIndexes.allPath,
    ]

  /// Hands over one index after the other, as all of them together may be large.
  ///
  /// - Parameter isDone: whether the list of these names at a path need not be made.
  func forEach(
    unless isDone: (Facet, _ path: String, [NameGroups.Named], _ intro: String) -> Bool,
    _ body: (GeneratedIndex) -> Void
  ) {
    var listed: [GeneratedIndex.Item] = []
    for facet in Facet.all {
      let names = groups(facet)
      guard !names.isEmpty else { continue }
      forEach(facet, names, unless: isDone, body)
      let count = site.words.say(facet.count, count: names.count)
      listed.append(
        .index(title: site.words[facet.title], path: facet.overviewPath, detail: count))
    }
    reviews.forEach(body)
    listed.append(
      .index(
        title: site.words[ReviewIndex.title], path: ReviewIndex.path,
        detail: site.words[.reviewsDetail]))
    if let trends = TrendIndex(site) {
      body(trends.index)
      listed.append(
        .index(
          title: site.words[TrendIndex.title], path: TrendIndex.path,
          detail: site.words[.trendsDetail]))
    }
    let folders = FolderIndexes(site: site)
    if let all = folders.ofAll {
      body(all)
      listed.append(
        .index(
          title: all.title, path: all.path,
          detail: site.words.say(.sectionCount, count: site.sections.count - 1)))
    }
    body(
      GeneratedIndex(path: Self.overviewPath, title: site.words[Self.overviewTitle], items: listed))
    let lists = listed.compactMap { item -> (title: String, path: String)? in
      if case .index(let title, let path, _) = item { (title, path) } else { nil }
    }
    folders.forEach(home: home(lists), body)
  }

  private func groups(_ facet: Facet) -> [NameGroups.Named] {
    NameGroups(facet, site, notes.map(\.uses), order).sorted
  }

  private func home(_ lists: [(title: String, path: String)]) -> String {
    let alerts = groups(.alerts)
    return HomePage(
      site: site, alerts: alerts, severities: groups(.severities),
      letters: LetterHeadings.places(in: overview(.alerts, alerts), site), lists: lists
    ).markup
  }

  /// The list of the names of a facet, by their first letters where there are many.
  private func overview(_ facet: Facet, _ names: [NameGroups.Named]) -> GeneratedIndex {
    var items: [GeneratedIndex.Item] = []
    var letter = ""
    for (name, pages) in names {
      let next = LetterHeadings.letter(of: name)
      if names.count > LetterHeadings.limit, next != letter {
        items.append(.heading(next, id: LetterHeadings.id(next)))
      }
      letter = next
      items.append(
        .name(title(of: name, facet), path: facet.path(name), pages: pages.map(\.position)))
    }
    return GeneratedIndex(
      path: facet.overviewPath, title: site.words[facet.title],
      trail: [(site.words[Self.overviewTitle], Self.overviewPath)], items: items)
  }

  private func forEach(
    _ facet: Facet, _ names: [NameGroups.Named],
    unless isDone: (Facet, _ path: String, [NameGroups.Named], _ intro: String) -> Bool,
    _ body: (GeneratedIndex) -> Void
  ) {
    let overview = overview(facet, names)
    body(overview)
    // Two names may come to the same file name: they then share an index.
    var byPath: [String: [NameGroups.Named]] = [:]
    for entry in names { byPath[facet.path(entry.name), default: []].append(entry) }
    for (path, entries) in byPath.sorted(by: { $0.key < $1.key }) {
      let intro =
        facet.folder == Facet.owners.folder ? reviews.link(from: path, to: entries[0].name) : ""
      if isDone(facet, path, entries, intro) { continue }
      var items: [GeneratedIndex.Item] = []
      for (number, entry) in entries.enumerated() {
        if entries.count > 1 {
          items.append(.heading(title(of: entry.name, facet), id: "group-\(number + 1)"))
        }
        items += entry.pages.map { page in
          .page(page.position, uses: notes[page.position].uses.uses(at: page.uses))
        }
      }
      body(
        GeneratedIndex(
          path: path, title: entries.map { title(of: $0.name, facet) }.joined(separator: ", "),
          intro: intro,
          trail: overview.trail + [(site.words[facet.title], facet.overviewPath)], items: items))
    }
  }

  func title(of name: String, _ facet: Facet) -> String {
    facet.folder == Facet.contexts.folder ? site.config.context(name)?.title ?? name : name
  }
}
