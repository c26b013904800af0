import RunbookChecks
package import RunbookCommands
import RunbookModel

/// Learns a program from its help, its page of the manual, or a file.
package struct ProgramLesson {
  /// Where the facts come from.
  package enum Origin: Sendable, Equatable {
    case help
    case manual
    /// A file: a specification, or help that was saved.
    case file(String)
  }

  package struct Result: Sendable {
    package let learnt: LearntProgram
    package let draft: ProgramDraft
  }

  /// The program as the user names it: a name, or a path.
  private let named: String
  /// What commands call it.
  package let name: String
  private let origin: Origin
  private let asking: String
  private let keepsHome: Bool
  private let announce: (String) -> Void

  /// - Throws: for a name that no program can have in a description.
  package init(
    _ named: String, from origin: Origin, asking: String = "--help", keepsHome: Bool = false,
    announce: @escaping (String) -> Void
  ) throws(FileProblem) {
    name = named.split(separator: "/").last.map(String.init) ?? ""
    let isSound =
      name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte.isOne(of: "-_.+")
      } && name.first.map { $0 != "-" && $0 != "." } ?? false
    guard isSound else {
      throw FileProblem(
        path: named, operation: "learn", reason: "it is no name of a program",
        advice: "name one such as 'deployctl', or the path of one")
    }
    guard asking.hasPrefix("-") || asking == "help" else {
      throw FileProblem(
        path: asking, operation: "ask with", reason: "a program might take it for something to do",
        advice: "give an option such as '-h', or 'help'")
    }
    (self.named, self.origin, self.asking) = (named, origin, asking)
    (self.keepsHome, self.announce) = (keepsHome, announce)
  }

  /// The command lines that are sure to be run.
  package var plan: [String] {
    switch origin {
    case .help: ["\(named) \(asking)", "\(named) VERB… \(asking)"]
    case .manual: ["man \(name)"]
    case .file: []
    }
  }

  /// - Throws: where nothing can be learnt.
  package func take() throws(FileProblem) -> Result {
    switch origin {
    case .help: try fromHelp()
    case .manual: try fromManual()
    case .file(let path): try fromFile(path)
    }
  }

  private func fromHelp() throws(FileProblem) -> Result {
    let run = try HelpRun(
      named, asking: [asking], keepsHome: keepsHome, announce: announce)
    let first = try run.help([])
    var learner = ProgramLearner(name) { words in
      words.isEmpty ? first : run.helpOfVerb(words)
    }
    guard let learnt = learner.learn() else {
      throw nothing(
        "neither an option nor a verb was found in what it says, which ends with '\(first.end)'",
        "try '--man', another option that asks for help with '--asking', or '--keep-home' if it needs"
          + " its settings")
    }
    let verbs = learnt.pages.count - 1
    var source = "\(name) \(asking)"
    if verbs > 0 { source += " and that of \(verbs.counted("verb"))" }
    if let version = version(learnt, run) { source += "; \(version)" }
    return Result(
      learnt: learnt,
      draft: try ProgramDraft(
        learnt, dialect: learner.dialect, source: source, doubts: learnt.doubts + run.failures))
  }

  /// The first line of what the program says of its version, if its help lists the option for that.
  private func version(_ learnt: LearntProgram, _ run: HelpRun) -> String? {
    guard learnt.program.root.options.contains(where: { $0.names.contains("--version") }),
      let help = try? run.text(["--version"]),
      let line = help.lines.first(where: { line in line.text.contains(where: \.isNumber) })
    else { return nil }
    return String(line.text.prefix(80))
  }

  private func fromManual() throws(FileProblem) -> Result {
    let run = try HelpRun("man", asking: [], announce: announce)
    let page = try run.text(["-P", "cat", "--", name])
    var learner = ProgramLearner(name) { words in words.isEmpty ? page : nil }
    guard let learnt = learner.learn() else {
      throw nothing("no option was found in its page of the manual", "see 'man \(name)'")
    }
    let title = page.lines.first { !$0.isBlank }.map { $0.text.split(separator: " ")[0] } ?? ""
    return Result(
      learnt: learnt,
      draft: try ProgramDraft(
        learnt, dialect: learner.dialect, source: "page \(title) of the manual",
        doubts: learnt.doubts))
  }

  private func fromFile(_ path: String) throws(FileProblem) -> Result {
    let bytes = try Disk.read(path, limit: Limit.fileSize.usual)
    guard let help = HelpText(bytes) else {
      throw FileProblem(
        path: path, operation: "learn from", reason: "it is no text",
        advice: "name a specification or help that was saved")
    }
    let shown = PagePath(path).fileName
    if let (learnt, dialect) = try SpecificationReader.read(
      SourceFile(path: path, bytes: bytes), name)
    {
      return Result(
        learnt: learnt,
        draft: try ProgramDraft(
          learnt, dialect: dialect, source: "\(learnt.manner) \(shown)", doubts: learnt.doubts))
    }
    var learner = ProgramLearner(name) { words in words.isEmpty ? help : nil }
    guard let learnt = learner.learn() else {
      throw nothing(
        "neither an option nor a verb was found in '\(path)'",
        "it takes a carapace or usage specification, or what '\(name) --help' prints")
    }
    return Result(
      learnt: learnt,
      draft: try ProgramDraft(
        learnt, dialect: learner.dialect, source: "help in \(shown)", doubts: learnt.doubts))
  }

  /// What the help does not say, and what can be done about it.
  private func nothing(_ reason: String, _ advice: String) -> FileProblem {
    FileProblem(path: named, operation: "learn", reason: reason, advice: advice)
  }
}
