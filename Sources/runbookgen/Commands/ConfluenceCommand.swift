import ArgumentParser
import RunbookBuild

/// What concerns pages that live in Confluence.
struct ConfluenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confluence",
    abstract: "Say what has to be done in Confluence, do it, or keep what was done.",
    subcommands: [MarkCommand.self, PlanPages.self, PublishPages.self, Status.self])

  struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compare the export with an earlier one: which pages to paste again, and why.",
      discussion: """
        Prints the pages that were added, renamed, moved, changed and removed since the earlier \
        manifest was written. A page is the same page when its source is the same, else when its \
        title and space are, else when its content is. Only the payload that is used counts: what \
        changed in storage format alone is nothing to paste. Publishes nothing.

        Exit status: 0 when both could be compared, whether or not pages differ; 1 with \
        --exit-code when pages differ, and when the sources have errors; 64 when the command line \
        was wrong; 74 when the manifest, or another file, could not be read.
        """)

    enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var project: ProjectOptions

    @Option(help: ArgumentHelp("The manifest.json of an earlier build.", valueName: "file"))
    var against: String

    @Option(
      help: ArgumentHelp(
        "What is used of the export: what is pasted into an editor, or storage format.",
        valueName: "name"))
    var payload = PayloadWay.paste

    @Option(help: ArgumentHelp("How the differences are written.", valueName: "name"))
    var format = Form.text

    @Flag(help: "Treat pages with 'lifecycle: draft' like all others, which are published.")
    var drafts = false

    @Flag(help: "End with status 1 when pages differ.")
    var exitCode = false

    func run() async throws {
      var options = try project.buildOptions()
      options.drafts = drafts
      let settings = options
      let (report, comparison) = try await Console.reportingProblems(
        as: { format == .json ? project.json($0) : nil }
      ) { () async throws(FileProblem) in
        try await Pipeline.confluenceStatus(settings, against: against, by: payload)
      }
      guard let comparison else {
        let findings = DiagnosticReport(
          diagnostics: report.diagnostics, sources: report.sources, pageCount: report.pageCount)
        if format == .json { try Console.result(JSONPrinter().render(findings)) }
        Console.show(TextPrinter(isColoured: false).render(findings))
        Console.say("nothing was compared, because there are errors")
        throw Exit.findings
      }
      try Console.result(
        format == .json
          ? ManifestComparisonText.json(comparison)
          : ManifestComparisonText.text(comparison, against: against))
      if exitCode && !comparison.changes.isEmpty { throw Exit.findings }
    }
  }
}

extension PayloadWay: ExpressibleByArgument {}
