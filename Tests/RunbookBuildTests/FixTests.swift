import Foundation
import RunbookModel
import Testing

@testable import RunbookBuild

@Suite struct FixTests {
  private func report(_ text: String, _ fixes: [[Diagnostic.Fix.Edit]]) -> BuildReport {
    let file = SourceFile(path: "a.md", text: text)
    let diagnostics = fixes.map { edits in
      Diagnostic(
        "x", .error, at: file.range(edits.first?.bytes ?? 0..<0), "x",
        fixes: [.init("advice only"), .init("mend", edits: edits)])
    }
    return BuildReport(diagnostics: diagnostics, sources: ["a.md": file], pageCount: 1)
  }

  @Test func editsAreApplied() throws {
    let plan = FixPlan(
      report("one two three\n", [[.init(0..<3, with: "1")], [.init(8..<13, with: "3")]]))
    #expect(plan.files.map { String(decoding: $0.fixed, as: UTF8.self) } == ["1 two 3\n"])
  }

  @Test func ofFixesThatTouchTheFirstWins() {
    let plan = FixPlan(
      report(
        "abcdef", [[.init(0..<4, with: "X")], [.init(2..<6, with: "Y")], [.init(4..<4, with: "-")]])
    )
    #expect(plan.files.map { String(decoding: $0.fixed, as: UTF8.self) } == ["X-ef"])
    #expect(plan.files.first?.titles.count == 2)
  }

  @Test func adviceChangesNothing() {
    #expect(FixPlan(report("abc", [[]])).files.isEmpty)
  }

  @Test(arguments: [
    ("a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"),
    ("a\nb\n", "a\nx\nb\n", "@@ -1,2 +1,3 @@\n a\n+x\n b\n"),
    ("a\nb\n", "b\n", "@@ -1,2 +1,1 @@\n-a\n b\n"), ("a\n", "a\n", ""),
  ])
  func diffsAreUnified(_ old: String, _ new: String, _ hunks: String) {
    let diff = UnifiedDiff.between(SourceFile(path: "a.md", text: old), Array(new.utf8))
    #expect(diff == (hunks.isEmpty ? "" : "--- a.md\n+++ a.md\n" + hunks))
  }

  /// What `patch` makes of a diff is the new text.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/patch")))
  func patchUnderstandsTheDiff() throws {
    let old = (1...60).map { "line \($0)\n" }.joined()
    let new = old.replacingOccurrences(of: "line 7\n", with: "seven\n")
      .replacingOccurrences(of: "line 30\n", with: "")
      .replacingOccurrences(of: "line 31\n", with: "31\n31a\n")
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a.md")
    try old.write(to: file, atomically: true, encoding: .utf8)
    let diff = folder.appendingPathComponent("d")
    try UnifiedDiff.between(SourceFile(path: "a.md", text: old), Array(new.utf8))
      .write(to: diff, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/patch")
    process.arguments = ["-s", "-i", diff.path, file.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == new)
  }
}
