import RunbookChecks
import RunbookCommands
import RunbookModel

/// What is different about a page for whoever runs it.
struct PageComparison {
  private let old: PageProcedure
  private let new: PageProcedure
  private let alignment: ActAlignment
  private let steps: StepAlignment
  private(set) var changes: [ProcedureChange] = []

  /// In the order of the page, the front matter first.
  static func changes(_ old: PageProcedure, _ new: PageProcedure) -> [ProcedureChange] {
    var comparison = PageComparison(old, new)
    comparison.changes += MetadataComparison.changes(old, new)
    comparison.compareWarnings(nil, nil)
    comparison.compareSteps()
    comparison.compareActs()
    comparison.compareExpectations()
    comparison.compareRows()
    return comparison.changes.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }.map(\.element)
  }

  private init(_ old: PageProcedure, _ new: PageProcedure) {
    (self.old, self.new) = (old, new)
    alignment = ActAlignment(old, new)
    steps = StepAlignment(old, new, alignment)
  }

  // MARK: Places

  private func before(_ line: Int) -> ProcedureChange.Place {
    ProcedureChange.Place(file: old.sourcePath, line: line + 1)
  }

  private func after(_ line: Int) -> ProcedureChange.Place {
    ProcedureChange.Place(file: new.sourcePath, line: line + 1)
  }

  private func oldTitle(_ step: Int?) -> String { step.map { old.steps[$0].title } ?? "" }
  private func newTitle(_ step: Int?) -> String { step.map { new.steps[$0].title } ?? "" }

  // MARK: Steps

  private mutating func compareSteps() {
    for (from, to) in steps.pairs { compareWarnings(from, to) }
    for index in steps.moved {
      guard let from = steps.old(of: index) else { continue }
      let previous = index > 0 ? "now after \"\(new.steps[index - 1].title)\"" : "now the first"
      changes.append(
        ProcedureChange(
          .stepMoved, step: new.steps[index].title, details: [previous],
          at: before(old.steps[from].line), and: after(new.steps[index].line)))
    }
    // The commands of a step that is gone or new are told one by one.
    for index in steps.removed where !old.acts.contains(where: { $0.step == index }) {
      let step = old.steps[index]
      changes.append(
        ProcedureChange(.stepRemoved, step: step.title, old: step.title, at: before(step.line)))
    }
    for index in steps.added where !new.acts.contains(where: { $0.step == index }) {
      let step = new.steps[index]
      changes.append(
        ProcedureChange(.stepAdded, step: step.title, new: step.title, and: after(step.line)))
    }
  }

  /// The warnings of a step; those outside of steps where both are nil.
  private mutating func compareWarnings(_ from: Int?, _ to: Int?) {
    let was = from.map { old.steps[$0].warnings } ?? old.warnings
    let now = to.map { new.steps[$0].warnings } ?? new.warnings
    var left = now
    var gone: [PageProcedure.Warning] = []
    for warning in was {
      if let place = left.firstIndex(where: { $0.kind == warning.kind && $0.text == warning.text })
      {
        left.remove(at: place)
      } else if !stands(warning, in: new) {
        gone.append(warning)
      }
    }
    left.removeAll { stands($0, in: old) }
    for (warning, other) in zip(gone, left) {
      changes.append(
        ProcedureChange(
          warning.kind.gravity > other.kind.gravity ? .warningRemoved : .warningChanged,
          step: newTitle(to), old: warning.display, new: other.display, at: before(warning.line),
          and: after(other.line)))
    }
    for warning in gone.dropFirst(left.count) {
      changes.append(
        ProcedureChange(
          .warningRemoved, step: oldTitle(from), old: warning.display, at: before(warning.line)))
    }
    for warning in left.dropFirst(gone.count) {
      changes.append(
        ProcedureChange(
          .warningAdded, step: newTitle(to), new: warning.display, and: after(warning.line)))
    }
  }

  /// Whether a warning stands anywhere on a page: one that moved still warns.
  private func stands(_ warning: PageProcedure.Warning, in page: PageProcedure) -> Bool {
    (page.warnings + page.steps.flatMap(\.warnings)).contains {
      $0.kind == warning.kind && $0.text == warning.text
    }
  }

  // MARK: Acts

  private mutating func compareActs() {
    for index in alignment.removed {
      let act = old.acts[index]
      changes.append(
        ProcedureChange(
          act.isContent ? .contentRemoved : .commandRemoved, step: oldTitle(act.step),
          old: act.text,
          details: place(act), at: before(act.line)))
    }
    for index in alignment.added {
      let act = new.acts[index]
      changes.append(
        ProcedureChange(
          act.isContent ? .contentAdded : .commandAdded, step: newTitle(act.step), new: act.text,
          details: place(act), and: after(act.line)))
      guard act.effect == .destructive else { continue }
      changes.append(
        ProcedureChange(
          .destructiveAdded, step: newTitle(act.step), new: act.text, and: after(act.line)))
    }
    let moved = steps.movedActs
    var contexts: Set<[Int]> = []
    for (index, pair) in alignment.pairs.enumerated() {
      let (was, now) = (old.acts[pair.old], new.acts[pair.new])
      func change(_ kind: ProcedureChange.Kind, _ details: [String]) -> ProcedureChange {
        ProcedureChange(
          kind, step: newTitle(now.step), old: was.text, new: now.text, details: details,
          at: before(was.line), and: after(now.line))
      }
      if was.text != now.text {
        changes.append(
          change(
            now.isContent ? .contentChanged : .commandChanged, CommandComparison.details(was, now)))
      }
      if moved.contains(index) {
        let from = oldTitle(was.step)
        let isElsewhere = from != newTitle(now.step)
        changes.append(
          change(.commandMoved, [isElsewhere ? "from \"\(from)\"" : "order within the step"]))
      }
      if was.context != now.context, contexts.insert([was.block, now.block]).inserted {
        changes.append(
          change(.contextChanged, ["\(was.context ?? "nowhere") → \(now.context ?? "nowhere")"]))
      }
      if let (kind, details) = EffectComparison.change(was, now) {
        changes.append(change(kind, details))
      }
    }
  }

  private func place(_ act: PageProcedure.Act) -> [String] {
    [act.context.map { "in \($0)" }, act.effect.map(\.rawValue)].compactMap(\.self)
  }

  // MARK: Expected output

  private mutating func compareExpectations() {
    var successors: [Int: Set<Int>] = [:]
    var predecessors: [Int: Set<Int>] = [:]
    for pair in alignment.pairs {
      let (from, to) = (old.acts[pair.old].block, new.acts[pair.new].block)
      successors[from, default: []].insert(to)
      predecessors[to, default: []].insert(from)
    }
    var told: Set<Int> = []
    for (from, all) in successors.sorted(by: { $0.key < $1.key }) {
      guard let was = old.blocks[from].expected else { continue }
      let now = all.sorted().filter { new.blocks[$0].expected != nil }
      if now.contains(where: { new.blocks[$0].expected == was }) { continue }
      let to = now.first { to in
        !(predecessors[to] ?? []).contains { old.blocks[$0].expected == new.blocks[to].expected }
      }
      if let to { told.insert(to) }
      add(from, to ?? all.min(), was, to.flatMap { new.blocks[$0].expected })
    }
    for (to, all) in predecessors.sorted(by: { $0.key < $1.key }) where !told.contains(to) {
      guard let now = new.blocks[to].expected,
        !all.contains(where: { old.blocks[$0].expected == now })
      else { continue }
      add(all.min(), to, nil, now)
    }
  }

  private mutating func add(_ from: Int?, _ to: Int?, _ was: String?, _ now: String?) {
    let step = to.flatMap { to in new.acts.first { $0.block == to }?.step }
    changes.append(
      ProcedureChange(
        .expectationChanged, step: newTitle(step), old: was, new: now,
        at: from.map { before(old.blocks[$0].line) }, and: to.map { after(new.blocks[$0].line) }))
  }

  // MARK: Quick references

  private mutating func compareRows() {
    var left = new.rows
    var gone: [PageProcedure.Row] = []
    for row in old.rows {
      if let place = left.firstIndex(where: { $0.isSame(as: row) }) {
        left.remove(at: place)
      } else {
        gone.append(row)
      }
    }
    for row in gone {
      if let place = left.firstIndex(where: { $0.task == row.task }) {
        let now = left.remove(at: place)
        let context =
          row.context == now.context
          ? [] : ["\(row.context ?? "nowhere") → \(now.context ?? "nowhere")"]
        changes.append(
          ProcedureChange(
            .referenceChanged, step: now.task, old: row.text, new: now.text, details: context,
            at: before(row.line), and: after(now.line)))
      } else {
        changes.append(
          ProcedureChange(.referenceRemoved, step: row.task, old: row.text, at: before(row.line)))
      }
    }
    for row in left {
      changes.append(
        ProcedureChange(.referenceAdded, step: row.task, new: row.text, and: after(row.line)))
    }
  }
}

extension PageProcedure.Row {
  fileprivate func isSame(as other: Self) -> Bool { text == other.text && context == other.context }
}

extension PageProcedure.Warning {
  fileprivate var display: String { "\(kind.rawValue.uppercased()): \(text)" }
}

extension Alert.Kind {
  fileprivate var gravity: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ProcedureChange {
  fileprivate var line: Int { newPlace?.line ?? oldPlace?.line ?? 0 }
}

/// What is different about what an act does.
enum EffectComparison {
  typealias Act = PageProcedure.Act

  static func change(_ old: Act, _ new: Act) -> (ProcedureChange.Kind, [String])? {
    let (was, now) = (old.effect ?? .read, new.effect ?? .read)
    let details = ["\(old.effect.word) → \(new.effect.word)"]
    if now > was { return (.effectRaised, details) }
    guard now < was else { return nil }
    // A copy was asked for a confirmation, and of what is copied now nobody knows that it is harmless.
    if was == .destructive, new.effect == nil || old.text == new.text {
      return (.guardRemoved, details)
    }
    return (.effectLowered, details)
  }
}

extension Effect? {
  fileprivate var word: String { self?.rawValue ?? "unknown" }
}
