package import RunbookChecks
import RunbookModel
import RunbookRendering

/// What the alerts of some rule files find on a site.
package struct AlertRun: Sendable {
  package let report: BuildReport
  package let audit: AlertAudit
  /// Whether links of alerts could be compared with the addresses of the site.
  package let hasBase: Bool
  let redirects: AlertRedirects
  let config: SiteConfig

  /// How many addresses lead to a page.
  package var redirectCount: Int { redirects.entries.count }
}

/// A form of redirects, by its name.
package struct RedirectTarget: Sendable {
  package static var names: [String] { RedirectForm.all.map(\.name) }

  private let form: RedirectForm
  /// A file, or a folder for the form that is one.
  package let path: String

  /// - Returns: nil for a form that nobody knows.
  package init?(form name: String, path: String) {
    guard let form = RedirectForm.all.first(where: { $0.name == name }) else { return nil }
    (self.form, self.path) = (form, path)
  }

  package func write(_ run: AlertRun) throws(FileProblem) {
    for file in form.files(run.redirects, run.config) {
      let place = form.isFolder ? path + "/" + file.path : path
      let folder = PagePath(place).folder
      if !folder.isEmpty { try Disk.makeFolders(folder, shown: folder) }
      try Disk.replaceFile(place, with: file.bytes)
    }
  }
}

extension Pipeline {
  /// Holds the alerts of rule files against the pages of a site. Of the site itself only what keeps it from
  /// being read is reported.
  ///
  /// - Parameters:
  ///   - rules: files, folders or patterns, seen from the current folder.
  ///   - folder: the folder of the site that alerts have their addresses in.
  package static func alerts(
    _ options: BuildOptions, rules: [String], folder: String
  ) async throws(FileProblem) -> AlertRun {
    let project = try Project(options)
    let config = project.config
    let named = rules.isEmpty ? config.alerts.rules.map(project.discovery.path) : rules
    guard !named.isEmpty else {
      throw FileProblem(
        path: options.config ?? "runbookgen.yml", operation: "read alerts",
        reason: "it names no rule files",
        advice: "name them with '--rules', or with 'alerts: {rules: [rules/**/*.yml]}'")
    }
    let files = try AlertFiles.read(named, project: options.project, config.limits)
    var check = try await SiteCheck(project, options)
    // Headings are known once the bodies are read.
    _ = try await check.checkPages { _, _ in }
    let index = check.index.published
    let site = Site.assemble(index, config)
    let generated = options.formats(site).reduce(into: Set<String>()) { $0.formUnion($1.names) }
    let audit = AlertAudit(
      files, in: check.index, config,
      AlertAddresses(index, base: config.baseURL, generated: generated, alertFolder: folder))
    let found = Checker.report(
      audit.diagnostics + project.diagnostics.filter { $0.id.hasPrefix("config-") }, config,
      isStrict: options.isStrict)
    var sources = try check.sources(of: found)
    for file in files { sources[file.file.path] = file.file }
    var report = BuildReport(
      diagnostics: found, sources: sources, pageCount: index.pages.count)
    report.pages = files.map(\.file.path)
    return AlertRun(
      report: report, audit: audit, hasBase: config.baseURL != nil,
      redirects: AlertRedirects(audit, site, folder: folder), config: config)
  }
}
