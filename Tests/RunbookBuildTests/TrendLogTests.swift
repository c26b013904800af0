import RunbookBuild
import RunbookChecks
import RunbookModel
import Testing

@Suite struct TrendLogTests {
  private static let line =
    #"{"day":"2026-11-29","pages":3,"found":9,"known":8,"validated":7,"errors":1,"warnings":2,"overdue":0}"#

  private static func problems(_ text: String) -> [String] {
    let file = SourceFile(path: "trends.jsonl", text: text)
    return TrendFile.read(file).1.map { problem in
      let place = file.position(at: problem.range.bytes.lowerBound)
      return "\(place.line):\(place.column) \(problem.summary)"
    }
  }

  @Test func recordsAreReadAsTheyAreWritten() {
    let older = Self.line.replacing("11-29", with: "10-01")
    let (trends, problems) = TrendFile.read(
      SourceFile(path: "trends.jsonl", text: "\(Self.line)\r\n\n\(older)\n"))
    #expect(problems.isEmpty)
    #expect(trends.records.map(\.line) == [older, Self.line])
    #expect(trends.records[1][.validated] == 7)
  }

  @Test(arguments: [
    (#"{"day":}"#, "2:8 this is no record of a day: "),
    ("[1]", "2:1 this is no record of a day: it is an array, not an object"),
    (
      line.replacing("2026-11-29", with: "2026-02-30"),
      "2:8 this is no record of a day: `day` is not a date such as 2026-11-29"
    ),
    (
      line.replacing(#""pages":3,"#, with: ""), "2:1 this is no record of a day: `pages` is missing"
    ),
    (
      line.replacing(#""errors":1"#, with: #""errors":"1""#),
      "2:74 this is no record of a day: `errors` is not a whole number from 0 to 1000000000"
    ),
    (
      line.replacing(#""errors":1"#, with: #""errors":-1"#),
      "2:74 this is no record of a day: `errors` is not a whole number from 0 to 1000000000"
    ),
    (
      line.replacing(#""known":8"#, with: #""known":6"#),
      "2:1 this is no record of a day: more commands are `validated` than `known`"
    ),
    (
      line.replacing("11-29", with: "11-01"),
      "2:1 this is no record of a day: 2026-11-01 has one already"
    ),
  ])
  func aDamagedRecordIsNamedWithItsPlace(_ damaged: String, _ problem: String) throws {
    let first = Self.line.replacing("11-29", with: "11-01")
    let found = Self.problems(
      "\(first)\n\(damaged)\n\(Self.line.replacing("11-29", with: "11-30"))\n")
    try #require(found.count == 1)
    #expect(found[0].hasPrefix(problem))
  }

  @Test func aDayHasOneRecord() async throws {
    let folder = try TemporaryFolder()
    let log = folder.path + "/trends.jsonl"
    try folder.write(
      "---\nkind: concept\nowner: a\nreviewed: 2026-01-01\nreview_every: P1M\n---\n\n# A\n\n```bash\nls -l\nnobody-knows\n```\n",
      to: "content/a.md")
    var options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-29")))
    options.project = folder.path
    for day in ["2026-11-29", "2026-11-28", "2026-11-29"] {
      options.today = try #require(CalendarDate(iso: day))
      try TrendLog.put(try await Pipeline.coverage(options).2, into: log)
    }
    let text = String(decoding: try Disk.read(log), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.map { $0.prefix(20) } == [#"{"day":"2026-11-28","#, #"{"day":"2026-11-29","#])
    #expect(lines[1].contains(#""pages":1,"found":2,"known":1,"validated":1,"errors":0,"#))
    #expect(lines[1].hasSuffix(#""overdue":1}"#))
  }

  @Test func aFileOfSomethingElseStaysAsItIs() throws {
    let folder = try TemporaryFolder()
    try folder.write("notes\n", to: "notes.txt")
    let path = folder.path + "/notes.txt"
    let (records, _) = TrendFile.read(SourceFile(path: "", text: Self.line))
    #expect(throws: FileProblem.self) { try TrendLog.put(records.records[0], into: path) }
    #expect(try Disk.read(path) == Array("notes\n".utf8))
  }

  @Test func theConfiguredFileIsHeldToItsForm() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "---\nkind: concept\nowner: a\nreviewed: 2026-11-01\nreview_every: P1M\n---\n\n# A\n\nText.\n",
      to: "content/a.md")
    try folder.write("trends: trends.jsonl\n", to: "runbookgen.yml")
    var options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-29")))
    options.project = folder.path
    let missing = try await Pipeline.check(options).diagnostics.filter { $0.severity == .error }
    #expect(missing.map(\.range.file) == ["runbookgen.yml"])
    try folder.write("{}\n", to: "trends.jsonl")
    let damaged = try await Pipeline.check(options).diagnostics.filter { $0.severity == .error }
    #expect(damaged.map(\.range.file) == ["trends.jsonl"])
  }

  @Test func theWikiShowsWhatTheRecordsSay() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "---\nkind: concept\nowner: a\nreviewed: 2026-11-01\nreview_every: P1M\n---\n\n# A\n\nText.\n",
      to: "content/a.md")
    try folder.write("trends: trends.jsonl\n", to: "runbookgen.yml")
    try folder.write(
      Self.line + "\n"
        + Self.line.replacing("11-29", with: "10-30").replacing("d\":7", with: "d\":3"),
      to: "trends.jsonl")
    var options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-29")))
    options.project = folder.path
    #expect(try await Pipeline.build(options).diagnostics.filter { $0.severity == .error } == [])
    let page = try folder.text("site/trends.html")
    #expect(page.contains("77.7 on 2026-11-29; from 33.3 to 77.7 since 2026-10-30"))
    #expect(page.contains("points=\"0,53.4 320,17.9\""))
    #expect(page.contains("<th scope=\"row\">2026-10-30</th><td>3</td><td>9</td><td>3</td>"))
    #expect(
      try folder.text("site/indexes.html").contains(
        "href=\"trends.html\""))
    // A new record is seen by a build that takes everything else over.
    try folder.write(Self.line, to: "trends.jsonl")
    _ = try await Pipeline.build(options)
    #expect(try !folder.text("site/trends.html").contains("2026-10-30"))
    try folder.write("", to: "runbookgen.yml")
    _ = try await Pipeline.build(options)
    #expect(throws: (any Error).self) { try folder.text("site/trends.html") }
  }
}
