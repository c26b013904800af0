import RunbookBuild
import RunbookChecks
import RunbookModel
import Testing

@Suite struct EarlierCoverageTests {
  private static let page = "# A\n\n```bash\nls -l\nnobody-knows-this\n```\n"

  private static func coverage(_ files: [(String, String)]) async throws -> CoverageReport {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    var options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-29")))
    options.project = folder.path
    return try await Pipeline.coverage(options).1
  }

  private static func earlier(_ text: String) throws -> EarlierCoverage {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "coverage.json")
    return try EarlierCoverage(folder.path + "/coverage.json")
  }

  @Test func theSameSiteHasNotFallen() async throws {
    let report = try await Self.coverage([("content/a.md", Self.page)])
    #expect(try Self.earlier(CoverageText.json(report)).fall(to: report) == nil)
  }

  @Test func whatFellIsNamed() async throws {
    let before = try await Self.coverage([
      ("content/a.md", "```bash\nls -l\n```\n"), ("content/b.md", "```bash\nls -l\n```\n"),
    ])
    let now = try await Self.coverage([
      ("content/a.md", Self.page), ("content/b.md", "```bash\nls -l\n```\n"),
      ("content/c.md", "```bash\nnobody-knows-this\n```\n"),
    ])
    let text = try #require(try Self.earlier(CoverageText.json(before)).fall(to: now))
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("2 of 4 commands are validated, and it was 2 of 2 in "))
    #expect(
      lines.dropFirst() == [
        "  content/a.md: 1 of 2, it was 1 of 1", "  content/c.md: 0 of 1, a new page",
      ])
    #expect(try Self.earlier(CoverageText.json(now)).fall(to: before) == nil)
  }

  @Test(arguments: [
    "", "[]", "{\"version\":1}",
    "{\"version\":2,\"total\":{\"found\":1,\"validated\":1},\"pages\":[]}",
    "{\"version\":1,\"total\":{\"found\":1,\"validated\":2},\"pages\":[]}",
    "{\"version\":1,\"total\":{\"found\":1,\"validated\":1},\"pages\":[{\"found\":1}]}",
    "{\"version\":1,\"total\":{\"found\":1e99,\"validated\":1},\"pages\":[]}",
  ])
  func whatIsNoCoverageIsRefused(text: String) {
    #expect(throws: FileProblem.self) { try Self.earlier(text) }
  }
}
