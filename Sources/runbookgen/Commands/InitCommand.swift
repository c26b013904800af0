import ArgumentParser
import RunbookBuild
import RunbookModel

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a configuration for a folder of Markdown that has none.",
    discussion: """
      Looks for the pages first, and shows the runbookgen.yml that fits them. Nothing is written without \
      --write, and a configuration that is there is never changed.
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

  @Flag(help: "Write the file.")
  var write = false

  func run() async throws {
    var options = BuildOptions(today: try Surroundings.process.today())
    options.project = project
    let settings = options
    let plan = try await Console.reportingProblems { () async throws(FileProblem) in
      try InitPlan(settings, content: content, owner: owner)
    }
    Console.say(TerminalText.escaped(plan.found))
    guard write else {
      try Console.result(UnifiedDiff.between(plan.source, plan.text))
      Console.say("'--write' writes it; next: 'runbookgen adopt'")
      return
    }
    try await Console.reportingProblems { () async throws(FileProblem) in try plan.write() }
    Console.say("wrote \(InitPlan.fileName); next: 'runbookgen adopt'")
  }
}
