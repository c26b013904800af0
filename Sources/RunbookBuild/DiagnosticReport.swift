import RunbookChecks
package import RunbookModel

/// What a printer prints: findings with the texts that they speak of.
package struct DiagnosticReport: Sendable {
  /// In the order of reports.
  package let diagnostics: [Diagnostic]
  package let sources: [String: SourceFile]
  private let positions: [String: PositionIndex]
  package let pageCount: Int
  /// The files of all pages that were looked at.
  package var pages: [String] = []
  /// The day that was taken for today.
  package var today: CalendarDate?
  package var toolVersion = ""
  /// Where the project lies in its repository, for formats that name files from there: nothing, or
  /// a path that ends with `/`.
  package var pathPrefix = ""
  /// The same from the current folder, for people, who want to open the file.
  package var shownPrefix = ""
  /// Where the current folder lies in the project; nil where it does not.
  package var currentFolder: String?
  /// The address of the project folder (`file://host/…/`), for terminals that open what is clicked; nil for no
  /// links.
  package var folderAddress: String?
  /// The address of the manual's folder, with a slash at its end, for links to the pages of rules; nil for none.
  package var manualAddress: String?
  /// The configuration, where it was named: its name counts from the current folder as it is.
  package var namedConfig: String?
  /// How many findings are listed in what people read; nil for all.
  package var limit: Int?
  /// What was left out because it is known.
  package var known: KnownFindings?

  package init(diagnostics: [Diagnostic], sources: [String: SourceFile], pageCount: Int) {
    self.diagnostics = diagnostics.sorted(by: Diagnostic.ordered)
    self.sources = sources
    positions = sources.mapValues(PositionIndex.init)
    self.pageCount = pageCount
  }

  /// A file as it is named from the repository; one outside the project has its whole path.
  func repositoryPath(_ file: String) -> String {
    file.hasPrefix("/") || file == namedConfig ? file : pathPrefix + file
  }

  /// A file as it is named from the current folder.
  func shownPath(_ file: String) -> String {
    if file.hasPrefix("/") || file == namedConfig { return file }
    guard let currentFolder, !currentFolder.isEmpty else { return shownPrefix + file }
    return PagePath(currentFolder + "/.").reference(to: file)
  }

  /// The address of a file of the project; nil where no links are wanted.
  func address(_ file: String) -> String? {
    guard let folderAddress, !file.hasPrefix("/"), file != namedConfig else { return nil }
    return folderAddress + FileAddress.encoded(file)
  }

  /// The page of a rule in the manual; nil where no links are wanted.
  func address(ofRule id: String) -> String? {
    manualAddress.map { $0 + "rules/" + FileAddress.encoded(id) + ".html" }
  }

  /// The same for a file.
  package var withoutLinks: DiagnosticReport {
    var report = self
    (report.folderAddress, report.manualAddress) = (nil, nil)
    return report
  }

  /// As many findings as are wanted, the worst of them, in the order of reports.
  var worst: [Diagnostic] {
    guard let limit, limit < diagnostics.count else { return diagnostics }
    return Self.worstFirst(diagnostics).prefix(max(0, limit)).sorted(by: Diagnostic.ordered)
  }

  /// How many findings are not among these.
  var hiddenCount: Int { max(0, diagnostics.count - max(0, limit ?? .max)) }

  static func worstFirst(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let order: [Severity] = [.error, .warning, .info]
    return order.flatMap { severity in diagnostics.filter { $0.severity == severity } }
  }

  /// What tells each finding from all others, also in a later state of the site: the hash of its line, and
  /// which of those with the same file, rule and line it is.
  var fingerprints: [(lineHash: String, number: Int, whole: String)] {
    var seen: [FindingKey: Int] = [:]
    return diagnostics.map { diagnostic in
      let key = key(diagnostic)
      let number = seen[key, default: 0] + 1
      seen[key] = number
      let parts = [repositoryPath(key.file), key.rule, key.lineHash, String(number)]
      let whole = SHA256.hex(Array(parts.joined(separator: "\0").utf8)).prefix(32)
      return (key.lineHash, number, String(whole))
    }
  }

  /// What makes a finding the same one in another state of the site.
  func key(_ diagnostic: Diagnostic) -> FindingKey {
    FindingKey(diagnostic, sources[diagnostic.range.file])
  }

  /// How many findings have this severity.
  func count(_ severity: Severity) -> Int {
    diagnostics.reduce(0) { $1.severity == severity ? $0 + 1 : $0 }
  }

  /// First position, and the position after the last one; the start of the file when its text is
  /// not known.
  package func place(_ range: SourceRange) -> (start: SourcePosition, end: SourcePosition) {
    place(range.bytes, in: range.file)
  }

  func place(_ bytes: ByteRange, in file: String) -> (start: SourcePosition, end: SourcePosition) {
    guard let source = positions[file] else {
      let start = SourcePosition(line: 1, column: 1)
      return (start, start)
    }
    return (source.position(at: bytes.lowerBound), source.position(at: bytes.upperBound))
  }

  /// What is said of known findings; nil where nothing is known.
  package var knownLine: String? {
    guard let known else { return nil }
    let isOne = known.leftOut == 1
    let told = known.leftOut.counted("known finding") + (isOne ? " is" : " are") + " left out"
    guard let gone = known.gone, gone > 0 else { return told }
    return told + "; \(gone.counted("entry", plural: "entries")) of the baseline"
      + " \(gone == 1 ? "is" : "are") gone: `runbookgen baseline --prune`"
  }

  /// `2 errors, 1 warning in 7 pages`, and how many of them have a fix. What `fix` mends in the end takes
  /// several checks to know: mended pages may show more, and a fix that would do harm is left out.
  package var countLine: String {
    let counts = [(Severity.error, "error"), (.warning, "warning"), (.info, "info")]
      .map { ($1, count($0)) }.filter { $1 > 0 }.map { $1.counted($0) }
    let pages = pageCount.counted("page")
    let fixable = diagnostics.count(where: \.isFixable)
    let mended =
      fixable == 0
      ? "" : "; \(fixable) \(fixable == 1 ? "has" : "have") a fix: `runbookgen fix` shows it"
    return (counts.isEmpty ? "no findings" : counts.joined(separator: ", ")) + " in " + pages
      + mended
  }
}
