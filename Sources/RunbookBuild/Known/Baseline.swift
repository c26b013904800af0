import RunbookModel

/// A baseline beside what the site is found to have today.
package struct Baseline: Sendable {
  package let path: String
  /// What the file holds; nil when there is none.
  package let entries: FindingSet?
  package let found: FindingSet
  /// Findings that kept others from being found: nothing may be concluded then.
  package let obstacles: BuildReport

  package var isWhole: Bool { obstacles.diagnostics.isEmpty }

  /// The entries that are still found. Never more than there were.
  package var pruned: FindingSet { (entries ?? FindingSet()).intersection(found) }

  package func write(_ findings: FindingSet) throws(FileProblem) {
    try Disk.replace(path, with: BaselineFile.bytes(findings))
  }
}

extension Pipeline {
  /// Checks a site and compares it with its baseline; writes nothing.
  package static func baseline(_ options: BuildOptions) async throws(FileProblem) -> Baseline {
    var options = options
    options.usesBaseline = false
    let path = BaselineFile.path(besides: Discovery(options: options).configPlaces[0])
    let entries = try BaselineFile.read(path)
    let report = try await check(options)
    let obstacles = report.diagnostics.filter {
      $0.severity == .error && FindingSet.isAlwaysTold($0)
    }
    return Baseline(
      path: path, entries: entries, found: FindingSet(report.diagnostics, report.sources),
      obstacles: BuildReport(
        diagnostics: obstacles, sources: report.sources, pageCount: report.pageCount))
  }
}
