import Foundation
import RunbookBuild
import RunbookModel
import TestSupport
import Testing

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
        "abcdef",
        [
          [.init(0..<4, with: "X")], [.init(2..<6, with: "Y")], [.init(4..<4, with: "-")],
          [.init(1..<1, with: "+")],
        ])
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

  /// Writing a file that is no text would change more than the fixes.
  @Test func whatIsNoTextIsLeftAlone() {
    let file = SourceFile(path: "a.md", bytes: Array("abc".utf8) + [0xFF])
    let diagnostic = Diagnostic(
      "x", .error, at: file.range(0..<1), "x",
      fixes: [.init("mend", edits: [.init(0..<1, with: "b")])])
    let report = BuildReport(diagnostics: [diagnostic], sources: ["a.md": file], pageCount: 1)
    #expect(FixPlan(report).files.isEmpty)
  }

  @Test(arguments: [
    ("a `b <c>.\n", [3, 6], false), ("a <c>.\n", [2, 5], true), ("a <c>` d.\n", [2, 5], false),
    ("# T <c>\n", [4, 7], false), ("| a |\n|---|\n| <c> |\n", [14, 17], true),
  ])
  func whatReadsOtherwiseIsNoFix(_ text: String, _ places: [Int], _ holds: Bool) {
    let edits = places.map { Diagnostic.Fix.Edit($0..<$0, with: "`") }
    let proof = FixProof(limits: Limits())
    #expect(proof.holds(edits, of: SourceFile(path: "a.md", text: text)) == holds)
  }

  static let numbers = (1...60).map { "line \($0)\n" }.joined()

  /// What `patch` and `git apply` make of a diff is the new text.
  @Test(
    .needs("patch and git", Machine.has("patch") && Machine.has("git")),
    arguments: [
      (
        "a.md", numbers,
        numbers.replacing("line 7\n", with: "seven\n").replacing("line 30\n", with: "")
          .replacing("line 31\n", with: "31\n31a\n")
      ),
      ("a.md", "a\nb", "a\nc"), ("a.md", "a\nb", "a\nb\n"), ("a.md", "a\nb\n", "a\nb"),
      ("a.md", "a\nb\nc", "x\nb\nc"), ("a.md", "a\r\nb\r\n", "a\r\nc\r\n"),
      ("a.md", "a\r\nb", "A\r\nb"), ("with space.md", "a\n", "b\n"), ("dir/ü.md", "ä\n", "ö\n"),
      ("dir/a\"b\\c.md", "a\n", "b"), ("a.md", "--- a\n+++ b\n", "--- c\n+++ b\n"),
    ])
  func patchesApply(_ path: String, _ old: String, _ new: String) throws {
    let folder = try TemporaryFolder()
    let diff = UnifiedDiff.between(SourceFile(path: path, text: old), Array(new.utf8))
    for command in ["patch -s -p0", "git apply -p0"] {
      try Disk.replace(folder.path + "/d", with: Array(diff.utf8))
      folder.shell("mkdir -p work/dir")
      try Disk.replace(folder.path + "/work/" + path, with: Array(old.utf8))
      #expect(folder.shell("cd work && \(command) < ../d") == 0, "\(command)\n\(diff)")
      #expect(try folder.text("work/" + path) == new, "\(command)")
      folder.shell("rm -r work")
    }
  }
}
