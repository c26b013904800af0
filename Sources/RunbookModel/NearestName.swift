/// "Did you mean": the known name that a misspelt one is closest to.
package enum NearestName {
  /// The closest candidate by optimal string alignment distance, if it is close enough to be worth
  /// saying: at most a third of the letters differ. Ties go to the first in the given order.
  package static func suggestion(for name: String, among candidates: some Sequence<String>)
    -> String?
  {
    let target = Array(name.lowercased().unicodeScalars.prefix(64))
    let limit = max(1, target.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name {
      let letters = Array(candidate.lowercased().unicodeScalars.prefix(64))
      guard abs(letters.count - target.count) <= limit else { continue }
      let distance = self.distance(target, letters)
      if distance <= limit && distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.name
  }

  /// Edits (insert, remove, replace, swap of neighbours) between two sequences.
  package static func distance<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1] + [Int](repeating: 0, count: right.count)
      for column in 0..<right.count {
        var cost = min(
          previous[column] + (left[row] == right[column] ? 0 : 1),
          previous[column + 1] + 1, current[column] + 1)
        if row > 0 && column > 0 && left[row] == right[column - 1]
          && left[row - 1] == right[column]
        {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current[column + 1] = cost
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
