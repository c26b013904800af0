private import Synchronization

/// A regular expression of the kind that inputs have: the part on which JavaScript (ECMA-262 22.2.1)
/// and the other common dialects agree. It is run as a non-deterministic automaton, so that no
/// pattern makes a long text cost more than its length times the pattern's.
package struct Pattern: Sendable {
  package enum Problem: Error, Equatable {
    /// Every dialect refuses it.
    case invalid(String)
    /// Another part of regular expressions, such as `(?=…)` and `\1`.
    case unsupported
  }

  /// A set of characters.
  struct Class: Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    var isNegated = false

    func contains(_ scalar: UInt32) -> Bool {
      for range in ranges where range.contains(scalar) { return !isNegated }
      return isNegated
    }

    /// The characters between the ranges.
    var inverted: [ClosedRange<UInt32>] {
      var result: [ClosedRange<UInt32>] = []
      var next: UInt32 = 0
      for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
        next = max(next, range.upperBound + 1)
      }
      return result + [next...0x10FFFF]
    }
  }

  indirect enum Node: Sendable {
    case one(Class)
    case start, end
    case boundary(isNegated: Bool)
    case sequence([Node])
    case either([Node])
    case repeated(Node, min: Int, max: Int?)
  }

  enum Instruction: Sendable {
    case one(Class)
    case start, end
    case boundary(isNegated: Bool)
    case split(Int, Int)
    case jump(Int)
    case match
  }

  /// A pattern that counts further than this is not tried.
  static let maximumSize = 5000

  private let program: [Instruction]

  package init(_ text: String) throws(Problem) {
    var parser = PatternParser(text)
    let root = try parser.parse()
    var compiler = PatternCompiler()
    try compiler.add(root)
    compiler.program.append(.match)
    program = compiler.program
  }

  /// The same pattern, read once: the inputs of a site's pages have few different ones.
  static func compiled(_ text: String) throws(Problem) -> Pattern {
    if let known = known.withLock({ $0[text] }) { return try known.get() }
    let result = Result<Pattern, Problem> { () throws(Problem) in try Pattern(text) }
    known.withLock { if $0.count < 1000 { $0[text] = result } }
    return try result.get()
  }

  private static let known = Mutex<[String: Result<Pattern, Problem>]>([:])

  /// True if some part of the text matches.
  package func isFound(in text: String) -> Bool {
    let scalars = text.unicodeScalars.map(\.value)
    let isAnchored = if case .start = program[0] { true } else { false }
    var threads = Threads(programSize: program.count)
    var active: [Int] = []
    for index in 0...scalars.count {
      threads.wanted.removeAll(keepingCapacity: true)
      for start in active where follow(start, at: index, scalars, &threads) { return true }
      if !isAnchored || index == 0 {
        if follow(0, at: index, scalars, &threads) { return true }
      } else if active.isEmpty {
        return false
      }
      guard index < scalars.count else { break }
      active.removeAll(keepingCapacity: true)
      for thread in threads.wanted {
        guard case .one(let set) = program[thread], set.contains(scalars[index]) else { continue }
        active.append(thread + 1)
      }
    }
    return false
  }

  /// The places of the program that are reached at one character.
  private struct Threads {
    /// Those at which a character is wanted.
    var wanted: [Int] = []
    var pending: [Int] = []
    /// For each place, the index of the character at which it was last reached.
    var seen: [Int]

    init(programSize: Int) { seen = [Int](repeating: -1, count: programSize) }
  }

  /// Goes on without taking a character, and collects where one is wanted; true if that ends in a
  /// match.
  private func follow(
    _ start: Int, at index: Int, _ text: [UInt32], _ threads: inout Threads
  ) -> Bool {
    threads.pending.append(start)
    while let place = threads.pending.popLast() {
      guard threads.seen[place] != index else { continue }
      threads.seen[place] = index
      switch program[place] {
      case .match: return true
      case .one: threads.wanted.append(place)
      case .jump(let target): threads.pending.append(target)
      case .split(let left, let right):
        threads.pending.append(right)
        threads.pending.append(left)
      case .start: if index == 0 { threads.pending.append(place + 1) }
      case .end: if index == text.count { threads.pending.append(place + 1) }
      case .boundary(let isNegated):
        if Self.isBoundary(index, text) != isNegated { threads.pending.append(place + 1) }
      }
    }
    return false
  }

  private static func isBoundary(_ index: Int, _ text: [UInt32]) -> Bool {
    let before = index > 0 && PatternParser.word.contains(text[index - 1])
    let after = index < text.count && PatternParser.word.contains(text[index])
    return before != after
  }
}

/// Turns the tree into instructions; counted repetitions are written out.
private struct PatternCompiler {
  var program: [Pattern.Instruction] = []
  /// What was written out so far. A group that repeats nothing takes time as well, and a character
  /// is held against each range of a set.
  private var size = 0

  mutating func add(_ node: Pattern.Node) throws(Pattern.Problem) {
    size += 1
    guard size < Pattern.maximumSize else { throw .unsupported }
    switch node {
    case .one(let set):
      size += set.ranges.count
      program.append(.one(set))
    case .start: program.append(.start)
    case .end: program.append(.end)
    case .boundary(let isNegated): program.append(.boundary(isNegated: isNegated))
    case .sequence(let nodes): for node in nodes { try add(node) }
    case .either(let nodes): try addChoice(nodes[...])
    case .repeated(let node, let min, let max): try addRepeated(node, min, max)
    }
  }

  private mutating func addChoice(_ nodes: ArraySlice<Pattern.Node>) throws(Pattern.Problem) {
    var ends: [Int] = []
    for (index, node) in nodes.enumerated() {
      let split = program.count
      if index < nodes.count - 1 { program.append(.jump(0)) }
      try add(node)
      guard index < nodes.count - 1 else { break }
      ends.append(program.count)
      program.append(.jump(0))
      program[split] = .split(split + 1, program.count)
    }
    for end in ends { program[end] = .jump(program.count) }
  }

  private mutating func addRepeated(_ node: Pattern.Node, _ min: Int, _ max: Int?)
    throws(Pattern.Problem)
  {
    guard (max ?? min) <= Pattern.maximumSize else { throw .unsupported }
    for _ in 0..<min { try add(node) }
    guard let max else {
      let split = program.count
      program.append(.jump(0))
      try add(node)
      program.append(.jump(split))
      program[split] = .split(split + 1, program.count)
      return
    }
    var splits: [Int] = []
    for _ in min..<Swift.max(min, max) {
      splits.append(program.count)
      program.append(.jump(0))
      try add(node)
    }
    for split in splits { program[split] = .split(split + 1, program.count) }
  }
}
