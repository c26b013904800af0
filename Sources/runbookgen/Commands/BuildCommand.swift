import ArgumentParser
import RunbookBuild

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Check the runbooks and publish the wiki and the Confluence export.",
    discussion: """
      The output folder changes in one step, and only when no error was found. Files that did not \
      change keep their time of change.
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

  @Flag(help: "Also write each page, and the whole wiki, as one file that needs no other.")
  var bundle = false

  func run() async throws {
    var build = try options.buildOptions()
    build.output = output
    build.revision = revision
    build.confluence = confluence
    build.bundle = bundle
    let settings = build
    let report = try await Console.reportingProblems { () async throws(FileProblem) in
      verify
        ? try await Pipeline.verify(settings)
        : try await Pipeline.build(settings) { Console.say(TerminalText.escaped($0)) }
    }
    try options.write(report, saysNothingFound: false)
    if let published = report.published { Console.say(Self.line(published, report.pageCount)) }
    if let difference = report.difference { Self.say(difference) }
    if report.hasErrors {
      Console.say(
        verify
          ? "the output was not compared, because there are errors"
          : "nothing was published, because there are errors")
    }
    if report.hasErrors || report.difference?.isEmpty == false { throw Exit.findings }
  }

  /// `built 9 pages: 12 files written, 34 unchanged, 0 removed`.
  static func line(_ summary: PublishSummary, _ pageCount: Int) -> String {
    let pages = "built " + counted(pageCount, "page")
    guard !summary.written.isEmpty || !summary.removed.isEmpty else {
      return "\(pages): nothing changed (\(counted(summary.fileCount, "file")))"
    }
    return "\(pages): \(counted(summary.written.count, "file")) written, \(summary.unchanged)"
      + " unchanged, \(summary.removed.count) removed"
  }

  /// What `--verify` has to say, one line a stale file.
  static func lines(_ difference: OutputDifference) -> [String] {
    let folder = difference.folder
    guard !difference.isEmpty else {
      return ["\(folder) is up to date (\(counted(difference.unchanged, "file")))"]
    }
    let kinds = [
      ("missing", difference.missing), ("different", difference.different),
      ("surplus", difference.surplus),
    ]
    return kinds.flatMap { kind, paths in paths.map { "\(kind): \(folder)/\($0)" } }
      + [
        "\(folder) is stale (\(counted(difference.paths.count, "file")));"
          + " run 'runbookgen build' and commit the result"
      ]
  }

  private static func say(_ difference: OutputDifference) {
    for line in lines(difference) { Console.say(TerminalText.escaped(line)) }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
