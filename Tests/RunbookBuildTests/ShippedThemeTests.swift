import RunbookBuild
import RunbookModel
import Testing

/// A site that brings no templates of its own is checked without a look at those of the program: there must be
/// nothing to find.
@Suite struct ShippedThemeTests {
  private static let languages = BuiltinTemplates.files.map(\.name)
    .filter { $0.hasPrefix("words/") }.map { $0.dropFirst("words/".count).dropLast(".yml".count) }

  @Test(arguments: languages) func nothingIsWrongWithIt(_ language: Substring) async throws {
    let folder = try TemporaryFolder()
    try folder.write("site: {language: \(language)}\n", to: "runbookgen.yml")
    try folder.write(Self.page, to: "content/index.md")
    #expect(try await findings(folder) == [])
    // The same as files of the site, which are looked at.
    for file in BuiltinTemplates.files {
      try folder.write(String(decoding: file.bytes, as: UTF8.self), to: "templates/\(file.name)")
    }
    #expect(try await findings(folder) == [])
    try folder.write("{{unknown}}", to: "templates/page.mustache")
    #expect(try await findings(folder) != [])
  }

  /// The program publishes its scripts and style sheets under names that change with what they hold.
  @Test func aFileInTheirPlaceIsInTheirWay() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.page, to: "content/index.md")
    var options = try Self.options(folder)
    options.output = folder.path + "/site"
    _ = try await Pipeline.build(options)
    folder.shell("mkdir content/assets && cp site/assets/site.*.css content/assets")
    #expect(try await findings(folder) == ["output-conflict"])
    folder.shell("mv content/assets content/ASSETS")
    #expect(try await findings(folder).contains("output-conflict"))
    folder.shell("rm -r content/ASSETS && mkdir content/assets && touch content/assets/a.css")
    #expect(try await findings(folder) == [])
  }

  private static let page =
    "---\nkind: concept\ntitle: T\nowner: Team\nreviewed: 2026-11-01\nreview_every: P6M\n---\n\nText.\n"

  private static func options(_ folder: TemporaryFolder) throws -> BuildOptions {
    var options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-23")))
    options.project = folder.path
    return options
  }

  private func findings(_ folder: TemporaryFolder) async throws -> [String] {
    try await Pipeline.check(try Self.options(folder)).diagnostics.map(\.id)
  }
}
