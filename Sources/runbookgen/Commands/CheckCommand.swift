import ArgumentParser
import RunbookBuild
import RunbookModel

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the runbooks and write nothing.",
    discussion: """
      The whole site is always read, as pages depend on each other. Paths choose what is reported: \
      pages, or folders with all that is below them.
      """)

  @OptionGroup var options: Options

  @Option(
    help: ArgumentHelp(
      "Report what was not found at a revision of git, or in a file that '--format json' has written.",
      valueName: "revision|file.json"))
  var newFrom: String?

  @Option(help: ArgumentHelp("What makes the command end with status 1.", valueName: "severity"))
  var failOn = Threshold.error

  @Option(
    help: ArgumentHelp(
      "Report on this page, with what is on standard input in its place. It need not be on the disk.",
      valueName: "page"))
  var stdinFilename: String?

  @Argument(help: "Pages or folders to report on (default: all).", completion: .file())
  var paths: [String] = []

  /// How bad findings have to be to make a run fail.
  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case error, warning, never

    func isReached(by diagnostics: [Diagnostic]) -> Bool {
      let least: Severity? =
        switch self {
        case .error: .error
        case .warning: .warning
        case .never: nil
        }
      return least.map { least in diagnostics.contains { $0.severity >= least } } ?? false
    }
  }

  func run() async throws {
    var build = try options.buildOptions()
    let pages = PagePaths(options: build, document: options.document)
    build.paths = try await pages.files(at: paths)
    var unsaved: String?
    if let stdinFilename {
      let page = try await pages.page(at: stdinFilename)
      build.texts[page] = try await Console.reportingProblems(as: options.document) {
        () async throws(FileProblem) in
        try Disk.readInput()
      }
      build.paths.append(page)
      unsaved = page
    }
    if let newFrom { build.earlier = try await earlier(newFrom, build) }
    let settings = build
    let report = try await Console.reportingProblems(as: options.document) {
      () async throws(FileProblem) in
      try await Pipeline.check(settings)
    }
    if let unsaved, !report.pages.contains(unsaved), !report.hasErrors {
      throw ValidationError("'\(TerminalText.escaped(unsaved))' would be no page of the site.")
    }
    try await options.text(of: report, saysNothingFound: true).write()
    if failOn.isReached(by: report.diagnostics) { throw Exit.findings }
  }

  /// What was found at a revision, or is in a file; a name that ends in `.json` is a file.
  private func earlier(_ name: String, _ build: BuildOptions) async throws -> FindingSet {
    let found = try await Console.reportingProblems(as: options.document) {
      () async throws(FileProblem) in
      if name.hasSuffix(".json") { return try EarlierFindings.read(name) as FindingSet? }
      return try await EarlierFindings.check(
        build, at: name, temporary: Surroundings.process.temporaryFolder)
    }
    if let found { return found }
    throw ValidationError(
      "There is no revision '\(TerminalText.escaped(name))' of git here. A shallow clone holds only the"
        + " newest: fetch it, or give a file that 'runbookgen check --format json' has written.")
  }
}
