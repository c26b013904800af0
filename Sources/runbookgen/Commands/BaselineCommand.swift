import ArgumentParser
import RunbookBuild
import RunbookModel

struct BaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Keep a list of the findings that are known.",
    discussion: """
      `check` and `build` leave out what is listed in .runbookgen-baseline, which lies beside the \
      configuration. A finding is the same as long as its file, its rule and the text of its line are, \
      wherever the line stands. Findings of the configuration are never listed.

      Without an option nothing is written. Exit status: 1 with --check when something could be pruned, \
      and when the configuration has errors.
      """)

  @OptionGroup var project: ProjectOptions

  @Flag(help: "List everything that is found now.")
  var write = false

  @Flag(help: "Remove what is not found any more; nothing is added.")
  var prune = false

  @Flag(help: "With --prune: write nothing, and fail when something could be removed.")
  var check = false

  @Option(
    help: ArgumentHelp(
      "The day that reviews are judged by (default: SOURCE_DATE_EPOCH, else the clock, in UTC).",
      valueName: "yyyy-mm-dd"))
  var today: CalendarDate?

  func validate() throws {
    if write && prune { throw ValidationError("Give --write or --prune; --write lists all anew.") }
    if check && !prune { throw ValidationError("--check goes with --prune.") }
  }

  func run() async throws {
    var options = try project.buildOptions()
    options.today = today ?? options.today
    let settings = options
    let baseline = try await Console.reportingProblems { () async throws(FileProblem) in
      try await Pipeline.baseline(settings)
    }
    guard baseline.isWhole else {
      let report = baseline.obstacles
      Console.show(
        TextPrinter(isColoured: false).render(
          DiagnosticReport(
            diagnostics: report.diagnostics, sources: report.sources, pageCount: report.pageCount)))
      Console.say("the baseline was not looked at, as this keeps the rest from being found")
      throw Exit.findings
    }
    if write { return try await list(baseline) }
    guard let entries = baseline.entries else {
      if prune {
        throw ValidationError(
          "There is no '\(TerminalText.escaped(baseline.path))'; --write makes it.")
      }
      return say("there is no baseline; --write lists \(counted(baseline.found))")
    }
    let gone = entries.count - baseline.pruned.count
    if prune { return try await remove(gone, baseline) }
    say(
      "\(counted(entries)) known, \(gone) of them gone,"
        + " \(baseline.found.count - baseline.pruned.count) new")
  }

  private func list(_ baseline: Baseline) async throws {
    try await write(baseline.found, to: baseline)
    say("\(TerminalText.escaped(baseline.path)) lists \(counted(baseline.found))")
  }

  private func remove(_ gone: Int, _ baseline: Baseline) async throws {
    let left = "\(counted(baseline.pruned)) left"
    if check {
      say(gone == 0 ? "nothing is gone, \(left)" : "\(gone) could be removed, \(left)")
      if gone > 0 { throw Exit.findings }
      return
    }
    if gone > 0 { try await write(baseline.pruned, to: baseline) }
    say("\(gone) removed, \(left)")
  }

  private func write(_ findings: FindingSet, to baseline: Baseline) async throws {
    try await Console.reportingProblems { () async throws(FileProblem) in
      try baseline.write(findings)
    }
  }

  private func say(_ line: String) { Console.say(line) }

  private func counted(_ findings: FindingSet) -> String {
    "\(findings.count.counted("finding"))"
  }
}
