/// Which step of a page is which of the page before, and what has moved.
struct StepAlignment {
  /// In the order of the new page.
  private(set) var pairs: [(old: Int, new: Int)] = []
  private(set) var removed: [Int] = []
  private(set) var added: [Int] = []
  /// Steps that stand elsewhere among the others, as indices of the new page.
  private(set) var moved: [Int] = []
  /// Indices into the pairs of acts: those that stand in another step, or in another order in theirs.
  private(set) var movedActs: Set<Int> = []

  init(_ old: PageProcedure, _ new: PageProcedure, _ acts: ActAlignment) {
    pair(old, new, acts)
    let (from, to) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    removed = old.steps.indices.filter { !from.contains($0) }
    added = new.steps.indices.filter { !to.contains($0) }
    pairRenamed(old, new)
    pairs.sort { $0.new < $1.new }
    let kept = Set(LongestRun.indices(of: pairs.map(\.old)))
    moved = pairs.indices.filter { !kept.contains($0) }.map { pairs[$0].new }
    findMovedActs(old, new, acts)
  }

  func old(of step: Int) -> Int? { pairs.first { $0.new == step }?.old }

  /// By title, then by most of the acts.
  private mutating func pair(_ old: PageProcedure, _ new: PageProcedure, _ acts: ActAlignment) {
    var votes: [[Int]: Int] = [:]
    for (from, step) in old.steps.enumerated() {
      let named = new.steps.indices.filter {
        new.steps[$0].title == step.title && new.steps[$0].part == step.part
      }
      for to in named { votes[[from, to], default: 0] += named.count == 1 ? 1000 : 1 }
    }
    for pair in acts.pairs {
      guard let from = old.acts[pair.old].step, let to = new.acts[pair.new].step else { continue }
      votes[[from, to], default: 0] += 2
    }
    var (usedOld, usedNew) = (Set<Int>(), Set<Int>())
    let ranked = votes.sorted {
      ($1.value, $0.key[0], $0.key[1]) < ($0.value, $1.key[0], $1.key[1])
    }
    for (key, _) in ranked where !usedOld.contains(key[0]) && !usedNew.contains(key[1]) {
      usedOld.insert(key[0])
      usedNew.insert(key[1])
      pairs.append((old: key[0], new: key[1]))
    }
  }

  /// A step without commands that has another title at the same place.
  private mutating func pairRenamed(_ old: PageProcedure, _ new: PageProcedure) {
    for from in removed {
      let neighbour = from > 0 ? pairs.first { $0.old == from - 1 }?.new : -1
      guard let place = neighbour.map({ $0 + 1 }), added.contains(place),
        old.steps[from].part == new.steps[place].part,
        !old.acts.contains(where: { $0.step == from }),
        !new.acts.contains(where: { $0.step == place })
      else { continue }
      pairs.append((old: from, new: place))
      added.removeAll { $0 == place }
    }
    let from = Set(pairs.map(\.old))
    removed.removeAll(where: from.contains)
  }

  private mutating func findMovedActs(
    _ old: PageProcedure, _ new: PageProcedure, _ acts: ActAlignment
  ) {
    var groups: [Int?: [Int]] = [:]
    for (index, pair) in acts.pairs.enumerated() {
      let (was, now) = (old.acts[pair.old], new.acts[pair.new])
      let expected = was.step.flatMap { from in pairs.first { $0.old == from }?.new }
      if now.step == expected {
        groups[now.step, default: []].append(index)
      } else if was.step != nil && expected != nil {
        movedActs.insert(index)
      } else if was.step == nil || now.step == nil {
        // A heading came or went above it.
        groups[now.step, default: []].append(index)
      }
    }
    for group in groups.values {
      let kept = Set(LongestRun.indices(of: group.map { acts.pairs[$0].old }))
      movedActs.formUnion(group.indices.filter { !kept.contains($0) }.map { group[$0] })
    }
  }
}
