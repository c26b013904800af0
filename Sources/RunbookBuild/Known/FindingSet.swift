import RunbookChecks
package import RunbookModel

/// What makes a finding the same one in two states of a site: its file, its rule and the text of its line,
/// wherever that line stands.
package struct FindingKey: Hashable, Sendable {
  package let file: String
  package let rule: String
  /// Of the line's text without the blanks around it: the first 12 digits of its SHA-256.
  package let lineHash: String

  /// - Parameter rule: an id, which may be a former one.
  init(file: String, rule: String, lineHash: String) {
    self.file = file
    self.rule = RuleCatalog.rule(rule)?.id ?? rule
    self.lineHash = lineHash
  }

  /// - Parameter source: the text of the file; nil where it is not known.
  init(_ diagnostic: Diagnostic, _ source: SourceFile?) {
    let isMissing = diagnostic.id == "front-matter-missing"
    let text =
      isMissing
      ? Self.field(of: diagnostic) : Self.line(at: diagnostic.range.bytes.lowerBound, of: source)
    self.init(
      file: diagnostic.range.file, rule: diagnostic.id,
      lineHash: String(SHA256.hex(text).prefix(12)))
  }

  /// What is missing stands on no line, and is reported at whichever is first: its name tells it apart.
  private static func field(of diagnostic: Diagnostic) -> [UInt8] {
    Array(diagnostic.summary.split(separator: "`").prefix(1).joined().utf8)
  }

  private static func line(at offset: Int, of source: SourceFile?) -> [UInt8] {
    guard let source else { return [] }
    let line = source.lines.contentRange(
      ofLine: source.lines.line(at: offset), in: source.bytes)
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var text = source.bytes[line].drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return Array(text)
  }
}

/// Findings by what makes them the same, each as often as it was found.
package struct FindingSet: Sendable, Equatable {
  private var counts: [FindingKey: Int] = [:]

  package init() {}

  package init(_ keys: some Sequence<FindingKey>) {
    for key in keys { counts[key, default: 0] += 1 }
  }

  /// Those of a report that may be known: see `isAlwaysTold`.
  package init(_ diagnostics: [Diagnostic], _ sources: [String: SourceFile]) {
    self.init(
      diagnostics.filter { !Self.isAlwaysTold($0) }
        .map { FindingKey($0, sources[$0.range.file]) })
  }

  package var count: Int { counts.values.reduce(0, +) }
  package var isEmpty: Bool { counts.isEmpty }

  /// Each finding as often as it is there, sorted by file, rule and line.
  package var sorted: [FindingKey] {
    counts.sorted { left, right in
      if left.key.file != right.key.file { return left.key.file.precedesByBytes(right.key.file) }
      if left.key.rule != right.key.rule { return left.key.rule < right.key.rule }
      return left.key.lineHash < right.key.lineHash
    }.flatMap { key, count in Array(repeating: key, count: count) }
  }

  /// Each finding as often as in the set that has more of it.
  func union(_ other: FindingSet) -> FindingSet {
    var result = self
    result.counts.merge(other.counts, uniquingKeysWith: max)
    return result
  }

  /// Each finding as often as both have it.
  package func intersection(_ other: FindingSet) -> FindingSet {
    var result = FindingSet()
    for (key, count) in counts {
      let both = min(count, other.counts[key] ?? 0)
      if both > 0 { result.counts[key] = both }
    }
    return result
  }

  /// The findings that are not in the set. Where it has fewer of a kind than there are, the last are
  /// left.
  func left(of diagnostics: [Diagnostic], _ source: (String) -> SourceFile?) -> [Diagnostic] {
    if counts.isEmpty { return diagnostics }
    // A copy of the counts would be one of the whole site, for each page.
    var used: [FindingKey: Int] = [:]
    return diagnostics.filter { diagnostic in
      guard !Self.isAlwaysTold(diagnostic) else { return true }
      let key = FindingKey(diagnostic, source(diagnostic.range.file))
      let before = used[key, default: 0]
      guard before < counts[key] ?? 0 else { return true }
      used[key] = before + 1
      return false
    }
  }

  /// Whether a finding keeps others from being found: no baseline holds it.
  package static func isAlwaysTold(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.id.hasPrefix("config-") || ["file-unusable", "site-empty"].contains(diagnostic.id)
  }
}
