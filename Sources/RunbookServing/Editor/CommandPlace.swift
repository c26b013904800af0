import RunbookChecks
import RunbookCommands
import RunbookModel

/// What of a command stands at a place of a page.
enum CommandPlace {
  /// The innermost command that holds an offset, or ends there: of a step, or of a row of a quick reference.
  static func command(at offset: Int, on page: EditorPage) -> BoundCommand? {
    page.commands
      .filter { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }
      .min { $0.range.count < $1.range.count }
  }

  /// A verb by the names of the program and of the verbs above it.
  static func verb(_ path: [String], of program: Program) -> Verb? {
    path.dropFirst().reduce(program.root) { verb, name in verb?.verb(named: name) }
  }
}
