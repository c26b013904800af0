package import RunbookModel

/// What a printer prints: findings with the texts that they speak of.
package struct DiagnosticReport: Sendable {
  /// In the order of reports.
  package let diagnostics: [Diagnostic]
  package let sources: [String: SourceFile]
  private let positions: [String: PositionIndex]
  package let pageCount: Int
  package var toolVersion = ""
  /// The one-line description of a rule by its id.
  package var ruleSummaries: [String: String] = [:]
  /// Where the project lies in its repository, for formats that name files from there: nothing, or
  /// a path that ends with `/`.
  package var pathPrefix = ""

  package init(diagnostics: [Diagnostic], sources: [String: SourceFile], pageCount: Int) {
    self.diagnostics = diagnostics.sorted(by: Diagnostic.ordered)
    self.sources = sources
    positions = sources.mapValues(PositionIndex.init)
    self.pageCount = pageCount
  }

  /// A file as it is named from the repository; one outside the project has its whole path.
  func repositoryPath(_ file: String) -> String { file.hasPrefix("/") ? file : pathPrefix + file }

  /// How many findings have this severity.
  func count(_ severity: Severity) -> Int {
    diagnostics.reduce(0) { $1.severity == severity ? $0 + 1 : $0 }
  }

  /// First position, and the position after the last one; the start of the file when its text is
  /// not known.
  func place(_ range: SourceRange) -> (start: SourcePosition, end: SourcePosition) {
    place(range.bytes, in: range.file)
  }

  func place(_ bytes: ByteRange, in file: String) -> (start: SourcePosition, end: SourcePosition) {
    guard let source = positions[file] else {
      let start = SourcePosition(line: 1, column: 1)
      return (start, start)
    }
    return (source.position(at: bytes.lowerBound), source.position(at: bytes.upperBound))
  }

  /// `2 errors, 1 warning in 7 pages`.
  package var countLine: String {
    let counts = [(Severity.error, "error"), (.warning, "warning"), (.info, "info")]
      .map { ($1, count($0)) }.filter { $1 > 0 }.map { Self.counted($1, $0) }
    let pages = Self.counted(pageCount, "page")
    return (counts.isEmpty ? "no findings" : counts.joined(separator: ", ")) + " in " + pages
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
