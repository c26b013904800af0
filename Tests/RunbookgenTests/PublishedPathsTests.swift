import Foundation
import Testing

/// What `check` passes, `build` publishes; and what is published is what is meant to be.
@Suite struct PublishedPathsTests {
  static let front =
    "kind: concept\ntitle: T\nowner: Team\nreviewed: 2026-11-01\nreview_every: P6M\n"

  /// A page with some more front matter.
  static func page(_ more: String = "", _ body: String = "Text.") -> String {
    let title = "T" + (more + body).filter(\.isLetter).prefix(40)
    return "---\n\(front.replacing("title: T", with: "title: \(title)"))\(more)---\n\n\(body)\n"
  }

  private func withSite(_ files: [(String, String)], _ body: (URL) throws -> Void) throws {
    let project = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: project) }
    try FileManager.default.createDirectory(
      at: project.appendingPathComponent("content"), withIntermediateDirectories: true)
    for (path, text) in files {
      let file = project.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    try body(project)
  }

  private func run(_ command: String, _ more: [String] = [], in project: URL) throws
    -> CommandResult
  {
    try Tool.run([command, "--today", "2026-11-23"] + more, in: project)
  }

  private func findings(_ project: URL, _ more: [String] = []) throws -> [[String: Any]] {
    let result = try run("check", ["--format", "json"] + more, in: project)
    let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    return try #require(report?["diagnostics"] as? [[String: Any]])
  }

  // MARK: Paths

  struct Conflict: CustomTestStringConvertible {
    let name: String
    let files: [(String, String)]
    /// Where the finding stands and what it names.
    let places: [String]
    var testDescription: String { name }
  }

  static let conflicts = [
    Conflict(
      name: "pages that differ in case",
      files: [("content/Dns.md", page()), ("content/dns.md", page())],
      places: ["content/Dns.md", "content/dns.md"]),
    Conflict(
      name: "pages that differ in how a letter is composed",
      files: [("content/caf\u{E9}.md", page()), ("content/cafe\u{301}.md", page("tags: [a]\n"))],
      places: ["content/caf\u{E9}.md"]),
    Conflict(
      name: "folders that differ in case",
      files: [("content/A/x.md", page()), ("content/a/y.md", page())],
      places: ["content/A/x.md", "content/a/y.md"]),
    Conflict(
      name: "a page and a folder that meet in the export",
      files: [("content/foo.md", page()), ("content/Foo/a.md", page())],
      places: ["content/foo.md", "content/Foo/a.md"]),
    Conflict(
      name: "a page and a file", files: [("content/a.md", page()), ("content/A.html/x.txt", "x")],
      places: ["content/a.md", "content/A.html/x.txt"]),
    Conflict(
      name: "files",
      files: [("content/i.md", page()), ("content/P.png", "x"), ("content/p.png", "x")],
      places: ["content/P.png", "content/p.png"]),
    Conflict(
      name: "an alias and a file",
      files: [("content/a.md", page("aliases: [data.txt]\n")), ("content/data.txt", "x")],
      places: ["content/a.md", "content/data.txt"]),
    Conflict(
      name: "an alias with NUL", files: [("content/a.md", page("aliases: [\"old/a\\0b\"]\n"))],
      places: ["content/a.md"]),
    Conflict(
      name: "an alias with a line end",
      files: [("content/a.md", page("aliases: [\"old/a\\nb\"]\n"))],
      places: ["content/a.md"]),
    Conflict(
      name: "an alias that is too long",
      files: [("content/a.md", page("aliases: [\(String(repeating: "x", count: 251)).md]\n"))],
      places: ["content/a.md"]),
    Conflict(
      name: "an alias that is too deep",
      files: [("content/a.md", page("aliases: [\(String(repeating: "deep/", count: 700))x.md]\n"))],
      places: ["content/a.md"]),
    Conflict(
      name: "a page whose name is too long",
      files: [("content/\(String(repeating: "x", count: 252)).md", page())],
      places: ["content/xxx"]),
    Conflict(
      name: "an alias that is the marker",
      files: [("content/a.md", page("aliases: [.runbookgen]\n"))],
      places: ["content/a.md"]),
    Conflict(
      name: "a page and the index of its folder",
      files: [("content/dns/Index.md", page()), ("content/dns/b.md", page("tags: [b]\n"))],
      places: ["content/dns/Index.md"]),
    Conflict(
      name: "a page and the index of tags",
      files: [("content/tags/index.md", page("tags: [a]\n"))], places: ["content/tags/index.md"]),
    Conflict(
      name: "a page and the index of a tag",
      files: [("content/Tags/a.md", page("tags: [a]\n"))], places: ["content/Tags/a.md"]),
    Conflict(
      name: "the index of a folder and the index of tags",
      files: [("content/tags/a.md", page("tags: [b]\n"))], places: ["content/tags/a.md"]),
    Conflict(
      name: "the index of a folder and the Copy page",
      files: [("content/confluence/how.md", page())], places: ["content/confluence/how.md"]),
    Conflict(
      name: "an alias and a file of the same path",
      files: [
        ("content/a.md", page("aliases: [old/index.txt/x.html]\n")), ("content/old/index.txt", "x"),
      ],
      places: ["content/a.md", "content/old/index.txt"]),
    Conflict(
      name: "a page and the review list", files: [("content/review.md", page())],
      places: ["content/review.md"]),
    Conflict(
      name: "an alias and the Copy page",
      files: [("content/a.md", page("aliases: [confluence/index.html]\n"))],
      places: ["content/a.md"]),
    Conflict(
      name: "a page and the manifest", files: [("content/manifest.json.md", page())],
      places: ["content/manifest.json.md"]),
    Conflict(
      name: "a file and the search index",
      files: [("content/a.md", page()), ("content/search", "x")], places: ["content/search"]),
  ]

  @Test(arguments: conflicts)
  func whatMeetsIsFound(_ conflict: Conflict) throws {
    try withSite(conflict.files) { project throws in
      let found = try findings(project).filter { $0["id"] as? String == "output-conflict" }
      #expect(found.count == 1, "\(found)")
      let text = found.map { "\($0)" }.joined()
      for place in conflict.places {
        #expect(text.contains(place) || text.contains(place.lowercased()), "\(text)")
      }
      #expect((found.first?["file"] as? String)?.hasPrefix("content/") == true)
      #expect(try run("check", in: project).status == 1)
      let build = try run("build", in: project)
      #expect(build.status == 1, "\(build.errors)")
      #expect(!FileManager.default.fileExists(atPath: project.appendingPathComponent("site").path))
    }
  }

  @Test(arguments: [
    [("content/a.md", page()), ("content/a/b.md", page("tags: [x]\n"))],
    [("content/assets/logo.txt", "x"), ("content/a.md", page())],
    [("content/tags/a.md", page()), ("content/search/index.md", page("audience: [b]\n"))],
    [("content/v1.2.md", page()), ("content/a~2.md", page("tags: [c]\n"))],
    [("content/confluence/p.txt", "x"), ("content/by-alert/x.md", page("tags: [d]\n"))],
  ])
  func whatDoesNotMeetIsPublished(_ files: [(String, String)]) throws {
    try withSite(files) { project throws in
      #expect(try run("check", in: project).status == 0)
      #expect(try run("build", in: project).status == 0)
    }
  }

  /// What formats make besides pages is below names that `OutputFormat.names` keeps, so that `check`
  /// knows when it has to look closer.
  @Test func everyNameIsKept() throws {
    let kept: Set = [
      ".runbookgen", "404.html", "assets", "bundle", "by-alert", "by-audience", "by-context",
      "by-program", "confluence", "feed.xml", "indexes.html", "llms.txt", "owners", "review.html",
      "review.ics", "review.json", "search", "search.html", "sitemap.xml", "tags",
    ]
    let files = [
      ("runbookgen.yml", "site: {base_url: \"https://wiki.example.com\"}\n"),
      (
        "content/index.md",
        Self.page("tags: [a]\naudience: [b]\nalerts: [C]\n", "```bash\nls -l\n```")
      ),
    ]
    try withSite(files) { project throws in
      #expect(try run("build", ["--bundle"], in: project).status == 0)
      let made = Tool.contents(of: project.appendingPathComponent("site")).keys
      let names = Set(made.map { $0.prefix { $0 != "/" } }.map(String.init))
      #expect(names.subtracting(kept) == ["index.html"])
    }
  }

  // MARK: Pages

  @Test func aSiteWithoutAPageIsAnError() throws {
    try withSite([("content/a.md", Self.page())]) { project throws in
      #expect(try run("build", in: project).status == 0)
      let site = project.appendingPathComponent("site")
      let before = Tool.contents(of: site)
      try FileManager.default.removeItem(at: project.appendingPathComponent("content/a.md"))
      let found = try findings(project)
      #expect(found.map { $0["id"] as? String } == ["site-empty"])
      let build = try run("build", in: project)
      #expect(build.status == 1 && build.errors.contains("content"))
      #expect(Tool.contents(of: site) == before)
    }
  }

  @Test(arguments: ["a.markdown", "b.MD", "c.mdx", "d.Md", "e.mkd", "sub/f.MARKDOWN"])
  func whatLooksLikeAPageIsReported(_ name: String) throws {
    try withSite([("content/i.md", Self.page()), ("content/\(name)", "# T\n")]) { project throws in
      let found = try findings(project)
      #expect(found.map { $0["file"] as? String } == ["content/" + name])
      #expect(found.map { $0["severity"] as? String } == ["warning"])
    }
  }

  @Test func linksAndPipesAreReportedEverywhere() throws {
    let files = [
      ("content/i.md", Self.page()), ("programs/README", "x"),
      ("templates/assets/more.css", "b {}"),
      ("runbookgen.yml", "directories: {programs: programs}\n"),
    ]
    try withSite(files) { project throws in
      for (target, link) in [
        ("/dev/null", "programs/link.yml"), ("/dev/null", "templates/assets/link.css"),
        ("page", "templates/page.mustache"),
      ] {
        try FileManager.default.createSymbolicLink(
          atPath: project.appendingPathComponent(link).path, withDestinationPath: target)
      }
      mkfifo(project.appendingPathComponent("programs/pipe.yml").path, 0o600)
      mkfifo(project.appendingPathComponent("templates/index.mustache").path, 0o600)
      let skipped = try findings(project).filter { $0["id"] as? String == "file-skipped" }
      #expect(
        skipped.compactMap { $0["file"] as? String } == [
          "programs/link.yml", "programs/pipe.yml", "templates/assets/link.css",
          "templates/index.mustache", "templates/page.mustache",
        ])
    }
  }

  // MARK: Drafts

  @Test func aDraftIsNowhereUnlessAskedFor() throws {
    let files = [
      ("runbookgen.yml", "site: {base_url: \"https://wiki.example.com\"}\n"),
      (
        "content/a.md",
        Self.page("", "See [it](sketch.md).").replacing("TSeeitsketchmd", with: "Home")
      ),
      (
        "content/sketch.md",
        Self.page(
          "lifecycle: draft\naliases: [old-sketch]\ntags: [sketching]\nalerts: [SketchDown]\n",
          "Sketchy.\n\n```bash\nls --unheard-of-option\n```")
      ),
    ]
    try withSite(files) { project throws in
      let found = try findings(project)
      #expect(
        Set(found.compactMap { $0["id"] as? String }).isSuperset(of: [
          "link-to-draft", "command-unknown-option",
        ]))
      try files[2].1.replacing("ls --unheard-of-option", with: "ls").write(
        to: project.appendingPathComponent("content/sketch.md"), atomically: true, encoding: .utf8)
      let site = project.appendingPathComponent("site")
      func holders() -> [String] {
        Tool.contents(of: site).filter { file in
          file.key.lowercased().contains("sketch")
            || String(decoding: file.value, as: UTF8.self).lowercased().contains("sketch")
        }.keys.sorted()
      }
      let build = try run("build", ["--bundle"], in: project)
      #expect(build.status == 0 && build.errors.contains("built 1 page"), "\(build.errors)")
      // Only the link is left, on its page and in the list of what Confluence loses.
      #expect(
        holders() == [
          "a.html", "bundle/a.html", "bundle/wiki.html", "confluence/index.html",
          "confluence/manifest.json",
        ])
      #expect(try run("build", ["--bundle", "--verify"], in: project).status == 0)
      #expect(try run("build", ["--bundle", "--verify", "--drafts"], in: project).status == 1)
      // The record of the last build knows the flag.
      let drafts = try run("build", ["--bundle", "--drafts"], in: project)
      #expect(drafts.errors.contains("built 2 pages") && !drafts.errors.contains("nothing changed"))
      #expect(!drafts.errors.contains("link-to-draft"))
      #expect(holders().contains("sketch.html") && holders().contains("sitemap.xml"))
      #expect(try run("build", ["--bundle"], in: project).status == 0)
      #expect(!holders().contains("sketch.html"))
    }
  }

  @Test func aSiteOfDraftsIsEmpty() throws {
    try withSite([("content/a.md", Self.page("lifecycle: draft\n"))]) { project throws in
      #expect(try findings(project).map { $0["id"] as? String } == ["site-empty"])
      #expect(try run("build", in: project).status == 1)
      #expect(try findings(project, ["--drafts"]).isEmpty)
      #expect(try run("build", ["--drafts"], in: project).status == 0)
    }
  }

  @Test(arguments: [("en_US", false), ("english", false), ("de-CH", true)])
  func theLanguageIsChecked(_ language: String, _ isSound: Bool) throws {
    let files = [
      ("content/a.md", Self.page()), ("runbookgen.yml", "site:\n  language: \(language)\n"),
    ]
    try withSite(files) { project throws in
      let found = try findings(project)
      #expect(found.isEmpty == isSound)
      #expect(isSound || found.first?["line"] as? Int == 2)
    }
  }
}
