import ArgumentParser
import RunbookBuild
import RunbookCommands
import RunbookModel

extension ProgramsCommand {
  /// Holds descriptions of programs against the programs.
  struct CheckPrograms: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Hold the descriptions of the programs folder against the installed programs.",
      discussion: """
        Asks each program for its help as 'learn' does, and says which options and verbs are new, gone \
        or changed. A program that is not installed here is passed over, unless it was named.

        Exit status: 0 when all agree; 1 when they do not; 64 when the command line was wrong; 74 when \
        a file could not be read, or a program that was named could not be asked.
        """)

    @OptionGroup var project: ProjectOptions

    @Argument(help: "The programs (default: all that the folder describes).")
    var names: [String] = []

    @Option(help: ArgumentHelp("What asks a program for its help.", valueName: "option"))
    var asking = "--help"

    @Flag(help: "Let programs see your home folder, if they need their settings.")
    var keepHome = false

    func run() async throws {
      let settings = try project.buildOptions()
      _ = try await project.soundConfig()
      let files = try await Console.reportingProblems { () async throws(FileProblem) in
        try ProgramDescription.all(settings)
      }
      let known = files.map(\.program.name)
      if let unknown = names.first(where: { !known.contains($0) }) {
        let near = NearestName.suggestion(for: unknown, among: known)
        throw ValidationError(
          "no file of the programs folder describes '\(TerminalText.escaped(unknown))'"
            + (near.map { "; did you mean '\($0)'?" } ?? ""))
      }
      var found = 0
      var asked = 0
      for file in files where names.isEmpty || names.contains(file.program.name) {
        guard let differences = try await differences(file) else { continue }
        asked += 1
        found += differences.count
        for each in differences { try Console.result(line(each, file)) }
      }
      Console.say(
        "\(found.counted("difference")) in \(asked.counted("program"))")
      if found > 0 { throw Exit.findings }
    }

    /// Nil for a program that is not here.
    private func differences(_ file: ProgramDescription) async throws -> [ProgramComparison
      .Difference]?
    {
      let name = file.program.name
      do throws(FileProblem) {
        let result = try ProgramLesson(name, from: .help, asking: asking, keepsHome: keepHome) {
          Console.say("runs: " + TerminalText.escaped($0))
        }.take()
        return ProgramComparison(
          described: file.program.root, learnt: result.learnt.program.root, extends: file.extends,
          isWhole: result.learnt.doubts.isEmpty
        ).differences
      } catch {
        if !names.isEmpty { throw Console.end(error) }
        Console.say("passed over: " + TerminalText.escaped(error.description))
        return nil
      }
    }

    private func line(_ difference: ProgramComparison.Difference, _ file: ProgramDescription)
      -> String
    {
      let place = ([file.program.name] + difference.verb).joined(separator: " ")
      let what =
        switch difference.kind {
        case .new: "`\(difference.what)` is new"
        case .gone: "`\(difference.what)` is gone"
        case .changed: "`\(difference.what)` \(difference.how) now"
        }
      return TerminalText.escaped("\(file.source.path): \(place): \(what)") + "\n"
    }
  }
}
