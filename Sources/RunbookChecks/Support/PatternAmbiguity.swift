/// In how many ways a pattern can read one text. A browser tries them one by one before it gives up,
/// so a value that does not fit costs as many steps.
///
/// The pattern becomes an automaton with a state for each place that takes a character (Glushkov).
/// The ways grow exponentially if a loop can be gone through in two ways with the same text, and by a
/// power of the length for each loop that a text can leave for another at any point (Weber and
/// Seidl, On the degree of ambiguity of finite automata, 1991).
package struct PatternAmbiguity {
  package enum Growth: Equatable {
    case exponential
    /// The power of the text's length.
    case power(Int)
  }

  private var sets: [Pattern.Class] = []
  /// By state: where it goes on, and in how many ways.
  private var next: [[Int: Int]] = []
  private var meets: [[Bool]] = []
  /// States of which a loop is a part; those of one loop have the same number.
  private var loops: [Int?] = []

  /// Nil for patterns that are too large to tell, and for those that cannot be read.
  package static func growth(of pattern: String) -> Growth? {
    var parser = PatternParser(plain(pattern))
    guard let root = try? parser.parse() else { return nil }
    var ambiguity = PatternAmbiguity()
    let shape = ambiguity.add(rigid(root, isLooped: false))
    guard ambiguity.sets.count <= 150 else { return nil }
    ambiguity.prepare()
    guard let isExponential = ambiguity.isExponential(shape, canFail: canFail(root)) else {
      return nil
    }
    if isExponential { return .exponential }
    let isAnchored = pattern.hasPrefix("^")
    return .power(ambiguity.degree + (isAnchored ? 0 : 1))
  }

  /// Look-around and named groups are read as plain groups, which have no more ways.
  private static func plain(_ pattern: String) -> String {
    var text = pattern
    for opening in ["(?=", "(?!", "(?<=", "(?<!"] { text = text.replacing(opening, with: "(?:") }
    return text.replacing(/\(\?<[A-Za-z0-9_]+>/, with: "(?:")
      .replacing(/\\[pP]\{[A-Za-z_=]*\}/, with: "\\w")
  }

  /// Without an end that is asked for, a loop at the end takes what it can and is content.
  private static func canFail(_ node: Pattern.Node) -> Bool {
    switch node {
    case .end, .boundary: true
    case .one, .start: false
    case .sequence(let nodes), .either(let nodes): nodes.contains(where: canFail)
    case .repeated(let inner, _, _): canFail(inner)
    }
  }

  // MARK: Counts

  /// The pattern with its counts made small: a fixed count keeps two or three rounds, a range becomes a
  /// loop unless it allows of few ways.
  private static func rigid(_ node: Pattern.Node, isLooped: Bool) -> Pattern.Node {
    switch node {
    case .one, .start, .end, .boundary: return node
    case .sequence(let nodes): return .sequence(nodes.map { rigid($0, isLooped: isLooped) })
    case .either(let nodes): return .either(nodes.map { rigid($0, isLooped: isLooped) })
    case .repeated(let inner, let min, let max):
      guard let max else {
        return .repeated(rigid(inner, isLooped: true), min: Swift.min(min, 2), max: nil)
      }
      if max <= 1 { return .repeated(rigid(inner, isLooped: isLooped), min: min, max: max) }
      if min == max {
        let rounds = Swift.min(max, 3)
        return .repeated(rigid(inner, isLooped: isLooped), min: rounds, max: rounds)
      }
      if !isLooped, ways(node) <= 16 {
        let rounds = Swift.min(Swift.max(min, 1), 3)
        return .repeated(rigid(inner, isLooped: false), min: rounds, max: rounds)
      }
      return .repeated(rigid(inner, isLooped: true), min: Swift.min(min, 2), max: nil)
    }
  }

  /// How many ways there are at most, up to a bound.
  private static func ways(_ node: Pattern.Node) -> Double {
    switch node {
    case .one, .start, .end, .boundary: return 1
    case .sequence(let nodes): return nodes.reduce(1) { $0 * ways($1) }
    case .either(let nodes): return nodes.reduce(0) { $0 + ways($1) }
    case .repeated(let inner, let min, let max):
      guard let max, max <= 64 else { return .infinity }
      let once = ways(inner)
      var total = 0.0
      var product = 1.0
      for round in 0...max {
        if round >= min { total += product }
        product *= once
        if total > 1e6 { return .infinity }
      }
      return total
    }
  }

  // MARK: The automaton

  private struct Shape {
    var first: [Int] = []
    var last: [Int] = []
    var isEmpty = true
  }

  private mutating func connect(_ left: [Int], _ right: [Int]) {
    for state in left { for target in right { next[state][target, default: 0] += 1 } }
  }

  private mutating func add(_ node: Pattern.Node) -> Shape {
    guard sets.count <= 150 else { return Shape() }
    switch node {
    case .one(let set):
      sets.append(set)
      next.append([:])
      return Shape(first: [sets.count - 1], last: [sets.count - 1], isEmpty: false)
    case .start, .end, .boundary: return Shape()
    case .sequence(let nodes): return nodes.reduce(into: Shape()) { append($1, to: &$0) }
    case .either(let nodes):
      var shape = Shape(isEmpty: false)
      for node in nodes {
        let part = add(node)
        shape.first += part.first
        shape.last += part.last
        shape.isEmpty = shape.isEmpty || part.isEmpty
      }
      return shape
    case .repeated(let inner, let min, let max):
      var shape = Shape()
      for _ in 0..<Swift.max(0, max == nil ? min - 1 : min) { append(inner, to: &shape) }
      guard max == nil || max ?? 0 > min else { return shape }
      var part = add(inner)
      if max == nil { connect(part.last, part.first) }
      part.isEmpty = part.isEmpty || min == 0 || max != nil
      append(part, to: &shape)
      return shape
    }
  }

  private mutating func append(_ node: Pattern.Node, to shape: inout Shape) {
    append(add(node), to: &shape)
  }

  private mutating func append(_ part: Shape, to shape: inout Shape) {
    connect(shape.last, part.first)
    if shape.isEmpty { shape.first += part.first }
    shape.last = part.isEmpty ? shape.last + part.last : part.last
    shape.isEmpty = shape.isEmpty && part.isEmpty
  }

  private mutating func prepare() {
    meets = sets.map { left in sets.map { left.meets($0) } }
    let parts = StrongParts(count: sets.count) { Array(next[$0].keys) }
    loops = sets.indices.map { state in
      parts.sizes[parts.numbers[state]] > 1 || next[state][state] != nil
        ? parts.numbers[state] : nil
    }
  }

  // MARK: Ways

  /// Whether two different ways lead from a state back to it with one text; nil if it is too large.
  private func isExponential(_ shape: Shape, canFail: Bool) -> Bool? {
    let count = sets.count
    // Pairs of states of one loop, walked through with the same text.
    func targets(_ pair: Int) -> [Int] {
      let (left, right) = (pair / count, pair % count)
      guard let loop = loops[left], loop == loops[right] else { return [] }
      return next[left].keys.filter { loops[$0] == loop }.flatMap { one in
        next[right].keys.filter { loops[$0] == loop && meets[one][$0] }.map { one * count + $0 }
      }
    }
    let edges = next.reduce(0) { $0 + $1.count }
    guard edges * edges <= 3_000_000 else { return nil }
    let parts = StrongParts(count: count * count, targets)
    let last = Set(shape.last)
    for state in sets.indices where loops[state] != nil {
      if !canFail && last.contains(state) { continue }
      let part = parts.numbers[state * (count + 1)]
      let isSplit = next[state].contains { target, ways in
        ways > 1 && parts.numbers[target * (count + 1)] == part
          && (target != state || next[state][state] != nil)
      }
      if isSplit { return true }
      guard parts.sizes[part] > 1 else { continue }
      let isDouble = sets.indices.contains { other in
        other != state && loops[other] == loops[state]
          && sets.indices.contains { $0 != other && parts.numbers[other * count + $0] == part }
      }
      if isDouble { return true }
    }
    return false
  }

  /// How many loops follow each other that one text can leave for the next at many points.
  private var degree: Int {
    let numbers = Set(loops.compactMap(\.self))
    var exits: [Int: Set<Int>] = [:]
    for from in numbers {
      for to in numbers where to != from && isLeft(from, for: to) {
        exits[from, default: []].insert(to)
      }
    }
    // A chain may go over loops between; `StrongParts` numbers parts from the end to the start.
    var depth: [Int: Int] = [:]
    for number in numbers.sorted() {
      let behind = numbers.filter { $0 < number && reaches(number, $0) }
      let own = exits[number, default: []].map { (depth[$0] ?? 0) + 1 }.max() ?? 0
      depth[number] = max(own, behind.map { depth[$0] ?? 0 }.max() ?? 0)
    }
    return depth.values.max() ?? 0
  }

  private func reaches(_ from: Int, _ to: Int) -> Bool {
    var seen = Set(sets.indices.filter { loops[$0] == from })
    var pending = Array(seen)
    while let state = pending.popLast() {
      if loops[state] == to { return true }
      for target in next[state].keys where seen.insert(target).inserted { pending.append(target) }
    }
    return false
  }

  /// Whether some text leads from a state p of the one loop to itself, to a state q of the other, and
  /// from q to itself.
  private func isLeft(_ from: Int, for to: Int) -> Bool {
    let count = sets.count
    for p in sets.indices where loops[p] == from {
      for q in sets.indices where loops[q] == to {
        let goal = (p * count + q) * count + q
        var seen: Set = [(p * count + p) * count + q]
        var pending = Array(seen)
        while let triple = pending.popLast() {
          guard seen.count < 20_000 else { return false }
          let (one, two, three) = (triple / count / count, triple / count % count, triple % count)
          for a in next[one].keys where loops[a] == from {
            for c in next[three].keys where loops[c] == to && meets[a][c] {
              for b in next[two].keys where meets[a][b] && meets[b][c] {
                let target = (a * count + b) * count + c
                if target == goal { return true }
                if seen.insert(target).inserted { pending.append(target) }
              }
            }
          }
        }
      }
    }
    return false
  }
}

extension Pattern.Class {
  /// Whether a character is in both.
  fileprivate func meets(_ other: Pattern.Class) -> Bool {
    let left = isNegated ? inverted : ranges
    let right = other.isNegated ? other.inverted : other.ranges
    return left.contains { one in right.contains { $0.overlaps(one) } }
  }
}

/// The strongly connected parts of a graph (Tarjan, without recursion). Parts that others lead to have
/// the smaller numbers.
private struct StrongParts {
  private(set) var numbers: [Int]
  private(set) var sizes: [Int] = []

  init(count: Int, _ targets: (Int) -> [Int]) {
    numbers = [Int](repeating: -1, count: count)
    var order = [Int](repeating: -1, count: count)
    var low = order
    var stack: [Int] = []
    var clock = 0
    for root in 0..<count where order[root] < 0 {
      var calls: [(node: Int, rest: [Int])] = []
      func enter(_ node: Int) {
        order[node] = clock
        low[node] = clock
        clock += 1
        stack.append(node)
        calls.append((node, targets(node)))
      }
      enter(root)
      while let (node, _) = calls.last {
        if let target = calls[calls.count - 1].rest.popLast() {
          if order[target] < 0 {
            enter(target)
          } else if numbers[target] < 0 {
            low[node] = min(low[node], order[target])
          }
          continue
        }
        calls.removeLast()
        if let parent = calls.last?.node { low[parent] = min(low[parent], low[node]) }
        guard low[node] == order[node] else { continue }
        var size = 0
        while let member = stack.popLast() {
          numbers[member] = sizes.count
          size += 1
          if member == node { break }
        }
        sizes.append(size)
      }
    }
  }
}
