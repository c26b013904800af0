package import RunbookModel

/// A rule that an author silences, with a reason, for a block or for a whole page.
package struct Allowance: Sendable {
  /// The id of the rule, never a former one.
  let rule: String
  /// Where it is written.
  let place: SourceRange
  /// The block that it is for, as whole lines; nil for the page.
  let lines: ByteRange?

  init(rule: String, place: SourceRange, lines: ByteRange? = nil) {
    self.rule = rule
    self.place = place
    self.lines = lines
  }

  /// Why a name and a reason make no allowance; nil when they do.
  static func problem(_ name: String, reason: String) -> (
    summary: String, explanation: String
  )? {
    let form =
      "Write `runbookgen-allow RULE: reason` in the comment, or `RULE: reason` below `allow`."
    guard let rule = RuleCatalog.rule(name) else {
      let known = RuleCatalog.all.map(\.id)
      let near = NearestName.suggestion(for: name, among: known)
      return (
        name.isEmpty
          ? "this allowance names no rule"
          : "there is no rule `\(name)` to allow" + (near.map { "; did you mean `\($0)`?" } ?? ""),
        form + " The rule stands in brackets after the severity of a finding."
      )
    }
    guard reason.isBlank else { return nil }
    return (
      "`\(rule.id)` is allowed here without a reason",
      form + " The next reader has to know whether the reason still holds."
    )
  }
}

/// The allowances of a site. Questions are answered from sorted places, as a page may have thousands.
package struct Allowances: Sendable {
  private struct Key: Hashable {
    let file: String
    let rule: String
  }

  private var all: [Key: [Allowance]] = [:]

  package init() {}

  /// - Parameter file: the page whose findings they are about.
  package mutating func add(_ allowances: [Allowance], of file: String) {
    for allowance in allowances {
      all[Key(file: file, rule: allowance.rule), default: []].append(allowance)
    }
  }

  /// The findings without those that are allowed. Of a finding that stands for several places, what is
  /// allowed is left out.
  func left(of diagnostics: [Diagnostic]) -> [Diagnostic] {
    if all.isEmpty { return diagnostics }
    var blocks: [Key: SortedRanges] = [:]
    return diagnostics.compactMap { diagnostic in
      let key = Key(file: diagnostic.range.file, rule: diagnostic.id)
      guard let own = all[key] else { return diagnostic }
      if blocks[key] == nil { blocks[key] = SortedRanges(own.map { $0.lines ?? 0..<Int.max }) }
      return diagnostic.leavingOut(blocks[key] ?? SortedRanges([]))
    }
  }

  /// A finding for each allowance that allows none of these, which have to be all findings of the
  /// site. Of a page that could not be read nothing is said, nor of what the configuration gives to
  /// many pages.
  package func unused(of diagnostics: [Diagnostic]) -> [Diagnostic] {
    if all.isEmpty { return [] }
    let unread = Set(
      diagnostics.filter { $0.id == LimitExceeded.rule.id }.map(\.range.file))
    let found = Dictionary(grouping: diagnostics + Diagnostic.landed(diagnostics)) {
      Key(file: $0.range.file, rule: $0.id)
    }
    return all.flatMap { key, allowances -> [Diagnostic] in
      if unread.contains(key.file) { return [] }
      let places = (found[key] ?? []).flatMap(\.places).map(\.lowerBound).sorted()
      return allowances.filter { allowance in
        allowance.place.file == key.file
          && !Self.holds(allowance.lines ?? 0..<Int.max, oneOf: places)
      }.map(AllowanceUnused.finding)
    }
  }

  /// - Parameter places: in ascending order.
  private static func holds(_ range: ByteRange, oneOf places: [Int]) -> Bool {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < places.count && range.contains(places[low])
  }
}

extension Diagnostic {
  /// Where the fault stands, once or several times.
  fileprivate var places: [ByteRange] {
    [range.bytes] + notes.filter(\.isRepeat).map(\.range.bytes)
  }

  /// The finding for the places that are left; nil without one.
  fileprivate func leavingOut(_ allowed: SortedRanges) -> Diagnostic? {
    let left = places.filter { !allowed.contains($0.lowerBound) }
    guard let first = left.first else { return nil }
    if left.count == places.count { return self }
    let others = Set(left.dropFirst())
    return Diagnostic(
      id, severity, at: SourceRange(file: range.file, bytes: first), summary,
      explanation: explanation,
      notes: notes.filter { !$0.isRepeat || others.contains($0.range.bytes) },
      fixes: fixes.map { fix in
        Fix(fix.title, edits: fix.edits.filter { !allowed.contains($0.bytes.lowerBound) })
      }, way: way)
  }
}
