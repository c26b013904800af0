import ArgumentParser
import RunbookBuild
import RunbookModel

struct AlertsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts", abstract: "Hold the alerts of rule files against the runbooks.",
    discussion: """
      Reads rule files of Prometheus, PrometheusRule manifests, rendered mixins and alerts that Grafana \
      provisions, as YAML or JSON. Says which alert has which page, and finds links that lead nowhere, \
      alerts without a page, pages whose alert is gone, and severities and owners that disagree. Links \
      are compared with 'base_url' of the configuration.

      Exit status: 0 when no error was found; 1 when one was; 64 when the command line was wrong; 74 \
      when a file could not be read or written.
      """)

  @OptionGroup var options: Options

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files, folders or patterns such as 'rules/**/*.yml', all that the site has pages for"
        + " (default: 'alerts: rules' of the configuration).",
      valueName: "glob"))
  var rules: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write redirects from the address of each alert to its page, such as nginx=alerts.conf; may be"
        + " repeated. Forms: caddy, html, netlify, nginx, s3.", valueName: "form=path"))
  var redirects: [RedirectTarget] = []

  @Option(help: ArgumentHelp("Where alerts have their addresses on the site.", valueName: "folder"))
  var alertFolder = "runbooks"

  @Option(help: ArgumentHelp("What makes the command end with status 1.", valueName: "severity"))
  var failOn = CheckCommand.Threshold.error

  func validate() throws {
    let parts = alertFolder.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && !$0.contains("\\") }) else {
      throw ValidationError(
        "'--alert-folder' takes a folder of the site, such as 'runbooks', without slashes around it."
      )
    }
  }

  func run() async throws {
    let settings = try options.buildOptions()
    let run = try await Console.reportingProblems(as: options.document) {
      () async throws(FileProblem) in
      try await Pipeline.alerts(settings, rules: rules, folder: alertFolder)
    }
    if PrinterCatalog.printer(named: options.format.name)?.isForPeople == true {
      try Console.result(AlertTable.text(run.audit))
    }
    try await options.text(of: run.report, saysNothingFound: true).write()
    if !run.hasBase {
      Console.say("'site: {base_url: …}' is not set, so that no 'runbook_url' could be compared")
    }
    for target in redirects {
      let count = run.redirectCount
      try await Console.reportingProblems { () async throws(FileProblem) in
        try target.write(run)
      }
      Console.say(
        "wrote \(TerminalText.escaped(target.path)): \(count.counted("address", plural: "addresses"))"
      )
    }
    if failOn.isReached(by: run.report.diagnostics) { throw Exit.findings }
  }
}

extension RedirectTarget: ExpressibleByArgument {
  package static var allValueStrings: [String] { names.map { $0 + "=path" } }

  package init?(argument: String) {
    guard let sign = argument.firstIndex(of: "=") else { return nil }
    let path = String(argument[argument.index(after: sign)...])
    guard !path.isEmpty else { return nil }
    self.init(form: String(argument[..<sign]), path: path)
  }
}
