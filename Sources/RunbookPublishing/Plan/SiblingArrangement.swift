import RunbookBuild

/// Pages of the site that stand elsewhere among their siblings than they should.
enum SiblingArrangement {
  /// A page that has to be moved, and where.
  struct Move: Equatable {
    let page: String
    let place: SiblingPlace
    let sibling: String
  }

  /// As few moves as possible: those outside a longest run that is in order stay away from it.
  ///
  /// - Parameters:
  ///   - wanted: identifiers in the order that is wanted.
  ///   - current: the same in the order in which they are.
  static func moves(wanted: [String], current: [String]) -> [Move] {
    let ranks = Dictionary(
      current.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let values = wanted.map { ranks[$0] ?? .max }
    let kept = Set(LongestRun.indices(of: values))
    guard let firstKept = kept.min() else { return [] }
    return wanted.indices.filter { !kept.contains($0) }.map { index in
      index == 0
        ? Move(page: wanted[0], place: .before, sibling: wanted[firstKept])
        : Move(page: wanted[index], place: .after, sibling: wanted[index - 1])
    }
  }

  /// Siblings as Confluence shows them: those that somebody has arranged, then the others by title.
  static func shown(_ pages: [RemotePage]) -> [String] {
    pages.sorted {
      ($0.position ?? .max, TitleKey("", $0.title).title)
        < ($1.position ?? .max, TitleKey("", $1.title).title)
    }.map(\.id)
  }

  /// What each page (by its source) stands after, of those that are all in their places but for that.
  static func moved(_ maker: PlanMaker) -> [String: String] {
    var groups: [String: [(LocalPage, RemotePage)]] = [:]
    for page in maker.local {
      guard let remote = maker.matching.remote[page.source], let parent = remote.parent else {
        continue
      }
      groups[parent, default: []].append((page, remote))
    }
    var moved: [String: String] = [:]
    for group in groups.values {
      let sources = Dictionary(
        group.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      for move in moves(wanted: group.map(\.1.id), current: shown(group.map(\.1))) {
        guard let page = sources[move.page], let sibling = sources[move.sibling] else { continue }
        moved[page.source] = "now \(move.place.rawValue) \"\(sibling.title)\""
      }
    }
    return moved
  }
}
