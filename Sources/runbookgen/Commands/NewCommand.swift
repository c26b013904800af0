import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookModel

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a page: one that passes the check, to be filled in.",
    discussion: """
      Shows the page, and writes it with --write. A file new/KIND.md in the templates folder takes the \
      place of the page that comes with the program; {title} and {today} in it are filled in.
      """)

  @OptionGroup var project: ProjectOptions

  @Argument(
    help: ArgumentHelp("runbook, reference, comparison or concept.", valueName: "kind"),
    completion: .list(RunbookKind.allCases.map(\.rawValue)))
  var kind: String

  @Argument(
    help: ArgumentHelp(
      "Where it lies in the content folder, such as etcd/restore-snapshot.", valueName: "page"))
  var page: String

  @Option(help: ArgumentHelp("The title (default: made from the name).", valueName: "text"))
  var title: String?

  @Flag(help: "Write the file.")
  var write = false

  func run() async throws {
    let kinds = RunbookKind.allCases.map(\.rawValue)
    guard let kind = RunbookKind(rawValue: kind) else {
      let near = NearestName.suggestion(for: kind, among: kinds)
      throw ValidationError(
        "there is no kind '\(TerminalText.escaped(self.kind))'"
          + (near.map { "; did you mean '\($0)'?" }
            ?? "; there are \(kinds.joined(separator: ", "))"))
    }
    let settings = try project.buildOptions()
    let new = try await Console.reportingProblems { () async throws(FileProblem) in
      try NewPage.file(settings, kind, at: page, title: title)
    }
    let shown = TerminalText.escaped(new.source.path)
    guard try Proposal.settle([new], isWritten: write) else { throw Exit.files }
    Console.say(
      write
        ? "wrote \(shown); next: fill it in, and 'runbookgen check'" : "'--write' writes \(shown)")
  }
}
