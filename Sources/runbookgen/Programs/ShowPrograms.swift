import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookCommands
import RunbookModel

extension ProgramsCommand {
  struct ShowPrograms: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "List the programs that are known, or print one's synopsis.",
      discussion: """
        What is printed is what a YAML file of the programs folder may hold as its 'synopsis'. A \
        program of many services takes the service as a second word: 'runbookgen programs aws ssm'. \
        The word 'show' may be left out.
        """)

    @OptionGroup var project: ProjectOptions

    @Argument(help: "The program, and a service of it.")
    var name: [String] = []

    func run() async throws {
      let library = try await project.soundConfig().programs
      guard let program = name.first else {
        try Console.result(library.names.joined(separator: "\n") + "\n")
        return
      }
      guard let found = library.program(named: program, Array(name.dropFirst())) else {
        let near = NearestName.suggestion(for: program, among: library.names)
        throw ValidationError(
          "There is no schema of '\(TerminalText.escaped(program))'."
            + (near.map { " Did you mean '\($0)'?" } ?? ""))
      }
      try Console.result("# \(found.source)\n" + Synopsis.text(found))
    }
  }
}
