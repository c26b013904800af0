import RunbookChecks
import RunbookCommands
import RunbookModel

/// A procedure of a page, as it becomes a script of bash.
package struct ProcedureScript: Sendable {
  /// A value that the script is given.
  struct Input: Sendable {
    /// As the page writes it, without the angle brackets.
    let name: String
    /// `node` of `--node`.
    let option: String
    let declaration: InputDeclaration?
    /// The forms that the commands use, each by what a value goes through, the innermost first; an empty
    /// one is the value itself.
    var forms: [[ValueLayer]] = []
    /// Where no quoting holds.
    var limits: [Limit] = []
    /// What a value may not complete to the end of a here-document.
    var endings: [String] = []
    /// Whether a line end in a value could end a here-document.
    var isOneLine = false
    /// By the environment.
    var presets: [(environment: String, value: String)] = []
    /// Asked for when a step needs it: a secret, or what an earlier step shows.
    var isAsked = false

    var isSecret: Bool { declaration?.isSecret ?? false }
  }

  struct Limit: Sendable, Equatable {
    let limit: ValueLimit
    let line: Int
  }

  struct Step: Sendable {
    /// On the page; nil for what stands outside the procedure.
    let number: Int?
    let id: String
    let title: String
    let line: Int
    let context: ContextDeclaration?
    /// The names of its blocks.
    let names: [String]
    var parts: [Part] = []
    /// The options of the inputs that it uses, in the order of the page.
    var inputs: [String] = []
  }

  enum Part: Sendable {
    case warning(PageProcedure.Warning)
    case commands(Commands)
    /// A block that no shell reads: a file that somebody has to write.
    case content(language: String, line: Int)
  }

  struct Commands: Sendable {
    let line: Int
    /// What is run, in lines that end with a line end.
    let text: String
    /// The same for the inside of a here-document, with values as a reader would see them.
    let shown: String
    /// What it destroys, in words; nil for what has not to be confirmed.
    let destroys: String?
    let expected: String?
    /// Programs that have to be there.
    let programs: [String]
  }

  /// Why a page or a step is no script.
  package struct Refusal: Error, Sendable, Equatable {
    /// From the project folder, with the line and the column.
    package let place: String
    package let reason: String
  }

  package struct Refusals: Error, Sendable {
    package let all: [Refusal]
  }

  let title: String
  let sourcePath: String
  let metadata: RunbookMetadata
  let steps: [Step]
  let inputs: [Input]
  /// What a value in each environment is, where the page names some.
  let environments: [String]

  /// The script, complete.
  package var text: String { ScriptWriter.text(self) }
}
