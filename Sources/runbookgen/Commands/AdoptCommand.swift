import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookModel

struct AdoptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "Give pages that were written for other tools what they lack.",
    discussion: """
      Adds to the front matter what is known: the day of the last commit as the review, the owner by the \
      catalog of Backstage or by CODEOWNERS, the placeholders of commands as inputs, and a title where neither \
      the page nor its first heading has one. Links to addresses of pages become links to their files, and \
      links to explicit anchors of other tools (`{#id}`, `(label)=`) links to headings. Keys of other tools \
      stay: the configuration says under 'keys' what they are here. Shows a diff and changes nothing, unless \
      --write is given.
      """)

  @OptionGroup var project: ProjectOptions

  @Argument(help: "Pages or folders to adopt (default: all).", completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The day of the last review: 'git' for that of the last commit, a day, or 'none'.",
      valueName: "git|yyyy-mm-dd|none"))
  var reviewed = "git"

  @Option(
    help: ArgumentHelp(
      "The owner: 'codeowners', a name for all pages that have none, or 'none'.",
      valueName: "codeowners|name|none"))
  var owner = "codeowners"

  @Option(
    help: ArgumentHelp(
      "Take 'alerts' from the headings, or from the names of the files.", valueName: "heading|file")
  )
  var alerts: AlertSourceName?

  @Flag(inversion: .prefixedNo, help: "Declare placeholders as inputs.")
  var inputs = true

  @Flag(inversion: .prefixedNo, help: "Let links lead to files.")
  var links = true

  @Flag(help: "Write the changed files.")
  var write = false

  func run() async throws {
    var options = try project.buildOptions()
    options.paths = try await PagePaths(options: options).files(at: paths)
    let settings = options
    let wish = try wish()
    let plan = try await Console.reportingProblems { () async throws(FileProblem) in
      try await Pipeline.adopt(settings, wish)
    }
    guard plan.isListed else {
      let findings = DiagnosticReport(
        diagnostics: plan.before.diagnostics, sources: plan.before.sources, pageCount: 0)
      Console.show(TextPrinter(isColoured: false).render(findings))
      throw Exit.findings
    }
    let done = try Proposal.settle(plan.files, isWritten: write, settings)
    say(plan)
    if done.count < plan.files.count { throw Exit.files }
  }

  private func wish() throws -> AdoptWish {
    var wish = AdoptWish()
    switch reviewed {
    case "git": wish.reviewed = .git
    case "none": wish.reviewed = .none
    default:
      guard let day = CalendarDate(iso: reviewed) else {
        throw ValidationError(
          "'\(TerminalText.escaped(reviewed))' is no day; '--reviewed' takes 'git', 'none' or a day"
            + " such as 2026-11-23")
      }
      wish.reviewed = .day(day)
    }
    switch owner {
    case "codeowners": wish.owner = .codeOwners
    case "none": wish.owner = .none
    default: wish.owner = .name(owner)
    }
    (wish.inputs, wish.links, wish.alerts) = (inputs, links, alerts?.source)
    return wish
  }

  private func say(_ plan: AdoptPlan) {
    for file in plan.closed {
      Console.say(
        "note: \(TerminalText.escaped(file)): its front matter cannot be added to; see 'runbookgen check'"
      )
    }
    for note in plan.notes { Console.say("note: " + note) }
    if plan.undated > 0 {
      Console.say(
        "note: git knows no commit of \(plan.undated) of the pages; '--reviewed DATE' gives a day")
    }
    func errors(_ report: BuildReport) -> Int {
      report.diagnostics.count { $0.severity == .error }
    }
    let pages = plan.pageCount.counted("page")
    Console.say("\(pages): \(plan.summary)")
    Console.say(
      "errors: \(errors(plan.before)) \(write ? "before" : "now"), \(errors(plan.after)) after"
        + (write || plan.files.isEmpty ? "" : "; '--write' applies this"))
    if plan.files.isEmpty {
      Console.say("next: 'runbookgen check'")
    } else {
      Console.say(
        "next: "
          + (write ? "'runbookgen fix --write', 'runbookgen check'" : "'runbookgen adopt --write'"))
    }
  }
}

/// The name of a source of alerts.
struct AlertSourceName: ExpressibleByArgument {
  let source: PageAdoption.AlertSource

  static var allValueStrings: [String] { PageAdoption.AlertSource.allCases.map(\.rawValue) }

  init?(argument: String) {
    guard let source = PageAdoption.AlertSource(rawValue: argument) else { return nil }
    self.source = source
  }
}
