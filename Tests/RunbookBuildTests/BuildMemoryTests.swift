import Foundation
import RunbookBuild
import RunbookModel
import Testing

/// A build that would change nothing is not done again; one that might is.
@Suite struct BuildMemoryTests {
  /// A small site with everything that a build reads: configuration, templates, programs, a style
  /// sheet, a page and a file beside it.
  private final class Site {
    let folder: TemporaryFolder
    var options: BuildOptions
    var form = "text"

    init() throws {
      folder = try TemporaryFolder()
      options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-02")))
      options.project = folder.path + "/project"
      options.program = folder.path + "/program"
      let status = folder.shell(
        """
        mkdir -p project/content/sub project/programs project/templates && touch program &&
        printf 'site: {title: T, stylesheet: own.css}\\ndirectories: {programs: programs}\\n' > project/runbookgen.yml &&
        printf 'p { background: url(brand/a.png) }\\n' > project/own.css &&
        mkdir project/brand && printf 'one' > project/brand/a.png && printf 'one' > project/content/.htaccess && printf 'one' > project/content/sub/file.txt &&
        printf 'source: its help\\nsynopsis: mytool [-v]\\n' > project/programs/mytool.yml &&
        printf -- '---\\nkind: reference\\ntitle: Home\\nowner: Platform\\nreviewed: 2026-11-01\\nreview_every: P6M\\n---\\nText.\\n' > project/content/index.md
        """)
      try #require(status == 0)
      settle()
    }

    var memory: BuildMemory? {
      BuildMemory(options, form: form, folder: folder.path + "/cache/deep")
    }

    /// What the last build said, if this one need not be done.
    func recalled() async -> RecordedBuild? {
      var memory = memory
      return await memory?.recall()
    }

    /// Builds and keeps the record. `meanwhile` runs when the build has read everything.
    @discardableResult
    func build(meanwhile: () -> Void = {}) async throws -> BuildReport {
      let memory = try #require(memory)
      let report = try await Pipeline.build(options)
      meanwhile()
      await memory.keep(
        report, RecordedBuild(pageCount: report.pageCount, fileCount: 3, result: nil, words: "é\n"))
      return report
    }

    /// So that the next change gets another time.
    func settle() { usleep(30_000) }
  }

