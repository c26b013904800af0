import RunbookCommands
import RunbookModel

/// Every command that the steps of a site run, to be compared with quick references.
package struct StepIndex: Sendable {
  package struct Step: Sendable {
    let pattern: CommandPattern
    let context: String?
    let file: String
    let page: PagePath
  }

  private var steps: [Step] = []
  private var byProgram: [String: [Int]] = [:]

  mutating func add(_ block: CommandBlock, of page: ParsedRunbook) {
    for script in block.scripts {
      let step = Step(
        pattern: CommandPattern(script, nested: true), context: block.context?.value,
        file: page.file.path, page: page.path)
      for program in Set(script.simpleCommands.compactMap { $0.name?.literal }) {
        byProgram[program, default: []].append(steps.count)
      }
      steps.append(step)
    }
  }

  /// The steps that may run this command: those that use its first program.
  private func candidates(for command: ShellScript) -> [Step] {
    guard let program = command.simpleCommands.first?.name?.literal else { return steps }
    return (byProgram[program] ?? []).map { steps[$0] }
  }

  /// The steps that run this command, with the place where they do.
  func occurrences(of command: ShellScript) -> [(step: Step, range: SourceRange)] {
    let row = CommandPattern(command, nested: false)
    return candidates(for: command).compactMap { step in
      row.occurrence(in: step.pattern).map {
        (step, SourceRange(file: step.file, bytes: $0))
      }
    }
  }

  /// The step's command that comes closest, if one comes close.
  func nearest(to command: ShellScript) -> SourceRange? {
    let candidates = candidates(for: command)
    let row = CommandPattern(command, nested: false)
    return NearestCommand.closest(to: row, among: candidates.map(\.pattern)).map {
      SourceRange(file: candidates[$0.candidate].file, bytes: $0.range)
    }
  }
}
