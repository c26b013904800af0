import RunbookCommands
import RunbookModel

/// Commands that steps run, to be compared with quick references.
package struct StepIndex: Sendable {
  package struct Step: Sendable {
    let pattern: CommandPattern
    let context: String?
    let file: String
    /// Index of its block in the page.
    let block: Int
  }

  private var steps: [Step] = []
  private var byProgram: [String: [Int]] = [:]

  init() {}

  /// The steps of a page.
  ///
  /// - Parameter programs: what the steps have to run one of to be wanted; nil among them, or instead
  ///   of them, wants every step.
  package init(_ draft: PageDraft, programs: Set<String?>? = nil) {
    let wantsAll = programs?.contains(nil) ?? true
    for block in draft.blocks {
      for script in block.scripts {
        let names = Set(script.simpleCommands.compactMap { $0.name?.literal })
        guard wantsAll || names.contains(where: { programs?.contains($0) == true }) else {
          continue
        }
        add(
          Step(
            pattern: CommandPattern(script, nested: true), context: block.context?.value,
            file: draft.page.file.path, block: block.index), running: names)
      }
    }
  }

  private mutating func add(_ step: Step, running names: Set<String>) {
    for name in names { byProgram[name, default: []].append(steps.count) }
    steps.append(step)
  }

  mutating func append(_ other: StepIndex) {
    let offset = steps.count
    steps += other.steps
    for (name, indices) in other.byProgram {
      byProgram[name, default: []] += indices.map { $0 + offset }
    }
  }

  /// The steps that may run this command: those that use its first program.
  private func candidates(for command: ShellScript) -> [Step] {
    guard let program = command.firstProgram else { return steps }
    return (byProgram[program] ?? []).map { steps[$0] }
  }

  /// The steps that run this command, with the place where they do.
  func occurrences(of command: QuickReferenceTable.Command) -> [(
    step: Step, range: SourceRange
  )] {
    candidates(for: command.script).compactMap { step in
      command.pattern.occurrence(in: step.pattern).map {
        (step, SourceRange(file: step.file, bytes: $0))
      }
    }
  }

  /// Whether a step in this block of the page runs one of the commands.
  func runs(_ commands: [QuickReferenceTable.Command], inBlock block: Int) -> Bool {
    let own = steps.filter { $0.block == block }
    return commands.contains { command in
      own.contains { command.pattern.occurrence(in: $0.pattern) != nil }
    }
  }

  /// The step's command that comes closest, if one comes close.
  func nearest(to command: QuickReferenceTable.Command) -> SourceRange? {
    let candidates = candidates(for: command.script)
    return NearestCommand.closest(to: command.pattern, among: candidates.map(\.pattern)).map {
      SourceRange(file: candidates[$0.candidate].file, bytes: $0.range)
    }
  }
}

extension ShellScript {
  /// The first program that it runs; nil when its name is filled in later.
  var firstProgram: String? { simpleCommands.first?.name?.literal }
}
