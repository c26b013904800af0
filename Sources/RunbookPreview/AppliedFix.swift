import RunbookBuild
import RunbookModel

/// A fix that was written into a file, and can be taken back.
struct AppliedFix: Sendable {
  let title: String
  private let file: SourceFile
  private let fixed: [UInt8]

  /// Writes a fix into its file, if that is still what was checked.
  ///
  /// - Parameters:
  ///   - finding: what is mended.
  ///   - fix: a position in its fixes.
  /// - Throws: `FileProblem` where the file was changed meanwhile, or cannot be written.
  init(
    _ finding: Diagnostic, _ fix: Int, in source: SourceFile, _ options: BuildOptions
  ) throws(FileProblem) {
    guard let plan = Self.plan(finding, fix, source, FixProof(limits: Limits())) else {
      throw FileProblem(
        path: source.path, operation: "fix", reason: "the change would spoil something else there",
        advice: "mend it by hand")
    }
    try FixPlan.write(plan, options)
    (title, file, fixed) = (finding.fixes[fix].title, source, plan.fixed)
  }

  /// Gives the file its text of before, if it is still as the fix left it.
  ///
  /// - Throws: `FileProblem` where it is not, or cannot be written.
  func undo(_ options: BuildOptions) throws(FileProblem) {
    let whole = Diagnostic.Fix.Edit(
      0..<fixed.count, with: String(decoding: file.bytes, as: UTF8.self))
    let finding = Diagnostic(
      "undo", .info, at: SourceRange(file: file.path, bytes: 0..<0), "undo",
      fixes: [Diagnostic.Fix("undo", edits: [whole])])
    guard let plan = Self.plan(finding, 0, SourceFile(path: file.path, bytes: fixed), nil) else {
      return
    }
    try FixPlan.write(plan, options)
  }

  /// What a fix makes of a file; nil where nothing.
  static func plan(
    _ finding: Diagnostic, _ fix: Int, _ source: SourceFile, _ proof: FixProof?
  ) -> FixPlan.File? {
    let only = Diagnostic(
      finding.id, finding.severity, at: finding.range, finding.summary, fixes: [finding.fixes[fix]])
    let report = BuildReport(diagnostics: [only], sources: [source.path: source], pageCount: 0)
    return FixPlan(report, proof: proof).files.first
  }
}
