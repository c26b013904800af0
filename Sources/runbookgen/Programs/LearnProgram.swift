import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookCommands
import RunbookModel

extension ProgramsCommand {
  /// Describes a program from its own help.
  struct LearnProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "learn",
      abstract: "Describe a program of your own, from what its help says.",
      discussion: """
        Runs the program with --help, and then each verb that this names, if the help was made by a \
        library such as argparse, click, cobra, clap or urfave/cli: a program with help that was \
        written by hand might do what the verb says. Each command line is shown before it is run, \
        without a shell, in an empty folder that is its home, with nothing to read and for ten seconds \
        at most. The draft is written into the programs folder. Where a file is there already, the \
        difference is shown, and --force writes it.

        Exit status: 0 when the draft was written or nothing had to be; 1 when a file is there that \
        says something else; 64 when the command line was wrong; 74 when nothing could be learnt, or a \
        file could not be read or written.
        """)

    @OptionGroup var project: ProjectOptions

    @Argument(help: "The program: a name, or the path of one.")
    var name: String

    @Option(
      name: .customLong("from"),
      help: ArgumentHelp(
        "A specification for carapace (.yaml) or usage (.kdl), or help that was saved; nothing is run.",
        valueName: "file"))
    var file: String?

    @Flag(help: "Read its page of the manual.")
    var man = false

    @Option(help: ArgumentHelp("What asks the program for its help.", valueName: "option"))
    var asking = "--help"

    @Flag(help: "Let the program see your home folder, if it needs its settings.")
    var keepHome = false

    @Flag(help: "Show what would be run, and run nothing.")
    var dryRun = false

    @Flag(help: "Print the draft, and write nothing.")
    var print = false

    @Flag(help: "Write over a file that is there, and over a schema that comes with the program.")
    var force = false

    func validate() throws {
      if man && file != nil { throw ValidationError("'--man' and '--from' exclude each other") }
    }

    func run() async throws {
      let settings = try project.buildOptions()
      let origin: ProgramLesson.Origin = file.map { .file($0) } ?? (man ? .manual : .help)
      let lesson = try await Console.reportingProblems { () async throws(FileProblem) in
        try ProgramLesson(name, from: origin, asking: asking, keepsHome: keepHome) {
          Console.say("runs: " + TerminalText.escaped($0))
        }
      }
      if dryRun {
        return try Console.result(
          lesson.plan.map { TerminalText.escaped($0) + "\n" }.joined())
      }
      let place = try await Console.reportingProblems { () async throws(FileProblem) in
        try ProgramDescription.place(of: lesson.name, settings)
      }
      // The folder may be one that is named and not made yet.
      if !print, !force, place.old == nil, ProgramLibrary().contains(lesson.name) {
        throw ValidationError(
          "'\(lesson.name)' comes with the program, and a draft would know less; '--force' writes one,"
            + " and 'extends: \(lesson.name)' in a file of yours adds to what is known")
      }
      let result = try await Console.reportingProblems { () async throws(FileProblem) in
        try lesson.take()
      }
      if print { return try Console.result(result.draft.text) }
      try await settle(result, place)
    }

    private func settle(
      _ result: ProgramLesson.Result,
      _ place: (path: String, shown: String, old: SourceFile?, isRead: Bool)
    ) async throws {
      let draft = result.draft.text
      let shown = TerminalText.escaped(place.shown)
      if let old = place.old {
        if old.bytes == Array(draft.utf8) { return Console.say("\(shown) says the same") }
        guard force else {
          try Console.result(UnifiedDiff.between(old, Array(draft.utf8)))
          Console.say("\(shown) is there already; '--force' writes over it")
          throw Exit.findings
        }
      }
      try await Console.reportingProblems { () async throws(FileProblem) in
        try ProgramDescription.write(draft, at: place.path, over: place.old)
      }
      let root = result.learnt.program.root
      let count = LearntCount(root)
      Console.say(
        "wrote \(shown): \(count.words), from \(result.learnt.manner)"
          + (result.learnt.doubts.isEmpty ? "" : "; not all of it is sure, see its first lines"))
      if !place.isRead {
        let folder = PagePath(place.shown).folder
        Console.say(
          "add 'directories: {programs: \(folder)}' to runbookgen.yml, so that it is read")
      }
    }
  }
}

/// How much a description has.
private struct LearntCount {
  private var options = 0
  private var verbs = 0

  init(_ root: Verb) { add(root) }

  private mutating func add(_ verb: Verb) {
    options += verb.options.count
    verbs += verb.verbs.count
    for each in verb.verbs { add(each) }
  }

  var words: String {
    "\(options.counted("option")), \(verbs.counted("verb"))"
  }
}
