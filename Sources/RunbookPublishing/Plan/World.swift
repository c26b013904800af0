import RunbookModel

/// What was seen of Confluence.
struct World: Sendable {
  var spaces: [String: RemoteSpace] = [:]
  var pages: [RemotePage] = []
  /// Of the pages whose property was asked for and is there, and of those whose last version says what
  /// it must be.
  var states: [String: PageState] = [:]
  /// The properties that were asked for, and are there or not.
  var stored: [String: StoredState?] = [:]
  /// Pages without content: nothing is lost with them.
  var empty: Set<String> = []
  /// How many inline comments are open, by page.
  var comments: [String: Int] = [:]
  /// Names by the numbers of who saved a page.
  var authors: [String: String] = [:]

  func page(_ id: String) -> RemotePage? { pages.first { $0.id == id } }

  var byID: [String: RemotePage] {
    Dictionary(pages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var byTitle: [TitleKey: RemotePage] {
    Dictionary(
      pages.map { (TitleKey($0.space, $0.title), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Somebody has saved the page after us, or before we ever did. A page without content has nothing
  /// to lose; one that we have just made has no message, but a property.
  func isEdited(_ page: RemotePage) -> Bool {
    if VersionMessage.isOurs(page.message) || empty.contains(page.id) { return false }
    return !(page.version == 1 && states[page.id] != nil)
  }
}

/// Which pages of a Confluence a site may be about: those below the pages that it is published below.
struct Scope {
  private let roots: Set<String>
  private let parents: [String: String]
  /// The sources of pages that hang at the top of their space, by themselves or through pages of the site.
  /// Below that is everything, also what other sites have published.
  private let atTop: Set<String>

  init(_ local: [LocalPage], _ world: World) {
    let byTitle = world.byTitle
    roots = Set(
      local.compactMap { page in
        guard case .title(let title) = page.parent else { return nil }
        return byTitle[TitleKey(page.space, title)]?.id
      })
    parents = Dictionary(
      world.pages.compactMap { page in page.parent.map { (page.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    // Parents come first.
    atTop = local.reduce(into: []) { tops, page in
      switch page.parent {
      case .top: tops.insert(page.source)
      case .page(let source): if tops.contains(source) { tops.insert(page.source) }
      case .title: break
      }
    }
  }

  /// Whether a page is below a root.
  func contains(_ id: String) -> Bool {
    var next = parents[id]
    var steps = 0
    while let page = next, steps <= parents.count {
      if roots.contains(page) { return true }
      next = parents[page]
      steps += 1
    }
    return false
  }

  func isAtTop(_ page: LocalPage) -> Bool { atTop.contains(page.source) }
}

/// Which page of Confluence is which page of the site.
struct PageMatching {
  /// Pages of Confluence by the sources of the site's.
  private(set) var remote: [String: RemotePage] = [:]
  /// Pages that were published from a source that is no more, with that source.
  private(set) var orphans: [(page: RemotePage, source: String)] = []
  /// Pages that have the title of a page of the site and are not below its parent, by its source.
  private(set) var taken: [String: RemotePage] = [:]
  private var used: Set<String> = []

  /// - Parameter book: numbers of pages by their sources.
  init(_ local: [LocalPage], _ world: World, book: [String: String]) {
    let scope = Scope(local, world)
    let sources = Set(local.map(\.source))
    matchBook(local, world, book)
    matchSources(local, world, scope)
    matchTitles(local, world, scope)
    matchContent(local, world, scope, sources)
    let listed = Dictionary(
      book.map { ($0.value, $0.key) }, uniquingKeysWith: { first, second in min(first, second) })
    orphans = world.pages.compactMap { page in
      guard !used.contains(page.id) else { return nil }
      let state = world.states[page.id]
      let source = listed[page.id] ?? (scope.contains(page.id) ? state?.source : nil)
      guard let source, state != nil, !sources.contains(source) else { return nil }
      return (page, source)
    }
  }

  private mutating func match(_ local: LocalPage, _ page: RemotePage) {
    remote[local.source] = page
    used.insert(page.id)
  }

  private mutating func matchBook(
    _ local: [LocalPage], _ world: World, _ book: [String: String]
  ) {
    let byID = world.byID
    for page in local {
      if let id = book[page.source], let there = byID[id], there.space == page.space,
        !used.contains(id)
      {
        match(page, there)
      }
    }
  }

  /// Somebody who copies a page copies its property too: the one with the title is meant, else the oldest.
  /// Another site may have a file of the same name: outside the scope the title has to be the same as well.
  private mutating func matchSources(_ local: [LocalPage], _ world: World, _ scope: Scope) {
    var candidates: [String: [RemotePage]] = [:]
    for page in world.pages where !used.contains(page.id) {
      if let state = world.states[page.id] { candidates[state.source, default: []].append(page) }
    }
    for page in local where remote[page.source] == nil {
      let same = candidates[page.source, default: []].filter { $0.space == page.space }
      let inScope = same.filter { scope.contains($0.id) }
      let best =
        same.first {
          TitleKey($0.space, $0.title) == page.key
            && (scope.isAtTop(page) || scope.contains($0.id))
        } ?? inScope.min { (Int($0.id) ?? .max) < (Int($1.id) ?? .max) }
      if let best { match(page, best) }
    }
  }

  private mutating func matchTitles(_ local: [LocalPage], _ world: World, _ scope: Scope) {
    let byTitle = world.byTitle
    for page in local where remote[page.source] == nil {
      guard let there = byTitle[page.key], !used.contains(there.id) else { continue }
      // At the top of a space, what is published from another source is another site's.
      let isBelow =
        scope.contains(there.id) || scope.isAtTop(page) && world.states[there.id] == nil
      if isBelow { match(page, there) } else { taken[page.source] = there }
    }
  }

  /// A page that got another name and another file: it has the body of one that is no more.
  private mutating func matchContent(
    _ local: [LocalPage], _ world: World, _ scope: Scope, _ sources: Set<String>
  ) {
    var bodies: [String: [RemotePage]] = [:]
    for page in world.pages where !used.contains(page.id) && scope.contains(page.id) {
      if let state = world.states[page.id], !sources.contains(state.source) {
        bodies[state.sha256, default: []].append(page)
      }
    }
    for page in local where remote[page.source] == nil && taken[page.source] == nil {
      if let same = bodies[page.sha256], same.count == 1, same[0].space == page.space,
        !used.contains(same[0].id)
      {
        match(page, same[0])
      }
    }
  }
}
