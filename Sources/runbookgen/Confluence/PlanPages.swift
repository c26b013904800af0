import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookPublishing

/// `confluence plan`
struct PlanPages: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Compare the site with Confluence: which pages publish would write, and why.",
    discussion: """
      Reads from Confluence and writes nothing there. A page is found by the address book, then by the \
      property that an earlier publish has left, then by its title below its parent. Skipped are pages \
      that somebody has changed in Confluence and pages with open inline comments.

      Exit status: 0 when there is a plan; 1 when pages cannot be published, or are skipped without \
      --skip-edited, and when the sources have errors; 64 when the command line was wrong or no token \
      was given; 74 when Confluence could not be reached or a file could not be read.
      """)

  @OptionGroup var options: PublishOptions

  @Option(
    help: ArgumentHelp(
      "Also write the plan into a file, which 'confluence publish --plan' does exactly.",
      valueName: "file"))
  var output: String?

  func run() async throws {
    let (publishing, site) = try await options.publishing(options.buildOptions())
    let choices = options.choices
    let plan = try await Console.reportingProblems(as: options.document) {
      () throws(FileProblem) in
      try publishing.prepare(choices).plan
    }
    let json = PlanText.json(plan, choices, url: site.url)
    if let output {
      try await Console.reportingProblems(as: options.document) { () throws(FileProblem) in
        try Disk.replaceFile(output, with: json)
      }
    }
    try Console.result(
      options.format == .json
        ? String(decoding: json, as: UTF8.self) : PlanText.text(plan, url: site.url))
    if plan.isIncomplete(choices) { throw Exit.findings }
  }
}

extension PublishPlan {
  /// Whether pages stay unpublished that should not.
  func isIncomplete(_ choices: PublishChoices) -> Bool {
    count(.refused) > 0 || (count(.skipped) > 0 && !choices.skipsEdited)
  }
}
