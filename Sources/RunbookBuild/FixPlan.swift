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
    /// The rules that found it.
    let rules: Set<String>
  }

  package let files: [File]

  init(files: [File]) { self.files = files }

  /// Takes the first fix of each diagnostic that has edits; of fixes that touch the same text only
  /// the first is taken. A file that is no text is left alone, as writing it would change more than the
  /// fixes.
  ///
  /// - Parameters:
  ///   - proof: what a page's fixes have to stand up to; nil for none.
  ///   - isWanted: chooses the findings that are mended.
  package init(
    _ report: BuildReport, proof: FixProof? = nil,
    where isWanted: (Diagnostic) -> Bool = { _ in true }
  ) {
    var chosen: [String: [Chosen]] = [:]
    for diagnostic in report.diagnostics {
      guard let fix = diagnostic.fixes.first(where: { !$0.edits.isEmpty }), isWanted(diagnostic)
      else { continue }
      let edits = fix.edits.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
      let isApart = zip(edits, edits.dropFirst()).allSatisfy { !Self.touch($0.bytes, $1.bytes) }
      let others = chosen[diagnostic.range.file, default: []].flatMap(\.edits)
      let isFree = edits.allSatisfy { edit in
        !others.contains { Self.touch($0.bytes, edit.bytes) }
      }
      guard isApart, isFree else { continue }
      chosen[diagnostic.range.file, default: []].append(
        Chosen(edits: edits, title: fix.title, rule: diagnostic.id))
    }
    files = chosen.sorted { $0.key < $1.key }.compactMap { file, fixes in
      guard let source = report.sources[file], source.undecodable.isEmpty else { return nil }
      let proven = Self.proven(fixes, of: source, proof)
      guard !proven.isEmpty else { return nil }
      return File(
        source: source, fixed: source.bytes.applying(Self.edits(of: proven)),
        titles: proven.map(\.title), rules: Set(proven.map(\.rule)))
    }
  }

  private struct Chosen {
    let edits: [Diagnostic.Fix.Edit]
    let title: String
    let rule: String
  }

  /// All fixes of a file if they hold together, else those that hold one after the other.
  private static func proven(_ fixes: [Chosen], of source: SourceFile, _ proof: FixProof?)
    -> [Chosen]
  {
    guard let proof, !proof.holds(edits(of: fixes), of: source) else { return fixes }
    return fixes.reduce(into: []) { proven, fix in
      if proof.holds(edits(of: proven + [fix]), of: source) { proven.append(fix) }
    }
  }

  private static func edits(of fixes: [Chosen]) -> [Diagnostic.Fix.Edit] {
    fixes.flatMap(\.edits).sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  /// Two insertions at one place touch too, as nothing says which comes first.
  private static func touch(_ left: ByteRange, _ right: ByteRange) -> Bool {
    left.lowerBound == right.lowerBound
      || left.lowerBound < right.upperBound && right.lowerBound < left.upperBound
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
