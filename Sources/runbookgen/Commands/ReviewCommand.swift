import ArgumentParser
import RunbookBuild
import RunbookModel

struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Say what has to be looked at again: reviews, owners, lonely pages, old commands.",
    discussion: """
      Pages whose review is overdue, due soon, or that nobody has reviewed; owners that no line of CODEOWNERS names; \
      pages that neither a link nor an alert leads to; commands that the versions in 'applies_to' lack or advise against.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var project: ProjectOptions

  @Option(help: ArgumentHelp("How the review is written.", valueName: "name"))
  var format = Form.text

  @Option(
    help: ArgumentHelp(
      "The day that reviews are judged by (default: SOURCE_DATE_EPOCH, else the clock, in UTC).",
      valueName: "yyyy-mm-dd"))
  var today: CalendarDate?

  @Option(help: ArgumentHelp("How many days ahead a review counts as due.", valueName: "days"))
  var within = 30

  @Option(
    help: ArgumentHelp(
      "End with status 1 when there are pages with these, separated by commas, or 'any': overdue, never,"
        + " due, owner-unknown, unlinked, command.",
      valueName: "reasons"))
  var failOn: String?

  func validate() throws {
    if !(0...3650).contains(within) {
      throw ValidationError("--within takes a number of days from 0 to 3650.")
    }
    _ = try failing()
  }

  func run() async throws {
    let settings = try project.buildOptions(today: today)
    let review = try await Console.reportingProblems(
      as: { format == .json ? project.json($0) : nil }
    ) { () async throws(FileProblem) in
      try await SiteReview.read(settings, within: within)
    }
    if review.errorCount > 0 {
      let count = review.errorCount == 1 ? "is 1 error" : "are \(review.errorCount) errors"
      Console.say("There \(count) in the site; 'runbookgen check' shows what may be missing here.")
    }
    try Console.result(format == .json ? ReviewText.json(review) : ReviewText.text(review))
    if try failing().contains(where: { review.count($0) > 0 }) { throw Exit.findings }
  }

  /// The reasons that make the command end with status 1.
  private func failing() throws -> Set<SiteReview.Reason> {
    guard let failOn else { return [] }
    let all = SiteReview.Reason.allCases
    if failOn == "any" { return Set(all) }
    return Set(
      try failOn.split(separator: ",", omittingEmptySubsequences: false).map { name in
        if let reason = SiteReview.Reason(rawValue: String(name)) { return reason }
        throw ValidationError(
          "There is no reason '\(TerminalText.escaped(String(name)))'. There are: any, "
            + all.map(\.rawValue).joined(separator: ", ") + ".")
      })
  }
}
