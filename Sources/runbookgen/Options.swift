import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookModel

/// What `build` and `check` have in common.
struct Options: ParsableArguments {
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

  @Option(
    help: ArgumentHelp(
      "How findings are written; 'text' goes to standard error, all others to standard output.",
      valueName: "name"))
  var format = FormatName.text

  @Option(
    help: ArgumentHelp(
      "The day that reviews are judged by (default: SOURCE_DATE_EPOCH, else the clock, in UTC).",
      valueName: "yyyy-mm-dd"))
  var today: CalendarDate?

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Flag(help: "Treat pages with 'lifecycle: draft' like all others, which are published.")
  var drafts = false

  @Option(help: "Colours on standard error; 'auto' respects NO_COLOR.")
  var color = ColorChoice.auto

  /// The options for the pipeline, with everything filled in that depends on the surroundings.
  func buildOptions(_ surroundings: Surroundings = .process) throws -> BuildOptions {
    var options = BuildOptions(today: try today ?? surroundings.today())
    options.project = project
    options.config = config
    options.isStrict = strict
    options.drafts = drafts
    options.builtinTemplates = BuiltinTemplates.folder()
    options.program = BuiltinTemplates.programPath()
    options.generator = "runbookgen " + ToolVersion.current
    return options
  }

  /// Findings in the form that was asked for. Words that say that nothing was found are left out where
  /// other good news follows.
  func text(of report: BuildReport, saysNothingFound: Bool) -> FindingsText {
    let findings = findings(report.diagnostics, in: report)
    let isSilent = report.diagnostics.isEmpty && !saysNothingFound
    guard let machinePrinter else {
      let printer = TextPrinter(isColoured: color.isColoured(Surroundings.process))
      return FindingsText(result: nil, words: isSilent ? "" : printer.render(findings))
    }
    let ending = report.problem.map { [$0.finding(project: project)] } ?? []
    return FindingsText(
      result: machinePrinter.render(self.findings(report.diagnostics + ending, in: report)),
      words: isSilent ? "" : findings.countLine + "\n")
  }

  /// A problem that ended the run, in the form that was asked for; nil for a form for people.
  func document(_ problem: FileProblem) -> String? {
    machinePrinter?.render(findings([problem.finding(project: project)], in: nil))
  }

  private var machinePrinter: (any DiagnosticPrinter)? {
    PrinterCatalog.printer(named: format.name).flatMap { $0.isForPeople ? nil : $0 }
  }

  private func findings(_ diagnostics: [Diagnostic], in report: BuildReport?) -> DiagnosticReport {
    var findings = DiagnosticReport(
      diagnostics: diagnostics, sources: report?.sources ?? [:], pageCount: report?.pageCount ?? 0)
    findings.toolVersion = Runbookgen.version
    findings.ruleSummaries = Dictionary(
      RuleCatalog.all.map { ($0.id, $0.summary) }, uniquingKeysWith: { first, _ in first })
    findings.pathPrefix = pathPrefix()
    return findings
  }

  /// Everything that makes a difference to the form of findings, as one text.
  var form: String {
    "\(format.name) \(color.isColoured(Surroundings.process)) \(pathPrefix())"
  }

  /// The way from the repository to the project: annotations name files from there.
  private func pathPrefix() -> String {
    let root = Surroundings.process.variable("GITHUB_WORKSPACE") ?? "."
    guard let path = try? RelativePath.of(project, in: root), !path.isEmpty else { return "" }
    return path + "/"
  }
}

/// Findings as they leave the program.
struct FindingsText {
  /// What goes to the standard output; nil when the findings are for people only.
  let result: String?
  /// What goes to standard error.
  let words: String

  func write() throws {
    if let result { try Console.result(result) }
    Console.show(words)
  }
}

/// The name of a printer.
struct FormatName: ExpressibleByArgument, CustomStringConvertible {
  let name: String

  static let text = FormatName(name: "text")

  static var allValueStrings: [String] { PrinterCatalog.all.map(\.name) }

  var description: String { name }

  private init(name: String) { self.name = name }

  init?(argument: String) {
    guard PrinterCatalog.printer(named: argument) != nil else { return nil }
    name = argument
  }
}

/// When colours are used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  func isColoured(_ surroundings: Surroundings) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      surroundings.isTerminal && surroundings.variable("NO_COLOR") == nil
        && surroundings.variable("TERM") != "dumb"
    }
  }
}

extension CalendarDate: ExpressibleByArgument {
  package init?(argument: String) { self.init(iso: argument) }
}
