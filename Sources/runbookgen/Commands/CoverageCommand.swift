import ArgumentParser
import RunbookBuild
import RunbookChecks

struct CoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Count how many commands could be held against the schema of their program.")

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var project: ProjectOptions

  @Option(help: ArgumentHelp("How the counts are written.", valueName: "name"))
  var format = Form.text

  @Option(
    help: ArgumentHelp(
      "Fail when fewer commands than this are validated, in percent.", valueName: "percent"))
  var minimum: Double?

  func run() async throws {
    let settings = try project.buildOptions()
    let (_, coverage) = try await Console.reportingProblems(
      as: { format == .json ? project.json($0) : nil }
    ) { () async throws(FileProblem) in
      try await Pipeline.coverage(settings)
    }
    try Console.result(
      format == .json ? CoverageText.json(coverage) : CoverageText.table(coverage))
    guard let minimum, coverage.total.percent < minimum else { return }
    Console.say(
      "\(CoverageText.percent(coverage.total)) % of the commands are validated; the minimum is \(minimum) %"
    )
    throw Exit.findings
  }
}
