import ArgumentParser
import RunbookBuild
import RunbookModel
import RunbookPreview

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the wiki in a browser while its pages are written.",
    discussion: """
      Pages are made from memory as they are asked for, also those with errors: each finding stands where it was \
      found, with its fixes. A page that is open follows its file. Only this machine can reach the server, and \
      nothing but fixes that somebody clicks on is written. Ctrl-C ends it.
      """)

  @OptionGroup var project: ProjectOptions

  @Option(
    help: ArgumentHelp(
      "The port to listen on; 0 for any that is free. (default: 4747, or the next that is free)",
      valueName: "number"))
  var port: Int?

  @Flag(help: "Open the wiki in the browser.")
  var open = false

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(
    help: ArgumentHelp("The day for checks, as YYYY-MM-DD (default: today).", valueName: "day"))
  var today: CalendarDate?

  private static let usualPort = 4747

  func validate() throws {
    if let port, !(0...65535).contains(port) {
      throw ValidationError("--port takes a number from 0 to 65535.")
    }
  }

  func run() async throws {
    var settings = try project.buildOptions(today: today)
    settings.onPage = nil
    settings.isStrict = strict
    settings.drafts = true
    settings.generator = "runbookgen " + ToolVersion.current
    let (options, isOpened, named) = (settings, open, today)
    try await Console.reportingProblems { () async throws(FileProblem) in
      // Asked for each time, as a preview may be open for days.
      try await PreviewSession.run(
        options, port: port ?? Self.usualPort, isFixed: port != nil,
        today: { named ?? (try? Surroundings.process.today()) }
      ) { event in
        switch event {
        case .started(let port, let round):
          let address = "http://127.0.0.1:\(port)/"
          Console.say(Self.line(of: round) + " · \(address) · Ctrl-C ends it")
          if isOpened { Self.show(address) }
        case .followed(let round):
          Console.say("\(Surroundings.process.timeOfDay())  \(Self.line(of: round))")
        }
      }
    }
  }

  /// What a round came to, as one line.
  private static func line(of round: PreviewFollower.Round) -> String {
    if let problem = round.problem { return "error: " + TerminalText.escaped(problem.description) }
    let count = round.files.count
    let subject =
      count == 1
      ? TerminalText.escaped(round.files[0])
      : count > 1 ? "\(count) files" : round.pageCount.counted("page")
    let time = round.duration.components
    let milliseconds = time.seconds * 1000 + time.attoseconds / 1_000_000_000_000_000
    let found = [round.errors.counted("error"), round.warnings.counted("warning")]
    return "\(subject)  \(milliseconds) ms  \(found.joined(separator: ", "))"
  }

  private static func show(_ address: String) {
    #if canImport(Darwin)
      let program = "open"
    #else
      let program = "xdg-open"
    #endif
    // Some wait until the browser is closed.
    Task.detached {
      do throws(FileProblem) {
        _ = try ChildProcess.run(program, [address], without: [], adding: [:])
      } catch {
        Console.say("note: the browser cannot be opened: \(TerminalText.escaped(error.reason))")
      }
    }
  }
}
