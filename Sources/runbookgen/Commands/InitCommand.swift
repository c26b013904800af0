import ArgumentParser
import RunbookBuild
import RunbookModel

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a configuration for a folder of Markdown that has none.",
    discussion: """
      Looks for the pages first, and shows the runbookgen.yml that fits them; with --ci also what makes \
      GitHub, GitLab, Jenkins or pre-commit check them. Nothing is written without --write, and a file that is \
      there is never changed.
      """)

  @Option(help: ArgumentHelp("The project folder (default: this one).", valueName: "folder"))
  var project = "."

  @Option(
    help: ArgumentHelp(
      "The folder of the pages, from the project folder (default: the one with most of the Markdown).",
      valueName: "folder"))
  var content: String?

  @Option(
    help: ArgumentHelp(
      "The owner of pages that name none (default: who owns the folder by CODEOWNERS).",
      valueName: "name"))
  var owner: String?

  @Option(
    help: ArgumentHelp(
      "Also the files by which this system checks the pages; may be repeated.",
      valueName: "system"))
  var ci: [CISystem] = []

  @Flag(help: "Write the files.")
  var write = false

  func run() async throws {
    var options = BuildOptions(today: try Surroundings.process.today())
    options.project = project
    let settings = options
    // A project that has a configuration may still want a pipeline.
    let plan = try await Console.reportingProblems { () async throws(FileProblem) -> InitPlan? in
      let isNeeded = try InitPlan.isNeeded(settings)
      guard ci.isEmpty || isNeeded else { return nil }
      return try InitPlan(settings, content: content, owner: owner)
    }
    let pipelines = ci.flatMap { $0.files(settings) }
    let there = pipelines.filter(\.exists)
    if let plan { Console.say(TerminalText.escaped(plan.found)) }
    let files = (plan.map { [$0.file] } ?? []) + pipelines.filter { !$0.exists }
    guard try Proposal.settle(files, isWritten: write) else { throw Exit.files }
    for file in there {
      try Console.result(String(decoding: file.text, as: UTF8.self))
      Console.say("note: \(Self.name(file)) is there and stays as it is; this belongs into it")
    }
    let next = plan == nil ? "" : "; next: 'runbookgen adopt'"
    let names = files.map(Self.name).joined(separator: ", ")
    if write {
      Console.say(names.isEmpty ? "nothing was written" : "wrote \(names)\(next)")
      if !there.isEmpty { throw Exit.files }
    } else if !files.isEmpty {
      Console.say("'--write' writes \(files.count == 1 ? "it" : names)\(next)")
    }
  }

  private static func name(_ file: NewFile) -> String { TerminalText.escaped(file.source.path) }
}

extension CISystem: ExpressibleByArgument {}
