import ArgumentParser
import RunbookBuild
import RunbookModel

struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: "Apply the fixes that are certain.",
    discussion: "Shows a diff and changes nothing, unless --write is given.")

  @Option(
    help: ArgumentHelp("The folder with the configuration and the content.", valueName: "folder"))
  var project = "."

  @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
  var config: String?

  @Flag(help: "Write the changed files.")
  var write = false

  func run() async throws {
    var options = BuildOptions(today: try Surroundings.process.today())
    options.project = project
    options.config = config
    options.builtinTemplates = BuiltinTemplates.folder()
    let settings = options
    let report = try await Console.reportingProblems { () async throws(FileProblem) in
      try await Pipeline.check(settings)
    }
    let plan = FixPlan(report)
    for file in plan.files {
      if write {
        try await Console.reportingProblems { () async throws(FileProblem) in
          try FixPlan.write(file, project: settings.project)
        }
      } else {
        try Console.result(UnifiedDiff.between(file.source, file.fixed))
      }
    }
    let count = plan.files.reduce(0) { $0 + $1.titles.count }
    Console.say(
      "\(count) fix\(count == 1 ? "" : "es") in \(plan.files.count) file\(plan.files.count == 1 ? "" : "s")"
        + (write || count == 0 ? "" : "; --write applies them"))
  }
}
