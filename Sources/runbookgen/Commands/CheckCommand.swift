import ArgumentParser
import RunbookBuild

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the runbooks and write nothing.",
    discussion: """
      The whole site is always read, as pages depend on each other. Paths choose what is reported: \
      pages, or folders with all that is below them.
      """)

  @OptionGroup var options: Options

  @Argument(help: "Pages or folders to report on (default: all).", completion: .file())
  var paths: [String] = []

  func run() async throws {
    var build = try options.buildOptions()
    for path in paths { build.paths += try await files(at: path) }
    let settings = build
    let report = try await Console.reportingProblems(as: options.document) {
      () async throws(FileProblem) in
      try await Pipeline.check(settings)
    }
    try options.text(of: report, saysNothingFound: true).write()
    if report.hasErrors { throw Exit.findings }
  }

  /// The files that a path stands for, as they are named from the project folder.
  private func files(at path: String) async throws -> [String] {
    // From where the user is; failing that, from the project, as findings name their files.
    let places = path.hasPrefix("/") ? [path] : [path, options.project + "/" + path]
    for place in places {
      let kind = try await Console.reportingProblems(as: options.document) {
        () async throws(FileProblem) in
        try Disk.kind(of: place)
      }
      if let kind { return try await files(at: place, kind) }
    }
    let near = PageNames.nearest(to: path, in: try options.buildOptions())
    throw ValidationError(
      "There is no page or folder '\(TerminalText.escaped(path))'."
        + (near.map { " Did you mean '\(TerminalText.escaped($0))'?" } ?? ""))
  }

  private func files(at place: String, _ kind: Disk.Kind) async throws -> [String] {
    let shown = TerminalText.escaped(place)
    let relative = try await Console.reportingProblems(as: options.document) {
      () async throws(FileProblem) in
      try RelativePath.of(place, in: options.project)
    }
    guard let relative else {
      throw ValidationError("'\(shown)' is outside the project folder; choose it with --project.")
    }
    guard kind == .folder else { return [relative] }
    let below = try await Console.reportingProblems(as: options.document) {
      () async throws(FileProblem) in
      try FileTree(place).files
    }
    guard !below.isEmpty else { throw ValidationError("There is no file in '\(shown)'.") }
    return below.map { relative.isEmpty ? $0 : relative + "/" + $0 }
  }
}
