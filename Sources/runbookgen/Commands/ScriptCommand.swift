import ArgumentParser
import RunbookBuild

struct ScriptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "script",
    abstract: "Write the procedure of a page as a script of bash, to be reviewed.",
    discussion: """
      One function for each step, with the page's own commands in it. Values are arguments, checked by the \
      patterns of the page and quoted as the wiki quotes them; warnings and commands that destroy something \
      are asked for on the terminal; --dry-run of the script shows what would run. A step that needs a person \
      is refused, with the reason: a session in another place, a program that waits for somebody who types.
      """)

  @OptionGroup var project: ProjectOptions

  @Option(
    help: ArgumentHelp(
      "A step that becomes part of the script, by its number, its anchor or the name of a block in it;"
        + " may be given again for others (default: the procedure).", valueName: "step"))
  var step: [String] = []

  @Argument(
    help: ArgumentHelp("The page.", valueName: "page"), completion: .file(extensions: ["md"]))
  var page: String

  func run() async throws {
    let settings = try project.buildOptions()
    let files = try await PagePaths(options: settings).files(at: [page])
    guard files.count == 1 else {
      throw ValidationError("'\(TerminalText.escaped(page))' is a folder; name a page of it.")
    }
    let result = try await Console.reportingProblems { () async throws(FileProblem) in
      try await Pipeline.script(settings, of: files[0], steps: step)
    }
    switch result {
    case nil: throw ValidationError("'\(TerminalText.escaped(page))' is no page of the site.")
    case .success(let script)?: try Console.result(script.text)
    case .failure(let refusals)?:
      for refusal in refusals.all {
        Console.say(TerminalText.escaped("\(refusal.place): error: \(refusal.reason)"))
      }
      throw Exit.findings
    }
  }
}
