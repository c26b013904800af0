import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookModel

struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: "Apply the fixes that are certain.",
    discussion: "Shows a diff and changes nothing, unless --write is given.")

  @OptionGroup var project: ProjectOptions

  @Flag(help: "Write the changed files.")
  var write = false

  @Flag(help: "Fail when something would change; for continuous integration.")
  var check = false

  @Option(help: ArgumentHelp("Mend the findings of this rule only; may be repeated."))
  var rule: [String] = []

  @Argument(help: "Pages or folders to mend (default: all).", completion: .file())
  var paths: [String] = []

  func validate() throws {
    if write && check { throw ValidationError("Give --write or --check.") }
  }

  func run() async throws {
    var options = try project.buildOptions()
    let rules = Set(try rule.map { try RuleArgument.rule($0).id })
    options.paths = try await PagePaths(options: options).files(at: paths)
    let settings = options
    let plan = try await Console.reportingProblems { () async throws(FileProblem) in
      try await Pipeline.fix(settings, rules: rules)
    }
    let leftovers = try await Console.reportingProblems { () async throws(FileProblem) in
      try FixPlan.leftovers(settings)
    }
    for leftover in leftovers {
      Console.say(
        "warning: '\(TerminalText.escaped(leftover))' holds what a file was before a run that was"
          + " killed while it wrote it; put that back, or remove it if the file is whole")
    }
    let files = plan.files
    let done = try Proposal.settle(files, isWritten: write, settings)
    let count = done.reduce(0) { $0 + $1.titles.count }
    Console.say(
      "\(count.counted("fix", plural: "fixes")) in \(done.count.counted("file"))"
        + (write || count == 0 ? "" : "; --write applies \(count == 1 ? "it" : "them")"))
    if done.count < files.count { throw Exit.files }
    if check && !files.isEmpty { throw Exit.findings }
  }
}
