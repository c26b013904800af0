/// The one place where work is spread over cores.
package enum Parallel {
  /// Maps every element, in any order of time and always in the same order of results. Elements are
  /// handed out in runs, so that a cheap element does not cost a task of its own, and in short ones, so
  /// that no core waits long for another's last run.
  package static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    guard elements.count > 1 else { return elements.map(transform) }
    let size = max(1, min(32, elements.count / 32))
    let starts = Array(stride(from: 0, to: elements.count, by: size))
    return await withTaskGroup(of: (Int, [Result]).self) { group in
      for start in starts {
        group.addTask {
          (start, elements[start..<min(start + size, elements.count)].map(transform))
        }
      }
      var runs: [Int: [Result]] = [:]
      for await (start, results) in group { runs[start] = results }
      return starts.flatMap { runs[$0] ?? [] }
    }
  }

  /// Lets go of a large value on another core, so that nobody waits until all of it is freed.
  package static func release(_ value: consuming some Sendable) {
    Task.detached(priority: .background) { [value] in withExtendedLifetime(value) {} }
  }
}
