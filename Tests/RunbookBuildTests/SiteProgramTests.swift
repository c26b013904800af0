import RunbookBuild
import RunbookModel
import Testing

/// What a site says of its programs counts wherever commands are read.
@Suite struct SiteProgramTests {
  /// A program that nobody knows may be a way to another shell, where values are quoted otherwise.
  @Test(arguments: [("", "data-only=word"), ("mytool VERB HOST", "data-q=bare")])
  func valuesInCodeSpansAreQuotedForProgramsOfTheSite(
    _ synopsis: String, _ markup: String
  ) async throws {
    let folder = try TemporaryFolder()
    folder.shell("mkdir -p project/content project/programs")
    func write(_ path: String, _ text: String) throws {
      try Disk.replaceFile(folder.path + "/project/" + path, with: Array(text.utf8))
    }
    try write("runbookgen.yml", "directories: {programs: programs}\n")
    if !synopsis.isEmpty {
      try write("programs/mytool.yml", "source: its help\nsynopsis: \(synopsis)\n")
    }
    try write(
      "content/index.md",
      "---\nkind: concept\ntitle: A page\nowner: Us\nreviewed: 2026-10-30\nreview_every: P6M\n---\n\n"
        + "Run `mytool ssh <host>`.\n")
    var options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-02")))
    options.project = folder.path + "/project"
    options.output = folder.path + "/wiki"
    let report = try await Pipeline.build(options)
    try #require(report.published != nil, "\(report.diagnostics.map(\.summary))")
    #expect(try folder.text("wiki/index.html").contains(markup))
  }
}
