import ArgumentParser
import RunbookBuild

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write everything that is known of the site as one document, for other programs.",
    discussion: """
      Pages with their front matter, steps, blocks, commands with what they do and where they run, the places of \
      values with their quoting, warnings, links and alerts. 'runbookgen schema export' describes it. The same \
      files give the same bytes on every day and on every machine. 'backstage' is a catalog-info.yaml with the pages of \
      each owner, 'opslevel' an opslevel.yml with the pages of one.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case json, backstage, opslevel }

  @OptionGroup var project: ProjectOptions

  @Option(help: ArgumentHelp("The form of the document.", valueName: "name"))
  var format = Form.json

  @Option(
    help: ArgumentHelp(
      "For 'opslevel': whose pages it is about. Needed when several teams own pages.",
      valueName: "team"))
  var owner: String?

  func validate() throws {
    if owner != nil, format != .opslevel {
      throw ValidationError("--owner is for --format opslevel; the other forms hold all owners.")
    }
  }

  func run() async throws {
    let settings = try project.buildOptions()
    if format != .json { return try await writeCatalog(settings) }
    let export = try await Console.reportingProblems(as: { project.json($0) }) {
      () async throws(FileProblem) in
      try await SiteExport.read(settings)
    }
    if export.errorCount > 0 {
      let count = export.errorCount == 1 ? "is 1 error" : "are \(export.errorCount) errors"
      Console.say("There \(count) in the site; what they are about may be exported wrongly.")
    }
    try Console.result(export.text)
  }

  private func writeCatalog(_ settings: BuildOptions) async throws {
    let catalog = try await Console.reportingProblems { () async throws(FileProblem) in
      try await PortalCatalog.read(settings)
    }
    if format == .backstage { return try Console.result(catalog.backstage) }
    let owners = catalog.owners.map { "'\(TerminalText.escaped($0))'" }.joined(separator: ", ")
    guard let name = owner ?? catalog.owners.first else {
      throw ValidationError("No active page has an owner, so there is nothing to export.")
    }
    if owner == nil, catalog.owners.count > 1 {
      throw ValidationError(
        "An opslevel.yml holds the pages of one owner. Choose one with --owner: \(owners).")
    }
    guard let text = catalog.opsLevel(owner: name) else {
      throw ValidationError(
        "No active page is owned by '\(TerminalText.escaped(name))'. Owners: \(owners.isEmpty ? "none" : owners)."
      )
    }
    try Console.result(text)
  }
}
