import RunbookChecks
package import RunbookModel

/// The fixes of a report that are certain, put together file by file.
package struct FixPlan: Sendable {
  package struct File: Sendable {
    package let source: SourceFile
    /// The text with the fixes applied.
    package let fixed: [UInt8]
    /// What was mended, in order.
    package let titles: [String]
  }

  package let files: [File]

  /// Takes the first fix of each diagnostic that has edits; of fixes that touch the same text only
  /// the first is taken, so that a second run may find more.
  package init(_ report: BuildReport) {
    var chosen: [String: [(edits: [Diagnostic.Fix.Edit], title: String)]] = [:]
    var taken: [String: [ByteRange]] = [:]
    for diagnostic in report.diagnostics {
      guard let fix = diagnostic.fixes.first(where: { !$0.edits.isEmpty }) else { continue }
      let file = diagnostic.range.file
      let ranges = fix.edits.map(\.bytes)
      let isFree = ranges.allSatisfy { range in
        !(taken[file] ?? []).contains { Self.touch($0, range) }
      }
      guard isFree else { continue }
      taken[file, default: []] += ranges
      chosen[file, default: []].append((fix.edits, fix.title))
    }
    files = chosen.sorted { $0.key < $1.key }.compactMap { file, fixes in
      guard let source = report.sources[file] else { return nil }
      let edits = fixes.flatMap(\.edits).sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
      return File(
        source: source, fixed: Self.apply(edits, to: source.bytes), titles: fixes.map(\.title))
    }
  }

  private static func touch(_ left: ByteRange, _ right: ByteRange) -> Bool {
    left.overlaps(right) || left.lowerBound == right.lowerBound
  }

  private static func apply(_ edits: [Diagnostic.Fix.Edit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    for edit in edits {
      let range = edit.bytes.clamped(to: place..<bytes.count)
      result += bytes[place..<range.lowerBound]
      result += edit.text.utf8
      place = range.upperBound
    }
    return result + bytes[place...]
  }
}

extension FixPlan {
  /// Replaces the content of a file of the project, if it is still what was checked.
  package static func write(_ file: File, _ options: BuildOptions) throws(FileProblem) {
    let name = file.source.path
    // Only a configuration that was named is called as it was named.
    let path = name == options.config ? name : Discovery(options: options).path(name)
    let bytes = try Disk.read(path)
    let found = SourceFile(path: name, bytes: bytes)
    guard found.undecodable.isEmpty else {
      throw FileProblem(
        path: path, operation: "fix",
        reason: "it holds bytes that are not UTF-8, which would be lost",
        advice: "save it as UTF-8 first")
    }
    guard found.bytes == file.source.bytes else {
      throw FileProblem(
        path: path, operation: "fix", reason: "it was changed while it was checked",
        advice: "run the command again")
    }
    try FileRewrite.replace(path, bytes, with: file.fixed)
  }

  /// Copies of old content that a run left behind when it was killed, as paths from where the user is.
  package static func leftovers(_ options: BuildOptions) throws(FileProblem) -> [String] {
    let discovery = Discovery(options: options)
    let folder = discovery.path(try Project.readConfig(discovery).0.directories.content)
    return FileRewrite.leftovers(in: folder).map { folder + "/" + $0 }
  }
}
