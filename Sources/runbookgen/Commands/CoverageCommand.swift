import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookModel

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

  @Option(
    help: ArgumentHelp(
      "Fail when a smaller share is validated than in this file, and say where it fell.",
      valueName: "file"))
  var against: String?

  @Option(
    help: ArgumentHelp(
      "Write the counts into this file, as 'json' has them, unless the run fails.",
      valueName: "file"))
  var save: String?

  @Option(
    help: ArgumentHelp(
      "Add the day's numbers to this file as a line of JSON, in the place of that day's line if it has one, unless "
        + "the run fails.",
      valueName: "file"))
  var append: String?

  @Option(
    help: ArgumentHelp(
      "The day of the line that --append writes (default: SOURCE_DATE_EPOCH, else the clock, in UTC).",
      valueName: "yyyy-mm-dd"))
  var today: CalendarDate?

  func run() async throws {
    let settings = try project.buildOptions(today: today)
    let document = { format == .json ? project.json($0) : nil }
    let (coverage, record, earlier) = try await Console.reportingProblems(as: document) {
      () async throws(FileProblem) in
      // Before the pages, whose reading takes longer.
      let earlier = try against.map(EarlierCoverage.init)
      let (_, coverage, record) = try await Pipeline.coverage(settings)
      return (coverage, record, earlier)
    }
    try Console.result(
      format == .json ? CoverageText.json(coverage) : CoverageText.table(coverage))
    var hasFailed = false
    if let minimum, coverage.total.percent < minimum {
      hasFailed = true
      Console.say(
        "\(CoverageText.percent(coverage.total)) % of the commands are validated; the minimum is \(minimum) %"
      )
    }
    if let fall = earlier?.fall(to: coverage) {
      hasFailed = true
      Console.say(fall)
    }
    if hasFailed { throw Exit.findings }
    try await Console.reportingProblems(as: document) { () async throws(FileProblem) in
      if let append { try TrendLog.put(record, into: append) }
      if let save { try Disk.replaceFile(save, with: Array(CoverageText.json(coverage).utf8)) }
    }
  }
}
