/// Which act of a page is which of the page before.
struct ActAlignment {
  typealias Act = PageProcedure.Act

  /// Indices of acts before and after; those that are the same first.
  private(set) var pairs: [(old: Int, new: Int)] = []
  /// What has no other half.
  private(set) var removed: [Int]
  private(set) var added: [Int]

  /// From which share of common words two acts are one that was changed.
  private static let leastLikeness = 0.5
  /// Beyond this many comparisons nobody looks for acts that are alike.
  private static let mostComparisons = 40_000

  private let old: [Act]
  private let new: [Act]
  private let oldBlocks: [PageProcedure.Block]
  private let newBlocks: [PageProcedure.Block]

  init(_ old: PageProcedure, _ new: PageProcedure) {
    (self.old, self.new) = (old.acts, new.acts)
    (oldBlocks, newBlocks) = (old.blocks, new.blocks)
    removed = Array(old.acts.indices)
    added = Array(new.acts.indices)
    pairSame()
    pairMoved()
    pairAlike()
    pairs.sort { $0.new < $1.new }
  }

  /// What stands in the same order.
  private mutating func pairSame() {
    var gone: Set<Int> = []
    var come: Set<Int> = []
    for change in new.map(\.key).difference(from: old.map(\.key)) {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    pairs = Array(
      zip(removed.filter { !gone.contains($0) }, added.filter { !come.contains($0) })
    ).map { (old: $0.0, new: $0.1) }
    removed = gone.sorted()
    added = come.sorted()
  }

  /// What stands elsewhere, word for word.
  private mutating func pairMoved() {
    var places: [Act.Key: [Int]] = [:]
    for index in added.reversed() { places[new[index].key, default: []].append(index) }
    take(
      removed.compactMap { index in
        places[old[index].key]?.popLast().map { (old: index, new: $0) }
      })
  }

  /// What was changed: the best first.
  private mutating func pairAlike() {
    guard removed.count * added.count <= Self.mostComparisons else { return }
    var candidates: [(likeness: Double, old: Int, new: Int)] = []
    let words = added.map { new[$0].words }
    for from in removed {
      let own = old[from].words
      for (to, others) in zip(added, words) {
        let likeness = likeness(from, own, to, others)
        if likeness >= Self.leastLikeness { candidates.append((likeness, from, to)) }
      }
    }
    // Of equals, those that are nearest to each other on the page.
    candidates.sort {
      ($1.likeness, abs($0.old - $0.new), $0.old, $0.new)
        < ($0.likeness, abs($1.old - $1.new), $1.old, $1.new)
    }
    var (usedOld, usedNew) = (Set<Int>(), Set<Int>())
    take(
      candidates.compactMap { candidate in
        guard !usedOld.contains(candidate.old), !usedNew.contains(candidate.new) else { return nil }
        usedOld.insert(candidate.old)
        usedNew.insert(candidate.new)
        return (old: candidate.old, new: candidate.new)
      })
  }

  private mutating func take(_ found: [(old: Int, new: Int)]) {
    pairs += found
    let (from, to) = (Set(found.map(\.old)), Set(found.map(\.new)))
    removed.removeAll(where: from.contains)
    added.removeAll(where: to.contains)
  }

  /// From 0 to 1, and more where the author calls both blocks by the same name.
  private func likeness(
    _ from: Int, _ left: Set<Substring>, _ to: Int, _ right: Set<Substring>
  ) -> Double {
    let (before, after) = (old[from], new[to])
    guard before.key.kind == after.key.kind else { return 0 }
    let name = oldBlocks[before.block].name
    let isNamed = name != nil && name == newBlocks[after.block].name
    let common = left.intersection(right).count
    let share = Double(2 * common) / Double(max(1, left.count + right.count))
    let (first, second) = (before.commands.first, after.commands.first)
    let isSameProgram = first != nil && first?.program == second?.program
    let kinship = isSameProgram ? first?.title == second?.title ? 0.3 : 0.15 : 0
    return share + kinship + (isNamed ? 0.4 : 0)
  }
}

extension PageProcedure.Act {
  struct Key: Hashable {
    let kind: Int
    let text: String
  }

  /// The same for what is run alike; the label of a block of content does not count.
  var key: Key {
    let number =
      switch kind {
      case .shell: 0
      case .powerShell: 1
      case .content: 2
      }
    return Key(kind: number, text: text)
  }

  var isContent: Bool { if case .content = kind { true } else { false } }

  fileprivate var words: Set<Substring> {
    Set(text.split(whereSeparator: \.isWhitespace))
  }
}
