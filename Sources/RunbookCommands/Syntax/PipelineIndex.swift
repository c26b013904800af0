/// Pipelines by what stands where in them, so that those that may unify with another one are found
/// without a look at all of them.
///
/// A pipeline without a gap is found by all of its terms at once. For one with gaps, on either side,
/// the place is taken at which the fewest have the same term. Where there are only a few, as on nearly
/// every page by itself, comparing them costs less than looking them up.
package struct PipelineIndex: Sendable {
  private struct Key: Hashable {
    let place: Int
    let term: PipelinePattern.Term
  }

  private struct Lists: Sendable {
    var all: [Int] = []
    var byTerm: [Key: [Int]] = [:]
  }

  /// Places beyond are compared, but not looked up.
  private static let places = 12

  /// More are looked up.
  private static let fewLimit = 64

  private var count = 0
  /// All of them, as long as they are few.
  private var few: [PipelinePattern] = []
  /// What each of these opens with; empty where that is no word that stands for itself.
  private var openings: [String] = []
  private var whole: [[PipelinePattern.Term]: [Int]] = [:]
  /// Of pipelines without gaps.
  private var fixed = Lists()
  /// Of pipelines with gaps.
  private var open = Lists()
  /// By place, the pipelines that take any word there.
  private var gaps = [[Int]](repeating: [], count: PipelineIndex.places)

  package init() {}

  /// Adds a pipeline; the first has the number 0.
  package mutating func append(_ pipeline: PipelinePattern) {
    count += 1
    if count <= Self.fewLimit {
      few.append(pipeline)
      openings.append(pipeline.opening ?? "")
      return
    }
    for (number, pipeline) in few.enumerated() { enter(pipeline, number) }
    (few, openings) = ([], [])
    enter(pipeline, count - 1)
  }

  private mutating func enter(_ pipeline: PipelinePattern, _ number: Int) {
    let terms = pipeline.terms
    if terms.allSatisfy(\.isFixed) {
      whole[terms, default: []].append(number)
      fixed.all.append(number)
      for (place, term) in terms.prefix(Self.places).enumerated() {
        fixed.byTerm[Key(place: place, term: term), default: []].append(number)
      }
      return
    }
    open.all.append(number)
    for place in 0..<Self.places {
      if place < terms.count, terms[place].isFixed {
        open.byTerm[Key(place: place, term: terms[place]), default: []].append(number)
      } else if place < terms.count || pipeline.endsInLonePlaceholder {
        gaps[place].append(number)
      }
    }
  }

  /// The numbers of pipelines, in ascending order, among which are all that unify with this one.
  package func candidates(for pipeline: PipelinePattern) -> [Int] {
    if count <= Self.fewLimit {
      // Nearly all differ in their first word.
      let opening = pipeline.opening ?? ""
      return few.indices.filter { index in
        (opening.isEmpty || openings[index].isEmpty || openings[index] == opening)
          && few[index].termsUnify(with: pipeline)
      }
    }
    let keys = keys(of: pipeline)
    let isFixed = pipeline.terms.allSatisfy(\.isFixed)
    let same = isFixed ? whole[pipeline.terms] ?? [] : shortest(keys.map { fixed.byTerm[$0] ?? [] })
    let similar = keys.min { weight($0) < weight($1) }.map {
      Self.merged(open.byTerm[$0] ?? [], gaps[$0.place])
    }
    return Self.merged(same ?? fixed.all, similar ?? open.all)
  }

  private func weight(_ key: Key) -> Int { (open.byTerm[key]?.count ?? 0) + gaps[key.place].count }

  private func shortest(_ lists: [[Int]]) -> [Int]? { lists.min { $0.count < $1.count } }

  private func keys(of pipeline: PipelinePattern) -> [Key] {
    pipeline.terms.prefix(Self.places).enumerated().compactMap { place, term in
      term.isFixed ? Key(place: place, term: term) : nil
    }
  }

  private static func merged(_ left: [Int], _ right: [Int]) -> [Int] {
    if left.isEmpty { return right }
    return right.isEmpty ? left : (left + right).sorted()
  }

  /// The pipelines that have a term of this one at the same place or beside it, those with the rarest
  /// term first.
  ///
  /// - Parameter limit: how many are wanted at most, and how far a list is looked through for them.
  package func similar(
    to pipeline: PipelinePattern, limit: Int, where isWanted: (Int) -> Bool
  ) -> [Int] {
    if count <= Self.fewLimit { return Array(few.indices.lazy.filter(isWanted).prefix(limit)) }
    var lists: [[Int]] = []
    for key in keys(of: pipeline) {
      for place in [key.place, key.place - 1, key.place + 1] {
        let near = Key(place: place, term: key.term)
        lists += [fixed.byTerm[near], open.byTerm[near]].compactMap(\.self)
      }
    }
    lists.sort { $0.count < $1.count }
    var seen: Set<Int> = []
    var found: [Int] = []
    for number in lists.lazy.flatMap({ $0.prefix(2 * limit) })
    where seen.insert(number).inserted && isWanted(number) {
      found.append(number)
      if found.count == limit { break }
    }
    return found.sorted()
  }
}

extension PipelinePattern.Term {
  /// Whether it is the same text in every case.
  fileprivate var isFixed: Bool {
    switch self {
    case .word(let word): word.isLiteral
    case .symbol: true
    }
  }
}
