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
      each owner.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case json, backstage }

  @OptionGroup var project: ProjectOptions

  @Option(help: ArgumentHelp("The form of the document.", valueName: "name"))
  var format = Form.json

  func run() async throws {
    let settings = try project.buildOptions()
    if format == .backstage {
      let catalog = try await Console.reportingProblems { () async throws(FileProblem) in
        try await PortalCatalog.read(settings)
      }
      try Console.result(catalog.backstage)
      return
    }
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
}
