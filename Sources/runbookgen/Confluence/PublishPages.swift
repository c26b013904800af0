import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookModel
import RunbookPublishing

/// `confluence publish`
struct PublishPages: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write the pages into Confluence over its REST interface, with a token.",
    discussion: """
      Does what 'confluence plan' prints: makes the pages that are missing, parents first, then saves \
      the bodies, files and labels of those that differ, and puts them into order. Pages that somebody \
      has changed in Confluence, and pages with open inline comments, are left alone and named. Where a \
      run was interrupted, the next one goes on. The numbers of the pages are kept in \
      confluence-pages.yml. Requests are sent by curl.

      Exit status: 0 when everything is published; 1 when pages could not be, or were skipped without \
      --skip-edited, when the plan no longer holds, and when the sources have errors; 64 when the \
      command line was wrong or no token was given; 74 when Confluence could not be reached or a file \
      could not be read or written.
      """)

  @OptionGroup var options: PublishOptions

  @Option(
    help: ArgumentHelp(
      "Do exactly what a plan says, with its options; refuse if the site or Confluence has changed.",
      valueName: "file"))
  var plan: String?

  func validate() throws {
    guard plan != nil else { return }
    if options.overwrite || options.skipEdited || options.orphans != .report {
      throw ValidationError("The plan says how to publish; give no other options with --plan.")
    }
  }

  func run() async throws {
    var choices = options.choices
    var wanted: [UInt8]?
    if let plan {
      (wanted, choices) = try await Console.reportingProblems(as: options.document) {
        () throws(FileProblem) in
        let bytes = try Disk.read(plan)
        return (bytes, try PlanText.choices(bytes, path: plan))
      }
    }
    let settings = try options.buildOptions()
    let (publishing, site) = try await options.publishing(settings)
    let prepared = try await Console.reportingProblems(as: options.document) {
      () throws(FileProblem) in
      try publishing.prepare(choices)
    }
    let json = PlanText.json(prepared.plan, choices, url: site.url)
    try Console.result(
      options.format == .json
        ? String(decoding: json, as: UTF8.self) : PlanText.text(prepared.plan, url: site.url))
    if let wanted, wanted != json {
      Console.say(
        "nothing was published: the site or Confluence has changed since the plan was made;"
          + " make a new one with 'runbookgen confluence plan'")
      throw Exit.findings
    }
    let outcome = try await Console.reportingProblems(as: options.document) {
      () throws(FileProblem) in
      try publishing.publish(prepared) { book throws(FileProblem) in
        try AddressBookFile.write(book, settings)
      }
    }
    say(outcome, prepared.plan)
    if !outcome.failures.isEmpty || prepared.plan.isIncomplete(choices) { throw Exit.findings }
  }

  private func say(_ outcome: PublishOutcome, _ plan: PublishPlan) {
    for failure in outcome.failures {
      Console.say(TerminalText.escaped("error: \(failure.source): \(failure.reason)"))
    }
    var line = "published \(outcome.published.counted("page")), \(plan.unchanged) unchanged"
    if outcome.archived > 0 { line += ", \(outcome.archived) archived" }
    let left = plan.count(.skipped)
    if left > 0 { line += ", \(left) skipped" }
    let refused = plan.count(.refused) + outcome.failures.count
    if refused > 0 { line += ", \(refused) not published" }
    Console.say(line)
  }
}
