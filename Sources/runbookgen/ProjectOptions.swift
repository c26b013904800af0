import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookModel

/// Which project a command is about.
struct ProjectOptions: ParsableArguments {
  @Option(
    name: .customLong("project"),
    help: ArgumentHelp(
      "The folder with the configuration, the content and the templates (default: this one, or the"
        + " nearest above that has a configuration).", valueName: "folder"))
  var namedProject: String?

  var project: String { namedProject ?? (config == nil ? ProjectFinder.project() : ".") }

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
  ///
  /// - Parameter today: the day that was named, if one was.
  func buildOptions(
    today: CalendarDate? = nil, _ surroundings: Surroundings = .process
  ) throws -> BuildOptions {
    var options = BuildOptions(today: try today ?? surroundings.today())
    options.project = project
    options.config = config
    if let progress = Console.progress { options.onPage = { progress.note($0, of: $1) } }
    return options
  }

  /// The configuration and the programs of the site.
  ///
  /// - Throws: the status of the run, once the errors in them are shown.
  func soundConfig() async throws -> SiteConfig {
    let settings = try buildOptions()
    let (config, report) = try await Console.reportingProblems { () async throws(FileProblem) in
      try Pipeline.config(settings)
    }
    guard report.hasErrors else { return config }
    let findings = DiagnosticReport(
      diagnostics: report.diagnostics, sources: report.sources, pageCount: 0)
    Console.show(TextPrinter(isColoured: false).render(findings))
    throw Exit.findings
  }
}
