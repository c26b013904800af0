/// The one place where work is spread over cores.
package enum Parallel {
  /// Maps every element, in any order of time and always in the same order of results. Elements are
  /// handed out in runs, so that a cheap element does not cost a task of its own, and in short ones, so
  /// that no core waits long for another's last run.
  ///
  /// - Throws: the first problem, in the order of the elements. What comes after it may not be asked for.
  package static func map<Element: Sendable, Result: Sendable, Failure: Error>(
    _ elements: [Element],
    _ transform: @escaping @Sendable (Element) throws(Failure) -> Result
  ) async throws(Failure) -> [Result] {
    guard elements.count > 1 else { return try elements.map(transform) }
    let size = max(1, min(32, elements.count / 32))
    let starts = Array(stride(from: 0, to: elements.count, by: size))
    typealias Run = Swift.Result<[Result], Failure>
    return try await withTaskGroup(of: (Int, Run).self) { group in
      for start in starts {
        group.addTask {
          let run = elements[start..<min(start + size, elements.count)]
          return (start, Run { () throws(Failure) in try run.map(transform) })
        }
      }
      // A run is let go as soon as it has its place, as there may be results of a whole site.
      var (results, waiting): ([Result], [Int: [Result]]) = ([], [:])
      results.reserveCapacity(elements.count)
      var failure: (start: Int, problem: Failure)?
      for await (start, run) in group {
        switch run {
        case .success(let values): waiting[start] = values
        case .failure(let problem) where start < failure?.start ?? .max:
          failure = (start, problem)
        case .failure: break
        }
        while let next = waiting.removeValue(forKey: results.count) { results += next }
      }
      return failure.map { Swift.Result.failure($0.problem) } ?? .success(results)
    }.get()
  }

  /// Lets go of a large value on another core, so that nobody waits until all of it is freed.
  package static func release(_ value: consuming some Sendable) {
    Task.detached(priority: .background) { [value] in withExtendedLifetime(value) {} }
  }
}
