import Foundation
import Testing

/// `runbookgen confluence mark` and `build --pasted` as somebody uses them who pastes once a week.
@Suite struct ConfluenceMarkTests {
  private func withProject(_ body: (URL) throws -> Void) throws {
    let project = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: project) }
    try write(ReferencePage.text("Home", "Text."), "content/index.md", project)
    try write(ReferencePage.text("A", "Text."), "content/a.md", project)
    try write(ReferencePage.text("B", "Text."), "content/b.md", project)
    try body(project)
  }

  private func write(_ text: String, _ path: String, _ project: URL) throws {
    let file = project.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private func mark(_ project: URL, _ more: [String]) throws -> CommandResult {
    try Tool.run(["confluence", "mark", "--pasted", "pasted.json"] + more, in: project)
  }

  @Test func aWeekInParts() throws {
    try withProject { project in
      // Nothing was ever pasted.
      let first = try mark(project, ["content/a.md"])
      #expect(first.status == 0)
      #expect(first.errors.contains("pasted.json: 1 page marked, 2 left to do"), "\(first.errors)")
      let again = try mark(project, ["content/a.md"])
      #expect(again.status == 0)
      #expect(again.errors.contains("'content/a.md' is as it was pasted"), "\(again.errors)")
      let rest = try mark(project, ["--all"])
      #expect(rest.errors.contains("pasted.json: 2 pages marked, 0 left to do"), "\(rest.errors)")
      let status = try Tool.run(
        ["confluence", "status", "--against", "pasted.json", "--exit-code"], in: project)
      #expect(status.status == 0)

      try FileManager.default.removeItem(at: project.appendingPathComponent("content/b.md"))
      let gone = try mark(project, ["content/b.md"])
      #expect(gone.errors.contains("1 page marked, 0 left to do"), "\(gone.errors)")
    }
  }

  @Test func errorsAreClearAndWriteNothing() throws {
    try withProject { project in
      let cases: [([String], Int32, String)] = [
        ([], 64, "name the pages that were done, or give --all"),
        (["--all", "content/a.md"], 64, "name none with it"),
        (["content/aa.md"], 64, "did you mean 'content/a.md'"),
        (["/etc/passwd"], 64, "there is no page '/etc/passwd'"),
      ]
      for (arguments, status, words) in cases {
        let result = try mark(project, arguments)
        #expect(result.status == status, "\(arguments)")
        #expect(result.errors.lowercased().contains(words.lowercased()), "\(result.errors)")
      }
      #expect(
        !FileManager.default.fileExists(
          atPath: project.appendingPathComponent("pasted.json").path))
      try write("{\"version\": 1, \"target\": \"cloud\", \"pages\": []}", "pasted.json", project)
      for command in [["confluence", "mark", "--all"], ["build", "--today", "2026-11-23"]] {
        let old = try Tool.run(command + ["--pasted", "pasted.json"], in: project)
        #expect(old.status == 74, "\(command)")
        #expect(old.errors.contains("pasted.json:1:13"), "\(old.errors)")
        #expect(old.errors.contains("only version 2 is known"), "\(old.errors)")
      }
      #expect(!FileManager.default.fileExists(atPath: project.appendingPathComponent("site").path))
      try write("confluence: {enabled: false}\n", "runbookgen.yml", project)
      try FileManager.default.removeItem(at: project.appendingPathComponent("pasted.json"))
      let off = try mark(project, ["--all"])
      #expect(off.status == 74)
      #expect(off.errors.contains("it turns the export off"), "\(off.errors)")
    }
  }

  @Test func theToDoPageIsMadeOnlyWhenAskedFor() throws {
    try withProject { project in
      let page = project.appendingPathComponent("site/confluence/to-do.html").path
      let build = ["build", "--today", "2026-11-23"]
      let runs = [[], ["--pasted", "pasted.json"], ["--pasted", "pasted.json"], []]
      for more in runs {
        let result = try Tool.run(build + more, in: project)
        #expect(result.status == 0, "\(result.errors)")
        #expect(FileManager.default.fileExists(atPath: page) == !more.isEmpty)
      }
    }
  }
}
