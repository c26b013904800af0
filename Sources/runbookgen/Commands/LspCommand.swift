import ArgumentParser
import RunbookBuild
import RunbookModel
import RunbookServing

struct LspCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serve an editor over standard input and output (Language Server Protocol).",
    discussion: """
      Editors start this command by themselves; the manual has a recipe for each. A document belongs to the nearest \
      folder above it that has a configuration, else to the folder that the editor works in. Nothing is written.
      """)

  @Flag(help: ArgumentHelp("Accepted for editors that pass it; it changes nothing."))
  var stdio = false

  func run() async throws {
    // Asked for each time, as an editor may be open for days.
    let today = try Surroundings.process.today()
    let server = EditorServer(version: Runbookgen.version) { folder in
      var options = BuildOptions(today: (try? Surroundings.process.today()) ?? today)
      options.project = folder
      return options
    }
    let status = try await Console.reportingProblems { () async throws(FileProblem) in
      try await EditorSession.run(server)
    }
    if status != 0 { throw ExitCode(status) }
  }
}
