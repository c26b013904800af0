import RunbookCommands
import RunbookModel

/// Asks an installed program for its help: without a shell, without anything to read, in a folder of its
/// own that is thrown away, and for no longer than a limit.
final class HelpRun {
  /// In milliseconds, for one question and for all; in bytes, for one answer.
  struct Limits {
    var time = 10_000
    var wholeTime = 180_000
    var size = 1 << 20
  }

  private let program: String
  private let asking: [String]
  private let limits: Limits
  private let folder: String
  private let variables: [String: String]
  private let announce: (String) -> Void
  private let start = ContinuousClock.now
  /// Why questions were not answered, in the words of a note.
  private(set) var failures: [String] = []
  /// The exit status of the program when it was asked last.
  private var status: Int32 = 0

  /// - Parameters:
  ///   - program: a name, or a path.
  ///   - asking: the words that ask for help.
  ///   - keepsHome: whether the program sees the user's own home folder.
  ///   - announce: gets each command line before it is run.
  init(
    _ program: String, asking: [String] = ["--help"], keepsHome: Bool = false,
    limits: Limits = Limits(), announce: @escaping (String) -> Void
  ) throws(FileProblem) {
    // It runs in another folder.
    self.program = program.contains("/") ? try CanonicalPath(program).path : program
    (self.asking, self.limits, self.announce) = (asking, limits, announce)
    let parent = ProcessEnvironment.value(of: "TMPDIR") ?? "/tmp"
    folder = try Disk.makeTemporaryFolder(in: parent)
    variables = Self.quiet.merging(keepsHome ? [:] : Self.homes(folder)) { $1 }
  }

  deinit { _ = Disk.remove(folder) }

  /// What keeps programs from paging, colouring and translating.
  private static let quiet = [
    "PAGER": "cat", "MANPAGER": "cat", "GIT_PAGER": "cat", "SYSTEMD_PAGER": "cat",
    "AWS_PAGER": "", "NO_COLOR": "1", "CLICOLOR": "0", "TERM": "dumb", "COLUMNS": "160",
    "MANWIDTH": "160", "LINES": "1000", "LC_ALL": "C.UTF-8", "LANGUAGE": "en",
    "PYTHONDONTWRITEBYTECODE": "1", "TYPER_USE_RICH": "0", "DISPLAY": "", "WAYLAND_DISPLAY": "",
    "BROWSER": "true",
  ]

  private static func homes(_ folder: String) -> [String: String] {
    [
      "HOME": folder, "TMPDIR": folder, "XDG_CONFIG_HOME": folder + "/.config",
      "XDG_CACHE_HOME": folder + "/.cache", "XDG_DATA_HOME": folder + "/.local/share",
      "XDG_STATE_HOME": folder + "/.local/state",
    ]
  }

  /// The help of the program, or of one of its verbs.
  ///
  /// - Throws: where the program cannot be run, or says nothing that is text.
  func help(_ words: [String]) throws(FileProblem) -> HelpText {
    try text(words + asking)
  }

  /// What the program writes when it is run with some words.
  func text(_ arguments: [String]) throws(FileProblem) -> HelpText {
    let shown = ([program] + arguments).joined(separator: " ")
    func problem(_ reason: String, _ advice: String) -> FileProblem {
      FileProblem(path: shown, operation: "learn from", reason: reason, advice: advice)
    }
    let spent = Int((ContinuousClock.now - start) / .milliseconds(1))
    guard spent < limits.wholeTime else {
      throw problem(
        "\(limits.wholeTime / 1000) seconds have passed since the first question",
        "what is missing can be added by hand")
    }
    announce(shown)
    let process = FilterProcess(
      time: min(limits.time, limits.wholeTime - spent), size: limits.size)
    let outcome: FilterProcess.Outcome
    do throws(FileProblem) {
      outcome = try process.run(program, arguments, reading: [], adding: variables, in: folder)
    } catch {
      throw FileProblem(
        path: program, operation: "run", reason: error.reason,
        advice: "install it here, or save its help to a file and name that with '--from'")
    }
    switch outcome.end {
    case .tookTooLong:
      throw problem(
        "it did not end within \(limits.time / 1000) seconds", "it was stopped with all it started")
    case .wroteTooMuch:
      throw problem("it wrote more than \(limits.size >> 20) MiB", "it was stopped")
    case .signalled(let signal): throw problem("signal \(signal) ended it", "see why by hand")
    case .exited(let status): self.status = status
    }
    // Some write their help as if it were an error.
    let isOutput = outcome.output.contains { $0 > 0x20 }
    guard let help = HelpText(isOutput ? outcome.output : outcome.errors) else {
      throw problem("what it wrote is no text", "see what it says by hand")
    }
    guard help.lines.contains(where: { !$0.isBlank }) else {
      throw problem("it wrote nothing", "see what it says by hand")
    }
    return help
  }

  /// The help of a verb; nil where there is none, which is noted.
  func helpOfVerb(_ words: [String]) -> HelpText? {
    do throws(FileProblem) {
      let help = try help(words)
      if status == 0 || HelpKindCatalog.kind(of: help).isGenerated { return help }
      failures.append(
        "`\(words.joined(separator: " "))` ended with status \(status) and '\(help.end)'")
    } catch {
      failures.append(error.description)
    }
    return nil
  }
}
