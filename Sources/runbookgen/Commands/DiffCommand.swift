import ArgumentParser
import RunbookBuild

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what changes for who runs the procedures, between two states of the site.",
    discussion: """
      Commands that came, went or changed, option by option; contexts, effects, confirmations, \
      warnings, expected output, the order of steps, inputs, people and dates. How a page is written \
      does not count: a paragraph that was wrapped anew, other quotes, another label of a fence.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, markdown, json, html }

  @OptionGroup var project: ProjectOptions

  @Option(help: ArgumentHelp("How the changes are written.", valueName: "name"))
  var format = Form.text

  @Option(
    help: ArgumentHelp(
      "End with status 1 when there are changes of these kinds, separated by commas, or 'any'.",
      valueName: "kinds"))
  var failOn: String?

  @Argument(help: "The state before: a revision of git, or a project folder.")
  var old: String

  @Argument(
    help:
      "The state after: a revision of git, or a project folder (default: the project as it is).",
    completion: .directory)
  var new: String?

  func run() async throws {
    let kinds = try failing()
    let (before, after) = (try await read(old), try await read(new))
    for (site, name) in [(before, old), (after, new ?? "the project")] where site.errorCount > 0 {
      let count = site.errorCount == 1 ? "is 1 error" : "are \(site.errorCount) errors"
      Console.say(
        "There \(count) in \(TerminalText.escaped(name)); what they are about may be compared wrongly."
      )
    }
    let comparison = before.compared(with: after)
    try Console.result(text(comparison))
    if comparison.changes.contains(where: { kinds.contains($0.kind) }) { throw Exit.findings }
  }

  private func text(_ comparison: SiteComparison) -> String {
    switch format {
    case .text: ComparisonText.text(comparison)
    case .markdown: ComparisonMarkdown.text(comparison)
    case .json: ComparisonJSON.text(comparison)
    case .html: ComparisonPage.markup(comparison)
    }
  }

  /// The kinds that make the command end with status 1.
  private func failing() throws -> Set<ProcedureChange.Kind> {
    guard let failOn else { return [] }
    let all = ProcedureChange.Kind.allCases
    if failOn == "any" { return Set(all) }
    return Set(
      try failOn.split(separator: ",").map { name in
        if let kind = ProcedureChange.Kind(rawValue: String(name)) { return kind }
        throw ValidationError(
          "There is no kind of change '\(TerminalText.escaped(String(name)))'. There are: any, "
            + all.map(\.rawValue).joined(separator: ", ") + ".")
      })
  }

  /// A folder that is there, else a revision; the project itself without a name.
  private func read(_ name: String?) async throws -> SiteProcedures {
    var options = try project.buildOptions()
    options.onPage = nil
    let isFolder = name.map { (try? Disk.kind(of: $0 + "/.")) == .folder } ?? true
    if let name, isFolder {
      options.project = name
      options.config = nil
    }
    let settings = options
    let found = try await Console.reportingProblems(
      as: { format == .json ? project.json($0) : nil }
    ) { () async throws(FileProblem) in
      guard let name, !isFolder else {
        return try await SiteProcedures.read(settings) as SiteProcedures?
      }
      return try await SiteProcedures.read(
        settings, at: name, temporary: Surroundings.process.temporaryFolder)
    }
    if let found { return found }
    throw ValidationError(
      "There is no folder and no revision of git '\(TerminalText.escaped(name ?? ""))' here. A shallow clone"
        + " holds only the newest revision: fetch the other.")
  }
}
