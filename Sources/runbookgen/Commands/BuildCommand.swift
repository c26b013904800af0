import ArgumentParser
import RunbookBuild
import RunbookModel

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Check the runbooks and publish the wiki and the Confluence export.",
    discussion: """
      The output folder changes in one step, and only when no error was found. Files that did not \
      change keep their time of change. When nothing has changed since the last build, neither what it \
      read nor what it wrote, it is not done again.
      """)

  @OptionGroup var options: Options

  @Flag(help: "Write nothing; fail when the published output is not what a build would make.")
  var verify = false

  @Option(
    help: ArgumentHelp(
      "The output folder (default: the one of the configuration).", valueName: "folder"))
  var output: String?

  @Option(
    help: ArgumentHelp("A revision that pages show, such as a commit.", valueName: "text"))
  var revision: String?

  @Flag(inversion: .prefixedNo, help: "Make the Confluence export.")
  var confluence = true

  @Option(
    help: ArgumentHelp(
      "The manifest.json of what was last pasted into Confluence: makes confluence/to-do.html, with what"
        + " there is to do since. Where no file is, everything is to do.", valueName: "file"))
  var pasted: String?

  @Flag(help: "Also write each page, and the whole wiki, as one file that needs no other.")
  var bundle = false

  @Flag(help: "Do everything, even when nothing has changed since the last build.")
  var fresh = false

  func run() async throws {
    let settings = try settings()
    var memory =
      verify || pasted != nil || !options.report.isEmpty ? nil : memory(settings)
    if !fresh, let last = await memory?.recall() {
      try await FindingsText(result: last.result, words: last.words).write()
      say(Self.line(pageCount: last.pageCount, unchanged: last.fileCount))
      return
    }
    let report = try await Console.reportingProblems(as: options.document) {
      () async throws(FileProblem) in
      verify
        ? try await Pipeline.verify(settings)
        : try await Pipeline.build(settings) { Console.say(TerminalText.escaped($0)) }
    }
    if report.problem != nil { Signals.waitIfEnding() }
    let findings = options.text(of: report, saysNothingFound: false)
    try await findings.write()
    if let problem = report.problem { throw Console.end(problem) }
    if let published = report.published {
      let lines = (options.quiet ? [] : report.remarks) + (published.note.map { [$0] } ?? [])
      let note = lines.map { TerminalText.escaped($0) + "\n" }.joined()
      Console.show(note)
      say(Self.line(published, report.pageCount))
      await memory?.keep(
        report,
        RecordedBuild(
          pageCount: report.pageCount, fileCount: published.fileCount, result: findings.result,
          words: findings.words + note))
    }
    if let difference = report.difference { Self.say(difference) }
    if report.hasErrors {
      Console.say(
        verify
          ? "the output was not compared, because there are errors"
          : "nothing was published, because there are errors")
    }
    if report.hasErrors || report.difference?.isEmpty == false { throw Exit.findings }
  }

  /// Good news, unless nobody wants to hear it.
  private func say(_ line: String) {
    if !options.quiet { Console.say(line) }
  }

  private func settings() throws -> BuildOptions {
    var build = try options.buildOptions()
    build.output = output
    build.revision = revision
    build.confluence = confluence
    build.pasted = pasted
    build.bundle = bundle
    build.usesStore = !fresh
    return build
  }

  /// Nil where there is no folder to keep anything in.
  private func memory(_ settings: BuildOptions) -> BuildMemory? {
    settings.cache.flatMap { BuildMemory(settings, form: options.form, folder: $0) }
  }

  /// `built 9 pages: 12 files written, 34 unchanged, 0 removed`.
  static func line(_ summary: PublishSummary, _ pageCount: Int) -> String {
    guard !summary.written.isEmpty || !summary.removed.isEmpty || summary.modesChanged > 0 else {
      return line(pageCount: pageCount, unchanged: summary.fileCount)
    }
    let modes = summary.modesChanged
    return "built \(pageCount.counted("page")): \(summary.written.count.counted("file")) written,"
      + " \(summary.unchanged) unchanged, \(summary.removed.count) removed"
      + (modes == 0 ? "" : "; \(modes.counted("mode")) changed to what the umask gives")
  }

  private static func line(pageCount: Int, unchanged: Int) -> String {
    "built \(pageCount.counted("page")): nothing changed (\(unchanged.counted("file")))"
  }

  /// What `--verify` has to say, one line a stale file.
  static func lines(_ difference: OutputDifference) -> [String] {
    let folder = difference.folder
    guard !difference.isEmpty else {
      return ["\(folder) is up to date (\(difference.unchanged.counted("file")))"]
    }
    let kinds = [
      ("missing", difference.missing), ("different", difference.different),
      ("surplus", difference.surplus),
    ]
    return kinds.flatMap { kind, paths in paths.map { "\(kind): \(folder)/\($0)" } }
      + [
        "\(folder) is stale (\(difference.paths.count.counted("file")));"
          + " run 'runbookgen build' and commit the result"
      ]
  }

  private static func say(_ difference: OutputDifference) {
    for line in lines(difference) { Console.say(TerminalText.escaped(line)) }
  }
}
