import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookModel

/// Findings in the forms that were asked for.
extension Options {
  /// Words that say that nothing was found are left out where other good news follows.
  func text(of report: BuildReport, saysNothingFound: Bool) -> FindingsText {
    let ending = report.problem.map { [$0.finding(project: project)] } ?? []
    let findings = findings(report.diagnostics, in: report)
    let whole = ending.isEmpty ? findings : self.findings(report.diagnostics + ending, in: report)
    let isSilent = report.diagnostics.isEmpty && !saysNothingFound && report.known == nil
    var text = FindingsText(
      result: nil, words: "",
      files: self.report.map {
        ($0.path, makePrinter($0.format, forFile: true).render(whole.withoutLinks))
      })
    let printer = makePrinter(format)
    if printer.isForPeople {
      text.words = isSilent ? "" : printer.render(findings)
    } else {
      text.result = printer.render(whole)
      text.words =
        isSilent || quiet ? "" : RunTotals.text(findings, hasTable: printer.hasTotals)
    }
    return text
  }

  /// A problem that ended the run, in the form that was asked for; nil for a form for people. Reports are
  /// written with it, as far as the disk lets them.
  func document(_ problem: FileProblem) -> String? {
    let findings = findings([problem.finding(project: project)], in: nil)
    for target in report {
      try? Disk.replaceFile(
        target.path, with: Array(makePrinter(target.format, forFile: true).render(findings).utf8))
    }
    let printer = makePrinter(format)
    return printer.isForPeople ? nil : printer.render(findings)
  }

  /// Everything that makes a difference to the form of findings, as one text.
  var form: String {
    "\(format.name) \(folderAddress().map { $0 + " \(Surroundings.process.manualAddress() ?? "")" } ?? "") \(color.isColoured(Surroundings.process)) \(pathPrefix()) \(quiet)"
      + " \(maxFindings.map(String.init) ?? "")"
  }

  private func makePrinter(_ format: FormatName, forFile: Bool = false) -> any DiagnosticPrinter {
    let isColoured = forFile ? color == .always : color.isColoured(Surroundings.process)
    let text = TextPrinter(isColoured: isColoured, totals: quiet ? .none : .table)
    return PrinterCatalog.printer(named: format.name).flatMap { $0.isForPeople ? nil : $0 } ?? text
  }

  private func findings(_ diagnostics: [Diagnostic], in report: BuildReport?) -> DiagnosticReport {
    var findings = DiagnosticReport(
      diagnostics: diagnostics, sources: report?.sources ?? [:], pageCount: report?.pageCount ?? 0)
    findings.pages = report?.pages ?? []
    findings.today = today ?? (try? Surroundings.process.today())
    findings.toolVersion = Runbookgen.version
    findings.pathPrefix = pathPrefix()
    findings.shownPrefix = project == "." ? "" : project.hasSuffix("/") ? project : project + "/"
    findings.currentFolder = (try? RelativePath.of(".", in: project)) ?? nil
    findings.folderAddress = folderAddress()
    findings.manualAddress =
      findings.folderAddress == nil ? nil : Surroundings.process.manualAddress()
    findings.namedConfig = config
    findings.limit = maxFindings
    findings.known = report?.known
    return findings
  }

  /// Only for a person at a terminal: what is kept or read by programs has no marks in it.
  private func folderAddress() -> String? {
    let surroundings = Surroundings.process
    guard surroundings.isTerminal, color.isColoured(surroundings) else { return nil }
    return FileAddress.of(folder: project, host: surroundings.host())
  }

  /// The way from the repository to the project: annotations name files from there.
  private func pathPrefix() -> String {
    let surroundings = Surroundings.process
    let root =
      surroundings.variable("GITHUB_WORKSPACE") ?? surroundings.variable("CI_PROJECT_DIR") ?? "."
    guard let path = try? RelativePath.of(project, in: root), !path.isEmpty else { return "" }
    return path + "/"
  }
}

/// Findings as they leave the program.
struct FindingsText {
  /// What goes to the standard output; nil when the findings are for people only.
  var result: String?
  /// What goes to standard error.
  var words: String
  /// What goes into files.
  var files: [(path: String, text: String)] = []

  func write() async throws {
    if let result { try Console.result(result) }
    Console.show(words)
    for file in files {
      try await Console.reportingProblems { () async throws(FileProblem) in
        try Disk.replaceFile(file.path, with: Array(file.text.utf8))
      }
    }
  }
}
