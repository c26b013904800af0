package import RunbookChecks
import RunbookModel

/// The file of a site's records on the disk.
package enum TrendLog {
  /// Puts a record into a file, which is made where there is none.
  ///
  /// - Throws: when the file cannot be read or written, or holds something else; it stays as it is then.
  package static func put(_ record: TrendRecord, into path: String) throws(FileProblem) {
    var trends = try read(path)
    trends.put(record)
    try Disk.replaceFile(path, with: Array(trends.text.utf8))
  }

  /// The file that the configuration names.
  ///
  /// - Returns: nil where it names none, and where there is no such file, which is reported where it is named.
  static func read(
    _ discovery: Discovery, _ config: SiteConfig
  ) throws(FileProblem) -> (SourceFile?, [Diagnostic]) {
    guard let field = config.trendsFile else { return (nil, []) }
    if let unsaved = discovery.options.texts[field.value] {
      return (SourceFile(path: field.value, bytes: unsaved), [])
    }
    let place = try discovery.inside(field.value)
    let kind = try Disk.kind(of: place)
    guard kind == .file else {
      let reason =
        kind.map { "`\(field.value)` is \($0.rawValue), not a regular file" }
        ?? "there is no file `\(field.value)` in the project"
      return (
        nil,
        [
          Diagnostic(
            "config-type", .error, at: field.range, reason,
            explanation: "Give the path from the folder of the configuration. "
              + "`runbookgen coverage --append \(field.value)` makes the file.")
        ]
      )
    }
    let bytes = try Disk.read(place, limit: config.limits[.fileSize])
    return (SourceFile(path: field.value, bytes: bytes), [])
  }

  /// - Throws: when the file cannot be read, or a line of it is no record.
  private static func read(_ path: String) throws(FileProblem) -> TrendFile {
    guard try Disk.kind(of: path) != nil else { return TrendFile() }
    let file = SourceFile(
      path: path, bytes: try Disk.read(path, limit: Limit.fileSize.usual))
    let (trends, problems) = TrendFile.read(file)
    if let first = problems.first {
      let place = file.position(at: first.range.bytes.lowerBound)
      throw FileProblem(
        path: path, operation: "add to",
        reason: "line \(place.line), column \(place.column): \(first.summary)",
        advice: "remove that line, or name another file")
    }
    return trends
  }
}

extension TrendRecord {
  /// The record of a site as it is on the day of its check.
  static func of(
    _ report: BuildReport, _ coverage: CoverageReport, _ pages: [PageSummary], _ today: CalendarDate
  ) -> TrendRecord {
    TrendRecord(
      day: today,
      [
        .pages: pages.count, .found: coverage.total.found, .known: coverage.total.known,
        .validated: coverage.total.validated,
        .errors: report.diagnostics.count { $0.severity == .error },
        .warnings: report.diagnostics.count { $0.severity == .warning },
        .overdue: pages.count { $0.metadata.overdue(on: today) != nil },
      ])
  }
}
