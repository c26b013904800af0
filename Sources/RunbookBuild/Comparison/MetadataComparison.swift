import RunbookChecks
import RunbookModel

/// What a page says of itself to whoever runs it: inputs, people, dates.
enum MetadataComparison {
  static func changes(_ old: PageProcedure, _ new: PageProcedure) -> [ProcedureChange] {
    let oldPlace = ProcedureChange.Place(file: old.sourcePath, line: 1)
    let newPlace = ProcedureChange.Place(file: new.sourcePath, line: 1)
    let (was, now) = (facts(old.metadata), facts(new.metadata))
    let facts = zip(was, now).compactMap { before, after -> ProcedureChange? in
      guard before.value != after.value else { return nil }
      return ProcedureChange(
        .metadataChanged, old: before.value, new: after.value, details: [before.name], at: oldPlace,
        and: newPlace)
    }
    return facts + inputs(old, new, oldPlace, newPlace)
  }

  /// Always the same names in the same order; nil for what is not said.
  private static func facts(_ page: RunbookMetadata) -> [(name: String, value: String?)] {
    func list(_ values: [String]) -> String? {
      values.isEmpty ? nil : values.joined(separator: ", ")
    }
    return [
      ("owner", page.owner?.value.team), ("contact", page.owner?.value.contact?.value),
      ("reviewed", page.reviewed?.value.description),
      ("review_every", page.reviewEvery.map { "\($0)" }), ("lifecycle", page.lifecycle.rawValue),
      ("replaced_by", page.replacedBy?.value), ("severity", page.severity),
      ("alerts", list(page.alerts)),
      ("escalation", list(page.escalation.map { "after \($0.after.text): \($0.to.value)" })),
      (
        "applies_to",
        list(page.appliesTo.map { $0.product + ($0.versions.map { " \($0.value)" } ?? "") })
      ),
      ("environments", list(page.environments)), ("permissions", list(page.permissions)),
      ("prerequisites", list(page.prerequisites)),
    ]
  }

  private static func inputs(
    _ old: PageProcedure, _ new: PageProcedure, _ oldPlace: ProcedureChange.Place,
    _ newPlace: ProcedureChange.Place
  ) -> [ProcedureChange] {
    let (was, now) = (old.metadata.inputs, new.metadata.inputs)
    let removed = was.filter { input in !now.contains { $0.name.value == input.name.value } }
      .map { ProcedureChange(.inputRemoved, old: $0.name.value, details: $0.facts, at: oldPlace) }
    let rest = now.compactMap { input -> ProcedureChange? in
      guard let before = was.first(where: { $0.name.value == input.name.value }) else {
        return ProcedureChange(
          .inputAdded, new: input.name.value, details: input.facts, and: newPlace)
      }
      let (from, to) = (before.facts, input.facts)
      guard from != to else { return nil }
      let gone = from.filter { !to.contains($0) }.joined(separator: ", ")
      let come = to.filter { !from.contains($0) }.joined(separator: ", ")
      return ProcedureChange(
        .inputChanged, old: input.name.value, new: input.name.value,
        details: ["\(gone.isEmpty ? "nothing" : gone) → \(come.isEmpty ? "nothing" : come)"],
        at: oldPlace, and: newPlace)
    }
    return removed + rest
  }
}

extension InputDeclaration {
  /// What decides which values it takes, and where they come from.
  fileprivate var facts: [String] {
    ["type \(type.rawValue)"]
      + [pattern.map { "pattern \($0.value)" }, from.map { "from \($0.value)" }]
      .compactMap(\.self) + (isSecret ? ["secret"] : [])
      + (choices.isEmpty ? [] : ["one of \(choices.joined(separator: ", "))"])
  }
}
