import ArgumentParser
import RunbookBuild
import RunbookModel

struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: "Apply the fixes that are certain.",
    discussion: "Shows a diff and changes nothing, unless --write is given.")

  @OptionGroup var project: ProjectOptions

  @Flag(help: "Write the changed files.")
  var write = false

  func run() async throws {
    let settings = try project.buildOptions()
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
