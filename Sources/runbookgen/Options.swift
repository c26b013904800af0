import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookModel

/// What `build` and `check` have in common.
struct Options: ParsableArguments {
  @OptionGroup var place: ProjectOptions

  var project: String { place.project }
  var config: String? { place.config }

  @Option(
    help: ArgumentHelp(
      "How findings are written; 'text' goes to standard error, all others to standard output.",
      valueName: "name"))
  var format = FormatName.text

  @Option(
    help: ArgumentHelp(
      "Also write the findings into a file, such as sarif=findings.sarif; may be repeated.",
      valueName: "format=file"))
  var report: [ReportTarget] = []

  @Flag(help: "Say nothing but what was found: no totals.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "How many findings are shown in the formats 'text', 'concise' and 'markdown': the worst of them.",
      valueName: "number"))
  var maxFindings: Int?

  @Option(
    help: ArgumentHelp(
      "The day that reviews are judged by (default: SOURCE_DATE_EPOCH, else the clock, in UTC).",
      valueName: "yyyy-mm-dd"))
  var today: CalendarDate?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Treat pages with 'lifecycle: draft' like all others, which are published.")
  var drafts = false

  @Flag(
    inversion: .prefixedNo,
    help: "Leave out the findings that the baseline beside the configuration knows.")
  var baseline = true

  @Option(help: "Colours on standard error; 'auto' respects NO_COLOR.")
  var color = ColorChoice.auto

  func validate() throws {
    if let maxFindings, maxFindings < 0 { throw ValidationError("--max-findings takes 0 or more.") }
  }

  /// The options for the pipeline, with everything filled in that depends on the surroundings.
  func buildOptions(_ surroundings: Surroundings = .process) throws -> BuildOptions {
    var options = try place.buildOptions(today: today, surroundings)
    options.isStrict = strict
    options.drafts = drafts
    options.usesBaseline = baseline
    options.program = ProgramFile.path()
    options.cache = surroundings.cacheFolder()
    // What a pipeline keeps from run to run is sent over a network, and its output is made anew each time.
    options.keepsFormerOutput = surroundings.variable("CI") == nil
    options.generator = "runbookgen " + ToolVersion.current
    return options
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

/// A file that findings are written into, in one of the forms.
struct ReportTarget: ExpressibleByArgument {
  let format: FormatName
  let path: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="),
      let format = FormatName(argument: String(argument[..<sign]))
    else { return nil }
    let path = String(argument[argument.index(after: sign)...])
    guard !path.isEmpty else { return nil }
    (self.format, self.path) = (format, path)
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