  @Test func whatDidNotChangeIsNotBuiltAgain() async throws {
    let site = try Site()
    #expect(await site.recalled() == nil)
    let report = try await site.build()
    #expect(!report.hasErrors)
    #expect(
      await site.recalled()
        == RecordedBuild(pageCount: 1, fileCount: 3, result: nil, words: "é\n"))
  }

  /// Each as a shell command in the folder of the test.
  @Test(arguments: [
    // Other bytes of the same length with the same time of change.
    "touch -r project/content/index.md time && sed -i s/Text/Next/ project/content/index.md && touch -r time project/content/index.md",
    "touch project/content/index.md",
    "chmod 600 project/content/index.md",
    "cp -p project/content/index.md x && mv x project/content/index.md",
    "rm project/content/sub/file.txt",
    "printf two > project/content/sub/file.txt",
    "printf x > project/content/new.txt",
    "mkdir project/content/new",
    "mv project/content/sub project/content/other",
    "ln -s /etc/passwd project/content/link",
    "echo 'review_every: P6M' >> project/runbookgen.yml",
    "rm project/runbookgen.yml",
    "echo 'b {}' >> project/own.css",
    "printf two > project/brand/a.png",
    "rm project/brand/a.png",
    "printf two > project/content/.htaccess",
    "mkdir project/content/.well-known",
    "echo >> project/programs/mytool.yml",
    "echo '{{{body}}}' > project/templates/page.mustache",
    "touch program",
    "echo >> project/site/index.html",
    "rm project/site/index.html",
    "touch project/site/more.html",
    "touch project/site/.hidden",
    "rm -r project/site",
    "mv project/site x && cp -a x project/site",
    "touch project/.site.runbookgen-lock",
    "mkdir project/.site.runbookgen-staging-99999999",
    "for f in cache/deep/*; do printf x >> $f; done",
    "for f in cache/deep/*; do : > $f; done",
    "rm -r cache",
  ])
  func aChangeIsNoticed(command: String) async throws {
    let site = try Site()
    try await site.build()
    #expect(await site.recalled() != nil)
    site.settle()
    try #require(site.folder.shell(command) == 0)
    #expect(await site.recalled() == nil)
  }

  /// A folder above a place that the build reads or writes is a link, and is pointed to a place that
  /// holds the same in the same way.
  @Test(arguments: [
    "directories: {content: now/place}", "directories: {templates: now/place}",
    "directories: {programs: now/place}", "directories: {output: now/place}",
    "site: {stylesheet: now/place.css}", "--config", "--output",
  ])
  func aLinkThatIsPointedElsewhereIsNoticed(config: String) async throws {
    let site = try Site()
    let status = site.folder.shell(
      """
      cd project && mkdir one two && ln -s one now &&
      for n in one two; do
        printf 'a {}\\n' > $n/place.css && cp runbookgen.yml $n/
        case '\(config)' in *content*) cp -r content $n/place;; *programs*) cp -r programs $n/place;; esac
      done
      """)
    try #require(status == 0)
    switch config {
    case "--config": site.options.config = site.options.project + "/now/runbookgen.yml"
    case "--output": site.options.output = site.options.project + "/now/site"
    default: try #require(site.folder.shell("echo '\(config)' > project/runbookgen.yml") == 0)
    }
    site.settle()
    try await site.build()
    #expect(await site.recalled() != nil)
    try #require(site.folder.shell("ln -sfn two project/now") == 0)
    #expect(await site.recalled() == nil)
    try #require(site.folder.shell("ln -sfn one project/now") == 0)
    #expect(await site.recalled() != nil)
  }

  /// It is pointed elsewhere when the build has read what it meant before.
  @Test func aLinkThatIsPointedElsewhereMeanwhileIsNoticed() async throws {
    let site = try Site()
    try #require(
      site.folder.shell(
        """
        cd project && mkdir one two && cp -r content one/ && cp -r content two/ && ln -s one now &&
        echo 'directories: {content: now/content}' > runbookgen.yml
        """) == 0)
    site.settle()
    try await site.build { _ = site.folder.shell("ln -sfn two project/now") }
    #expect(await site.recalled() == nil)
  }

  @Test func anotherRequestIsAnotherBuild() async throws {
    let site = try Site()
    try await site.build()
    let changes: [(inout BuildOptions) -> Void] = [
      { $0.today = CalendarDate(iso: "2026-11-03") ?? $0.today },
      { $0.isStrict = true },
      { $0.revision = "r1" },
      { $0.confluence = false },
      { $0.bundle = true },
      { $0.generator = "runbookgen 9" },
      { $0.program = "/usr/bin/env" },
      { $0.output = $0.project + "/other" },
      { $0.config = $0.project + "/runbookgen.yml" },
    ]
    let usual = site.options
    for change in changes {
      site.options = usual
      change(&site.options)
      #expect(await site.recalled() == nil)
    }
    site.options = usual
    site.form = "json"
    #expect(await site.recalled() == nil)
    site.form = "text"
    #expect(await site.recalled() != nil)
  }

  @Test func aBuildDuringWhichSomethingChangedIsNotKept() async throws {
    let site = try Site()
    try await site.build { _ = site.folder.shell("touch project/content/sub/file.txt") }
    #expect(await site.recalled() == nil)
    site.settle()
    try await site.build()
    #expect(await site.recalled() != nil)
  }

  @Test func errorsAreNotKept() async throws {
    let site = try Site()
    try #require(site.folder.shell("printf '[x](gone.md)\\n' >> project/content/index.md") == 0)
    site.settle()
    let report = try await site.build()
    #expect(report.hasErrors)
    #expect(await site.recalled() == nil)
  }

  /// What was seen of the sources before a build is what the next one compares with.
  @Test(arguments: [
    "true", "printf two > project/content/sub/file.txt", "touch project/content/new.txt",
  ])
  func whatChangesWhileABuildRunsIsSeenByTheNext(_ command: String) async throws {
    let site = try Site()
    try await site.build()
    site.folder.shell("echo More. >> project/content/index.md")
    site.settle()
    var memory = try #require(site.memory)
    #expect(await memory.recall() == nil)
    let report = try await Pipeline.build(site.options)
    site.folder.shell(command)
    site.settle()
    await memory.keep(
      report, RecordedBuild(pageCount: 1, fileCount: 3, result: nil, words: ""))
    #expect((await site.recalled() == nil) == (command != "true"))
  }

  /// Whatever stands in a record, nothing but a new build comes of it.
  @Test func aDamagedRecordIsNone() async throws {
    let site = try Site()
    try await site.build()
    try #require(site.folder.shell("cp cache/deep/*.record whole") == 0)
    let whole = try Disk.read(site.folder.path + "/whole")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: site.folder.path + "/cache/deep").first)
    let record = URL(fileURLWithPath: site.folder.path + "/cache/deep/" + name)
    for length in stride(from: 0, to: whole.count, by: max(1, whole.count / 200)) {
      try Data(whole[..<length]).write(to: record)
      #expect(await site.recalled() == nil)
      var damaged = whole
      damaged[length] = 0xFF
      try Data(damaged).write(to: record)
      _ = await site.recalled()
    }
    try Data(whole).write(to: record)
    #expect(await site.recalled() != nil)
  }

  @Test func oldRecordsGo() async throws {
    let site = try Site()
    try #require(
      site.folder.shell(
        "mkdir -p cache/deep && for n in $(seq 100); do touch cache/deep/$n.record; done") == 0)
    site.settle()
    try await site.build()
    let names = try FileManager.default.contentsOfDirectory(
      atPath: site.folder.path + "/cache/deep")
    #expect(names.count == 64)
    #expect(await site.recalled() != nil)
  }

  @Test func withoutAPlaceNothingIsKept() async throws {
    let site = try Site()
    #expect(BuildMemory(site.options, form: "", folder: "relative") == nil)
    try #require(site.folder.shell("touch cache") == 0)
    try await site.build()
    #expect(await site.recalled() == nil)
  }
}
