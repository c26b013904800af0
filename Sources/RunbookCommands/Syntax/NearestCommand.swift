package import RunbookModel

/// "Did you mean" for a quick-reference row that no step holds.
package struct NearestCommand: Sendable {
  /// Index of the candidate.
  package let candidate: Int
  /// The pipelines of the candidate that come closest.
  package let range: ByteRange
  /// Words to insert, remove or replace.
  package let distance: Int

  /// Longer commands are compared by their start.
  private static let maximumTerms = 64

  /// The closest run of pipelines that starts with the same program, if at most half of the row's
  /// words differ. The first of equals wins.
  ///
  /// - Parameter candidates: where each starts in a list of statements.
  package static func closest(
    to row: CommandPattern, among candidates: [(run: [PipelinePattern], start: Int)]
  ) -> NearestCommand? {
    guard let pipelines = row.runs.first, let program = pipelines.first?.program else { return nil }
    let target = terms(of: pipelines[...])
    var best: NearestCommand?
    for (index, (run, start)) in candidates.enumerated() where run[start].program == program {
      let window = run[start..<min(start + pipelines.count, run.count)]
      let limit = min(target.count / 2, (best?.distance ?? .max) - 1)
      guard let last = window.last,
        let distance = distance(target, terms(of: window), limit: limit)
      else { continue }
      let range = run[start].range.lowerBound..<last.range.upperBound
      best = NearestCommand(candidate: index, range: range, distance: distance)
    }
    return best
  }

  private static func terms(of run: ArraySlice<PipelinePattern>) -> [PipelinePattern.Term] {
    Array(run.flatMap { $0.terms + [.symbol($0.isAlternative ? "||" : ";")] }.prefix(maximumTerms))
  }

  /// Edit distance in words, where words that unify are equal; nil beyond the limit.
  private static func distance(
    _ left: [PipelinePattern.Term], _ right: [PipelinePattern.Term], limit: Int
  ) -> Int? {
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let cost = PipelinePattern.unify(left[row], right[column]) ? 0 : 1
        current.append(
          min(previous[column] + cost, previous[column + 1] + 1, current[column] + 1))
      }
      if current.allSatisfy({ $0 > limit }) { return nil }
      previous = current
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
