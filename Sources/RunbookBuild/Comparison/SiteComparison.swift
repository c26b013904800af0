import RunbookChecks
import RunbookCommands
import RunbookModel

/// Two states of a site, held against each other for whoever runs its procedures.
package struct SiteComparison: Sendable {
  /// What differs, declarations first, then pages by path.
  package let pages: [PageChanges]
  package let pageCount: Int

  package var changes: [ProcedureChange] { pages.flatMap(\.changes) }

  /// A page that went and one that came are one that was renamed from this share of common acts.
  private static let leastLikeness = 0.5

  init(_ old: SiteProcedures, _ new: SiteProcedures) {
    pageCount = new.pages.count
    let before = Dictionary(
      old.pages.map { ($0.path.text, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.pages.map(\.path.text))
    var gone = old.pages.filter { !after.contains($0.path.text) }
    var found: [PageChanges] = []
    let declared = DeclarationComparison.changes(old.config, new.config, file: new.configFile)
    if !declared.isEmpty {
      found.append(PageChanges(title: nil, file: new.configFile, changes: declared))
    }
    for page in new.pages {
      if let was = before[page.path.text] {
        found.append(Self.changes(PageComparison.changes(was, page), of: page))
      } else if let place = Self.origin(of: page, among: gone) {
        let was = gone.remove(at: place)
        let renamed = ProcedureChange(
          .pageRenamed, old: was.sourcePath, new: page.sourcePath,
          at: ProcedureChange.Place(file: was.sourcePath, line: 1),
          and: ProcedureChange.Place(file: page.sourcePath, line: 1))
        found.append(Self.changes([renamed] + PageComparison.changes(was, page), of: page))
      } else {
        found.append(Self.changes(Self.whole(page, .pageAdded), of: page))
      }
    }
    for page in gone { found.append(Self.changes(Self.whole(page, .pageRemoved), of: page)) }
    pages = found.filter { !$0.changes.isEmpty }.sorted {
      ($0.title == nil ? 0 : 1, $0.file) < ($1.title == nil ? 0 : 1, $1.file)
    }
  }

  private static func changes(_ changes: [ProcedureChange], of page: PageProcedure) -> PageChanges {
    PageChanges(title: page.title, file: page.sourcePath, changes: changes)
  }

  private static func whole(_ page: PageProcedure, _ kind: ProcedureChange.Kind)
    -> [ProcedureChange]
  {
    let place = ProcedureChange.Place(file: page.sourcePath, line: 1)
    let count = page.acts.count
    let details = count == 0 ? [] : [count.counted("command")]
    guard kind == .pageAdded else {
      return [ProcedureChange(kind, old: page.title, details: details, at: place)]
    }
    let dangerous = page.acts.filter { $0.effect == .destructive }.map { act in
      ProcedureChange(
        .destructiveAdded, step: act.step.map { page.steps[$0].title } ?? "", new: act.text,
        and: ProcedureChange.Place(file: page.sourcePath, line: act.line + 1))
    }
    return [ProcedureChange(kind, new: page.title, details: details, and: place)] + dangerous
  }

  /// The page that this one was, among those that are gone.
  private static func origin(of page: PageProcedure, among gone: [PageProcedure]) -> Int? {
    let keys = Set(page.acts.map(\.key))
    let likeness = gone.map { other -> Double in
      let others = Set(other.acts.map(\.key))
      guard !keys.isEmpty || !others.isEmpty else { return other.title == page.title ? 1 : 0 }
      let common = 2 * keys.intersection(others).count
      return Double(common) / Double(keys.count + others.count)
    }
    guard let best = likeness.max(), best >= leastLikeness else { return nil }
    return likeness.firstIndex(of: best)
  }
}

/// What differs in what the configuration declares and commands are run by.
enum DeclarationComparison {
  static func changes(_ old: SiteConfig, _ new: SiteConfig, file: String) -> [ProcedureChange] {
    compare(contexts(old), contexts(new), "context", file)
      + compare(environments(old), environments(new), "environment", file)
  }

  private static func contexts(_ config: SiteConfig) -> [(String, String)] {
    config.contexts.map { context in
      let entry = context.enteredBy.map { entry in
        "from \(entry.from.value)" + (entry.command.map { " by \($0.value)" } ?? "")
      }
      let parts = [entry, context.user.map { "as \($0)" }].compactMap(\.self)
      return (
        context.id.value, parts.isEmpty ? "entered by nothing" : parts.joined(separator: ", ")
      )
    }
  }

  private static func environments(_ config: SiteConfig) -> [(String, String)] {
    config.environments.map { environment in
      let values = environment.values.map { "\($0.input.value) \($0.value.value)" }
      return (environment.name.value, values.isEmpty ? "no values" : values.joined(separator: ", "))
    }
  }

  private static func compare(
    _ old: [(String, String)], _ new: [(String, String)], _ kind: String, _ file: String
  ) -> [ProcedureChange] {
    let was = Dictionary(old, uniquingKeysWith: { first, _ in first })
    let now = Dictionary(new, uniquingKeysWith: { first, _ in first })
    let names = old.map(\.0) + new.map(\.0).filter { was[$0] == nil }
    return names.compactMap { name in
      guard was[name] != now[name] else { return nil }
      return ProcedureChange(
        .declarationChanged, old: was[name], new: now[name], details: ["\(kind) \(name)"],
        at: was[name].map { _ in ProcedureChange.Place(file: file, line: 1) },
        and: now[name].map { _ in ProcedureChange.Place(file: file, line: 1) })
    }
  }
}
