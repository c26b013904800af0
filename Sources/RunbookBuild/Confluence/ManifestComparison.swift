package import RunbookRendering

/// What has to be done in Confluence to get from one manifest to another.
package struct ManifestComparison: Sendable, Equatable {
  /// In the order in which they are worked through.
  package enum Kind: String, Sendable, CaseIterable, Comparable {
    case added, renamed, moved, changed, removed

    package static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  package enum Cause: String, Sendable, CaseIterable {
    case title, source, space, parent, order, content, links, target, labels, attachments
  }

  package struct Reason: Sendable, Equatable {
    package let cause: Cause
    /// What it was or what it is about, in words for people.
    package let detail: String
  }

  package struct Change: Sendable, Equatable {
    package let kind: Kind
    /// Of the new page, or of the one that is gone.
    package let source: String
    package let title: String
    package let parent: String?
    package let reasons: [Reason]
  }

  /// By kind, then in reading order.
  package let changes: [Change]
  package let unchanged: Int

  package let way: PayloadWay

  package init(old: ConfluenceManifest, new: ConfluenceManifest, by way: PayloadWay) {
    self.way = way
    let pairs = PagePairing(old: old.pages, new: new.pages)
    let difference = PageDifference(old: old, new: new, pairs, way)
    let reordered = SiblingOrder.moved(difference)
    let (oldTitles, newTitles) = (old.titles, new.titles)
    var changes: [Change] = []
    var unchanged = 0
    for (position, page) in new.pages.enumerated() {
      let parent = page.parent?.title(newTitles)
      guard let partner = pairs.old[position] else {
        changes.append(
          Change(
            kind: .added, source: page.source, title: page.title, parent: parent, reasons: []))
        continue
      }
      var reasons = difference.reasons(old.pages[partner], page)
      if let neighbour = reordered[position] {
        reasons.append(Reason(cause: .order, detail: neighbour))
      }
      guard !reasons.isEmpty else {
        unchanged += 1
        continue
      }
      changes.append(
        Change(
          kind: Self.kind(reasons), source: page.source, title: page.title, parent: parent,
          reasons: reasons))
    }
    changes += pairs.removed.map { position in
      let page = old.pages[position]
      return Change(
        kind: .removed, source: page.source, title: page.title,
        parent: page.parent?.title(oldTitles),
        reasons: [])
    }
    self.changes = changes.enumerated().sorted {
      ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset)
    }.map(\.element)
    self.unchanged = unchanged
  }

  private static func kind(_ reasons: [Reason]) -> Kind {
    let causes = Set(reasons.map(\.cause))
    if !causes.isDisjoint(with: [.title, .source]) { return .renamed }
    return causes.isDisjoint(with: [.parent, .space, .order]) ? .changed : .moved
  }
}

/// Which entry of the old manifest is the same page as an entry of the new one.
struct PagePairing {
  /// Position in the old manifest by position in the new one.
  private(set) var old: [Int: Int] = [:]
  /// Old entries without a partner.
  private(set) var removed: [Int] = []
  /// New source by old source.
  private(set) var sources: [String: String] = [:]

  /// The same source is the same page. Of the others, the same title in the same space is the same
  /// page to Confluence, and then the same content is a page that got another name.
  init(old: [ConfluenceManifest.Page], new: [ConfluenceManifest.Page]) {
    pair(old, new) { $0.source }
    pair(old, new) { "\($0.space ?? "")\0\($0.title)" }
    pair(old, new) { page in
      let hashes = page.hashes
      return hashes.isEmpty ? nil : hashes.map { "\($0.name) \($0.hash)" }.joined(separator: "\n")
    }
    let partners = Set(self.old.values)
    removed = old.indices.filter { !partners.contains($0) }
    for (position, partner) in self.old {
      sources[old[partner].source] = new[position].source
    }
  }

  private mutating func pair(
    _ oldPages: [ConfluenceManifest.Page], _ newPages: [ConfluenceManifest.Page],
    by key: (ConfluenceManifest.Page) -> String?
  ) {
    let partners = Set(old.values)
    var positions: [String: [Int]] = [:]
    for position in oldPages.indices.reversed() where !partners.contains(position) {
      if let key = key(oldPages[position]) { positions[key, default: []].append(position) }
    }
    for position in newPages.indices where old[position] == nil {
      guard let key = key(newPages[position]) else { continue }
      old[position] = positions[key]?.popLast()
    }
  }
}

/// Pages that stand elsewhere among the same siblings.
enum SiblingOrder {
  /// What each moved page (by its position in the new manifest) stands behind now. As few pages as
  /// possible are named: those outside a longest run that kept its order.
  static func moved(_ difference: PageDifference) -> [Int: String] {
    let (old, new, pairs) = (difference.old, difference.new, difference.pairs)
    var siblings: [String: [Int]] = [:]
    for (position, page) in new.pages.enumerated() {
      siblings[new.identity(of: page.parent), default: []].append(position)
    }
    var moved: [Int: String] = [:]
    for group in siblings.values {
      let common = group.filter { position in
        pairs.old[position].map {
          difference.isSameParent(old.pages[$0].parent, new.pages[position].parent)
        } ?? false
      }
      let kept = Set(LongestRun.indices(of: common.compactMap { pairs.old[$0] }))
      let moving = Set(common.indices.filter { !kept.contains($0) }.map { common[$0] })
      for (place, position) in group.enumerated() where moving.contains(position) {
        moved[position] =
          place == 0 ? "now the first" : "now after \"\(new.pages[group[place - 1]].title)\""
      }
    }
    return moved
  }
}

/// A longest increasing subsequence, by patience sorting: n log n.
package enum LongestRun {
  /// The indices of its members, ascending.
  package static func indices(of values: [Int]) -> [Int] {
    var tails: [Int] = []
    var before = [Int?](repeating: nil, count: values.count)
    for (index, value) in values.enumerated() {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if values[tails[middle]] < value { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? tails[low - 1] : nil
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var run: [Int] = []
    var next = tails.last
    while let index = next {
      run.append(index)
      next = before[index]
    }
    return run.reversed()
  }
}
