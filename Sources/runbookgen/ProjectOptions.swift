import ArgumentParser
import RunbookBuild

/// Which project a command is about.
struct ProjectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with the configuration, the content and the templates.", valueName: "folder"))
  var project = "."

  @Option(
    help: ArgumentHelp(
      "The configuration file (default: runbookgen.yml in the project folder).", valueName: "file"))
  var config: String?

  /// A problem that ended the run, for programs.
  func json(_ problem: FileProblem) -> String {
    JSONPrinter().render(
      DiagnosticReport(
        diagnostics: [problem.finding(project: project)], sources: [:], pageCount: 0))
  }

  /// The options for the pipeline, with everything else as it usually is.
  func buildOptions() throws -> BuildOptions {
    var options = BuildOptions(today: try Surroundings.process.today())
    options.project = project
    options.config = config
    options.builtinTemplates = BuiltinTemplates.folder()
    return options
  }
}
