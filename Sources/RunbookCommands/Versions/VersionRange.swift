/// Some versions of a program.
package struct VersionRange: Sendable, Hashable {
  /// From a version on and up to another one, which does not belong to it.
  package struct Part: Sendable, Hashable {
    package let lower: ProgramVersion
    /// Nil without an end.
    package let upper: ProgramVersion?

    init(from lower: ProgramVersion = .zero, to upper: ProgramVersion? = nil) {
      self.lower = lower
      self.upper = upper
    }

    func intersection(_ other: Part) -> Part? {
      let lower = max(self.lower, other.lower)
      let upper = [self.upper, other.upper].compactMap(\.self).min()
      if let upper, upper <= lower { return nil }
      return Part(from: lower, to: upper)
    }
  }

  /// In order; they neither overlap nor touch.
  package let parts: [Part]

  init(_ parts: [Part]) {
    var merged: [Part] = []
    for part in parts.sorted(by: { $0.lower < $1.lower }) {
      guard let last = merged.last, last.upper.map({ part.lower <= $0 }) ?? true else {
        merged.append(part)
        continue
      }
      let upper = last.upper.flatMap { end in part.upper.map { max(end, $0) } }
      merged[merged.count - 1] = Part(from: last.lower, to: upper)
    }
    self.parts = merged
  }

  /// A version and all after it.
  package static func from(_ version: ProgramVersion) -> VersionRange {
    VersionRange([Part(from: version)])
  }

  package var isEmpty: Bool { parts.isEmpty }

  package func intersection(_ other: VersionRange) -> VersionRange {
    VersionRange(parts.flatMap { part in other.parts.compactMap(part.intersection) })
  }

  package func union(_ other: VersionRange) -> VersionRange { VersionRange(parts + other.parts) }

  package func isSubset(of other: VersionRange) -> Bool { intersection(other) == self }

  /// The range with more minor versions at both ends.
  func widened(byMinor distance: Int) -> VersionRange {
    VersionRange(
      parts.map { part in
        Part(
          from: part.lower.minor(-distance), to: part.upper.map { $0.widenedEnd(by: distance) })
      })
  }

  /// As one says it: `before 1.30`, `1.28 to 1.30`, `from 1.32 on`. An end is the first version beyond it.
  package var phrase: String {
    parts.map { part in
      switch (part.lower, part.upper) {
      case (.zero, nil): "every version"
      case (.zero, let upper?): "before \(upper.text)"
      case (let lower, nil): "from \(lower.text) on"
      case (let lower, let upper?) where lower.next == upper: lower.text
      case (let lower, let upper?): "from \(lower.text) to before \(upper.text)"
      }
    }.joined(separator: " and ")
  }
}

extension ProgramVersion {
  /// `1.31` is the end of 1.30, `1.30.3` stands within it.
  fileprivate func widenedEnd(by distance: Int) -> ProgramVersion {
    let start = minor(0)
    return start == self ? minor(distance) : minor(distance + 1)
  }
}
