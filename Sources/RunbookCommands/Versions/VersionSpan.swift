/// Since when a verb, an option or a value exists, and until when. Most have always been there.
package struct VersionSpan: Sendable, Hashable {
  /// The first version that has it.
  package var since: ProgramVersion?
  /// The first version that no longer has it.
  package var removed: ProgramVersion?
  /// The first version that advises against it.
  package var deprecated: ProgramVersion?

  package init(
    since: ProgramVersion? = nil, removed: ProgramVersion? = nil, deprecated: ProgramVersion? = nil
  ) {
    self.since = since
    self.removed = removed
    self.deprecated = deprecated
  }

  package var isEmpty: Bool { since == nil && removed == nil && deprecated == nil }
}

/// What is known of a program's versions.
package struct ProgramHistory: Sendable {
  /// Those that were looked at, in order. What changed between two of them changed in the later one or in one that
  /// nobody looked at.
  package var versions: [ProgramVersion] = []
  /// Lowercase names of products whose version is the program's: a page says `kubernetes` and means kubectl, too.
  package var products: [String] = []
  /// By how many minor versions the program may differ from the product.
  package var skew = 0

  /// What a site says of the program goes before.
  func extended(by other: ProgramHistory) -> ProgramHistory {
    ProgramHistory(
      versions: other.versions.isEmpty ? versions : other.versions,
      products: products + other.products, skew: max(skew, other.skew))
  }

  /// The versions that surely lack something. Of a version between the last that was seen without it and the first
  /// that was seen with it nothing is known.
  package func lacking(_ span: VersionSpan) -> VersionRange {
    var parts: [VersionRange.Part] = []
    if let since = span.since {
      let end = versions.last { $0 < since }?.next ?? since
      parts.append(.init(to: min(end, since)))
    }
    if let removed = span.removed { parts.append(.init(from: removed)) }
    return VersionRange(parts)
  }

  /// The versions that advise against something.
  package func advisingAgainst(_ span: VersionSpan) -> VersionRange {
    VersionRange(span.deprecated.map { [.init(from: $0, to: span.removed)] } ?? [])
  }
}

/// The versions that a page speaks of.
package struct VersionClaim: Sendable, Hashable {
  /// As the page names it.
  package let product: String
  package let versions: VersionRange
  /// Those that the reader's program may have: a kubectl works with a cluster that is one minor version away.
  package let possible: VersionRange

  package init(product: String, versions: VersionRange, program: Program) {
    self.product = product
    self.versions = versions
    let isProgram = product.lowercased() == program.name
    possible = isProgram ? versions : versions.widened(byMinor: program.history.skew)
  }
}
