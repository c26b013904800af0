import ArgumentParser
import RunbookBuild
import RunbookModel

extension ConfluenceCommand {
  /// Keeps what was pasted, in a file that is committed.
  struct MarkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "mark",
      abstract: "Mark pages as done in the manifest of what was pasted.",
      discussion: """
        Writes the entries of the named pages into the manifest as the export has them now, and leaves \
        all others as they were, so that a comparison names what is left to do. A page that is gone is \
        named by what its file was called. Where no manifest is, one is made. The page \
        confluence/to-do.html of 'build --pasted' saves the same file.

        Exit status: 0 when the manifest was written, or nothing had to be; 1 when the sources have \
        errors; 64 when the command line was wrong, or a page is not known; 74 when a file could not be \
        read or written.
        """)

    @OptionGroup var project: ProjectOptions

    @Argument(help: ArgumentHelp("The pages that were done.", valueName: "page"))
    var pages: [String] = []

    @Flag(help: "Mark every page that there is something to do for.")
    var all = false

    @Option(
      help: ArgumentHelp("The manifest.json of what was last pasted.", valueName: "file"))
    var pasted: String

    @Option(
      help: ArgumentHelp(
        "What is used of the export: what is pasted into an editor, or storage format.",
        valueName: "name"))
    var payload = PayloadWay.paste

    @Flag(help: "Treat pages with 'lifecycle: draft' like all others, which are published.")
    var drafts = false

    func validate() throws {
      if pages.isEmpty && !all {
        throw ValidationError("Name the pages that were done, or give --all.")
      }
      if !pages.isEmpty && all {
        throw ValidationError("--all marks every page; name none with it.")
      }
    }

    func run() async throws {
      var options = try project.buildOptions()
      options.drafts = drafts
      let settings = options
      let (report, update) = try await Console.reportingProblems {
        () async throws(FileProblem) in
        try await Pipeline.confluenceUpdate(settings, since: pasted, by: payload)
      }
      guard let update else {
        let findings = DiagnosticReport(
          diagnostics: report.diagnostics, sources: report.sources, pageCount: report.pageCount)
        Console.show(TextPrinter(isColoured: false).render(findings))
        Console.say("nothing was marked, because there are errors")
        throw Exit.findings
      }
      let due = Set(update.due)
      let named = all ? due : Set(try await sources(in: update, settings))
      let marked = try await Console.reportingProblems { () async throws(FileProblem) in
        try update.write(marking: named, to: pasted)
      }
      let shown = TerminalText.escaped(pasted)
      for page in named.subtracting(marked).sorted() {
        Console.say("'\(TerminalText.escaped(page))' is as it was pasted; there is nothing to mark")
      }
      let left = due.count - marked.count
      Console.say(
        "\(shown): \(marked.count.counted("page")) marked, \(left) left to do")
    }

    /// The pages as the manifests name them: from the project folder.
    private func sources(
      in update: ManifestUpdate, _ options: BuildOptions
    ) async throws -> [String] {
      var sources: [String] = []
      for page in pages {
        let relative = try? await PagePaths(options: options).page(at: page)
        guard let source = update.page(page) ?? relative.flatMap(update.page) else {
          let near = update.nearest(to: relative ?? page)
          throw ValidationError(
            "There is no page '\(TerminalText.escaped(page))' in the export or in"
              + " '\(TerminalText.escaped(pasted))'."
              + (near.map { " Did you mean '\(TerminalText.escaped($0))'?" } ?? ""))
        }
        sources.append(source)
      }
      return sources
    }
  }
}
