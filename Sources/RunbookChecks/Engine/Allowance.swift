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

  fileprivate func covers(_ id: String, at offset: Int) -> Bool {
    rule == id && (lines.map { $0.contains(offset) } ?? true)
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

/// The allowances of a site.
package struct Allowances: Sendable {
  private var byFile: [String: [Allowance]] = [:]

  package init() {}

  /// - Parameter file: the page whose findings they are about.
  package mutating func add(_ allowances: [Allowance], of file: String) {
    if !allowances.isEmpty { byFile[file, default: []] += allowances }
  }

  /// The findings without those that are allowed. Of a finding that stands for several places, what is
  /// allowed is left out.
  func left(of diagnostics: [Diagnostic]) -> [Diagnostic] {
    if byFile.isEmpty { return diagnostics }
    return diagnostics.compactMap { diagnostic in
      guard let own = byFile[diagnostic.range.file]?.filter({ $0.rule == diagnostic.id }),
        !own.isEmpty
      else { return diagnostic }
      return diagnostic.leavingOut { offset in own.contains { $0.covers(diagnostic.id, at: offset) }
      }
    }
  }

  /// A finding for each allowance that allows none of these, which have to be all findings of the
  /// site. Of a page that could not be read nothing is said, nor of what the configuration gives to
  /// many pages.
  package func unused(of diagnostics: [Diagnostic]) -> [Diagnostic] {
    if byFile.isEmpty { return [] }
    let found = Dictionary(grouping: diagnostics, by: \.range.file)
    return byFile.flatMap { file, allowances -> [Diagnostic] in
      let own = found[file] ?? []
      if own.contains(where: { $0.id == LimitExceeded.rule.id }) { return [] }
      return allowances.filter { allowance in
        allowance.place.file == file
          && !own.contains { diagnostic in
            diagnostic.places.contains { allowance.covers(diagnostic.id, at: $0.lowerBound) }
          }
      }.map(AllowanceUnused.finding)
    }
  }
}

extension Diagnostic {
  /// Where the fault stands, once or several times.
  fileprivate var places: [ByteRange] {
    [range.bytes] + notes.filter(\.isRepeat).map(\.range.bytes)
  }

  /// The finding for the places that are left; nil without one.
  fileprivate func leavingOut(_ isAllowed: (Int) -> Bool) -> Diagnostic? {
    let left = places.filter { !isAllowed($0.lowerBound) }
    guard let first = left.first else { return nil }
    if left.count == places.count { return self }
    return Diagnostic(
      id, severity, at: SourceRange(file: range.file, bytes: first), summary,
      explanation: explanation,
      notes: notes.filter { !$0.isRepeat || left.dropFirst().contains($0.range.bytes) },
      fixes: fixes.map { fix in
        Fix(fix.title, edits: fix.edits.filter { !isAllowed($0.bytes.lowerBound) })
      })
  }
}
