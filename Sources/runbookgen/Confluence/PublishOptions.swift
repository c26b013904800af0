import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookPublishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What `confluence plan` and `confluence publish` have in common.
struct PublishOptions: ParsableArguments {
  @OptionGroup var project: ProjectOptions

  @Option(
    help: ArgumentHelp(
      "A file with the token, which only its owner may read (default: CONFLUENCE_TOKEN).",
      valueName: "file"))
  var tokenFile: String?

  @Flag(help: "Overwrite what was changed in Confluence, and pages with open inline comments.")
  var overwrite = false

  @Flag(help: "Leave such pages alone, and take that for success.")
  var skipEdited = false

  @Option(
    help: ArgumentHelp(
      "What becomes of pages whose source is gone: they are named, or archived (Cloud only).",
      valueName: "name"))
  var orphans = PublishChoices.Orphans.report

  @Flag(help: "Treat pages with 'lifecycle: draft' like all others, which are published.")
  var drafts = false

  @Option(help: ArgumentHelp("How the plan is written.", valueName: "name"))
  var format = Form.text

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

  func validate() throws {
    if overwrite && skipEdited { throw ValidationError("Give --overwrite or --skip-edited.") }
  }

  var choices: PublishChoices {
    var choices = PublishChoices()
    choices.overwrites = overwrite
    choices.skipsEdited = skipEdited
    choices.orphans = orphans
    return choices
  }

  func buildOptions() throws -> BuildOptions {
    var options = try project.buildOptions()
    options.drafts = drafts
    return options
  }

  /// A site that is checked and ready to be published, and the Confluence that it goes to.
  func publishing(_ settings: BuildOptions) async throws -> (Publishing, ConfluenceSite) {
    let credentials = try await credentials()
    let (report, export) = try await Console.reportingProblems(as: document) {
      () async throws(FileProblem) in
      try await Pipeline.confluenceExport(settings, payload: LocalPage.payloadName)
    }
    guard let export else {
      let findings = DiagnosticReport(
        diagnostics: report.diagnostics, sources: report.sources, pageCount: report.pageCount)
      if format == .json { try Console.result(JSONPrinter().render(findings)) }
      Console.show(TextPrinter(isColoured: false).render(findings))
      Console.say("nothing was published, because there are errors")
      throw Exit.findings
    }
    guard let site = export.settings.site else {
      throw ValidationError(
        "Where Confluence is is not known. Give 'confluence: {url: https://…}' in the configuration."
      )
    }
    return try await Console.reportingProblems(as: document) { () throws(FileProblem) in
      let transport = try CurlTransport(url: site.url, credentials: credentials)
      let publishing = try Publishing(
        export, to: site, over: transport,
        wait: { usleep(UInt32(max(0, $0) * 1_000_000)) },
        say: { Console.say(TerminalText.escaped($0)) })
      return (publishing, site)
    }
  }

  /// A problem that ends the run, as programs read it.
  func document(_ problem: FileProblem) -> String? {
    format == .json ? project.json(problem) : nil
  }

  private func credentials() async throws -> Credentials {
    let surroundings = Surroundings.process
    let email = surroundings.variable("CONFLUENCE_EMAIL")
    var token = surroundings.variable("CONFLUENCE_TOKEN")
    if let tokenFile {
      token = try await Console.reportingProblems(as: document) { () throws(FileProblem) in
        try Credentials.token(in: tokenFile)
      }
    }
    guard let token else {
      throw ValidationError(
        "There is no token. Set CONFLUENCE_TOKEN, and CONFLUENCE_EMAIL for Cloud, or give --token-file."
      )
    }
    guard let credentials = Credentials(email: email, token: token) else {
      throw ValidationError(
        "CONFLUENCE_EMAIL or the token is empty or holds characters that no token has, such as spaces."
      )
    }
    return credentials
  }
}

extension PublishChoices.Orphans: ExpressibleByArgument {}
