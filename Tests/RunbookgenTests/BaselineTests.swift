import Foundation
import TestSupport
import Testing

/// A baseline stays quiet about what it knows, and about nothing else.
@Suite struct BaselineTests {
  private static let head =
    "---\nkind: concept\ntitle: A\nowner: T\nreviewed: 2026-11-01\nreview_every: P6M\n---\n"
  private static let today = ["--today", "2026-11-23"]

  /// A project with two pages, each with something left to do.
  private func withProject(_ body: (URL) throws -> Void) throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("content"), withIntermediateDirectories: true)
    try write("TODO: one.\n\n[x](gone.md)\n", to: "a", in: folder)
    try write("TODO: two.\n\nTODO: two.\n", to: "b", in: folder)
    try body(folder)
  }

  private func write(_ body: String, to page: String, in folder: URL) throws {
    let text = Self.head.replacingOccurrences(of: "title: A", with: "title: \(page)") + body
    let file = folder.appendingPathComponent("content/\(page).md")
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private func check(_ folder: URL, _ arguments: [String] = []) throws -> CommandResult {
    try Tool.run(["check", "--format", "json"] + Self.today + arguments, in: folder)
  }

  private func baseline(_ folder: URL, _ arguments: [String]) throws -> CommandResult {
    try Tool.run(["baseline"] + Self.today + arguments, in: folder)
  }

  /// What is reported, as `file:line rule`.
  private func places(_ result: CommandResult) throws -> [String] {
    let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let found = try #require((report as? [String: Any])?["diagnostics"] as? [[String: Any]])
    return found.map { "\($0["file"] ?? ""):\($0["line"] ?? 0) \($0["id"] ?? "")" }
  }

  private func entries(_ folder: URL) throws -> [String] {
    let file = folder.appendingPathComponent(".runbookgen-baseline")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") }
  }

  @Test func whatIsListedIsNotReported() throws {
    try withProject { folder in
      #expect(try check(folder).status == 1)
      #expect(try baseline(folder, []).errors == "there is no baseline; --write lists 4 findings\n")
      #expect(try baseline(folder, ["--write"]).status == 0)
      let lines = try entries(folder)
      #expect(lines.count == 4 && lines == lines.sorted())
      #expect(lines.first?.hasPrefix("content/a.md\tlink-broken\t") == true)
      let quiet = try check(folder)
      #expect(quiet.status == 0)
      #expect(try places(quiet) == [])
      #expect(quiet.output.contains("\"known\": 4"))
      #expect(quiet.errors == "no findings in 2 pages\n4 known findings are left out\n")
      #expect(try check(folder, ["content/b.md"]).output.contains("\"known\": 2"))
      #expect(try check(folder, ["--no-baseline"]).status == 1)
      #expect(try Tool.run(["build"] + Self.today, in: folder).status == 0)
    }
  }

  @Test func linesMayMoveAndNewFaultsAreTold() throws {
    try withProject { folder in
      _ = try baseline(folder, ["--write"])
      try write("Moved.\n\n- TODO: one.\n\n[x](gone.md)\n", to: "a", in: folder)
      #expect(try places(check(folder)) == ["content/a.md:10 todo-left"])
      try write("Moved.\n\n  TODO: one.\n\n[x](gone.md)\n", to: "a", in: folder)
      #expect(try places(check(folder)) == [])
      try write("TODO: one.\n\n[x](gone.md)\n\nTODO: new.\n", to: "a", in: folder)
      #expect(try places(check(folder)) == ["content/a.md:12 todo-left"])
      // The same line once more, and a fault that goes while another of its rule comes.
      try write("TODO: two.\n\nTODO: two.\n\nTODO: two.\n", to: "b", in: folder)
      try write("TODO: other.\n\n[x](gone.md)\n", to: "a", in: folder)
      #expect(
        try places(check(folder)) == ["content/a.md:8 todo-left", "content/b.md:12 todo-left"])
    }
  }

  /// What a page lacks stands on no line.
  @Test func whatIsMissingHasAName() throws {
    try withProject { folder in
      let file = folder.appendingPathComponent("content/c.md")
      try "# C\n".write(to: file, atomically: true, encoding: .utf8)
      _ = try baseline(folder, ["--write"])
      try "New.\n\n# C\n".write(to: file, atomically: true, encoding: .utf8)
      #expect(try places(check(folder)) == [])
      // The kind is there now, but the owner is not, as before; the interval went.
      try "---\nkind: concept\ntitle: C\nreviewed: 2026-11-01\nreview_every: P6M\n---\n"
        .write(to: file, atomically: true, encoding: .utf8)
      _ = try baseline(folder, ["--prune"])
      try "---\nkind: concept\ntitle: C\nowner: T\nreviewed: 2026-11-01\n---\n"
        .write(to: file, atomically: true, encoding: .utf8)
      #expect(try places(check(folder)) == ["content/c.md:1 front-matter-missing"])
    }
  }

  @Test func pruningOnlyRemoves() throws {
    try withProject { folder in
      #expect(try baseline(folder, ["--prune"]).status == 64)
      _ = try baseline(folder, ["--write"])
      let before = try entries(folder)
      try write("TODO: other.\n\n[x](gone.md)\n", to: "a", in: folder)
      try write("TODO: two.\n\nTODO: three.\n", to: "b", in: folder)
      let told = try check(folder, []).errors
      #expect(told.contains("2 entries of the baseline are gone"), "\(told)")
      #expect(try !check(folder, ["content/a.md"]).errors.contains("gone"))
      #expect(try baseline(folder, ["--prune", "--check"]).status == 1)
      #expect(try entries(folder) == before)
      #expect(try baseline(folder, ["--prune"]).errors == "2 removed, 2 findings left\n")
      let after = try entries(folder)
      #expect(after.count == 2 && Set(after).isSubset(of: before))
      #expect(try baseline(folder, ["--prune", "--check"]).status == 0)
      #expect(
        try places(check(folder)) == ["content/a.md:8 todo-left", "content/b.md:10 todo-left"])
    }
  }

  /// A configuration that cannot be read hides everything: pruning then would empty the list.
  @Test(arguments: ["rules: [\n", "directories: {content: empty}\n"])
  func nothingIsConcludedFromHalfARun(_ config: String) throws {
    try withProject { folder in
      _ = try baseline(folder, ["--write"])
      let before = try entries(folder)
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("empty"), withIntermediateDirectories: true)
      let file = folder.appendingPathComponent("runbookgen.yml")
      try config.write(to: file, atomically: true, encoding: .utf8)
      for option in ["--prune", "--write"] {
        let result = try baseline(folder, [option])
        #expect(result.status == 1, "\(result.errors)")
        #expect(try entries(folder) == before)
      }
      #expect(try check(folder).status == 1)
      #expect(try !check(folder).errors.contains("gone"))
    }
  }

  @Test func aDamagedListIsNamedWithItsLine() throws {
    try withProject { folder in
      _ = try baseline(folder, ["--write"])
      let file = folder.appendingPathComponent(".runbookgen-baseline")
      let text = try String(contentsOf: file, encoding: .utf8)
      try ("<<<<<<< HEAD\n" + text).write(to: file, atomically: true, encoding: .utf8)
      let result = try check(folder)
      #expect(result.status == 74)
      #expect(result.errors.contains("'.runbookgen-baseline': line 1 is no entry"))
      try text.replacingOccurrences(of: "\n", with: "\r\n")
        .write(to: file, atomically: true, encoding: .utf8)
      #expect(try places(check(folder)) == [])
    }
  }

  @Test func fixesMendWhatIsKnown() throws {
    try withProject { folder in
      try write("```bash\n$ ls\n$ pwd\n```\n\n```bash\n$ ls\nls -l\n```\n", to: "b", in: folder)
      _ = try baseline(folder, ["--write"])
      let fixed = try Tool.run(["fix", "--write"], in: folder)
      #expect(!fixed.errors.hasPrefix("0 fixes"), "\(fixed.errors)")
    }
  }

  /// Real pages: after every line has moved, nothing is told but a fault that was planted.
  @Test(
    .needs("the corpora beside the repository", FileManager.default.fileExists(atPath: corpus.path))
  )
  func aLargeTreeStaysQuiet() throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let content = folder.appendingPathComponent("content")
    try FileManager.default.copyItem(at: Self.corpus, to: content)
    _ = try baseline(folder, ["--write"])
    let before = try entries(folder)
    #expect(before.count > 1000)
    let pages =
      FileManager.default.enumerator(atPath: content.path)?.compactMap { $0 as? String }
      .filter { $0.hasSuffix(".md") }.sorted() ?? []
    for page in pages {
      let file = content.appendingPathComponent(page)
      let text = try String(contentsOf: file, encoding: .utf8)
      try ("Moved down.\n\n" + text).write(to: file, atomically: true, encoding: .utf8)
    }
    // A fault of a rule that the page is known for.
    let broken = try #require(before.first { $0.contains("\tlink-broken\t") })
    let name = try #require(broken.split(separator: "\t").first.map(String.init))
    let file = folder.appendingPathComponent(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    try (text + "\n\nSee [this](never-was-there.md).\n")
      .write(to: file, atomically: true, encoding: .utf8)
    let result = try check(folder)
    let told = try places(result)
    #expect(!result.errors.contains("gone"))
    #expect(told.count == 1 && told.first?.hasSuffix(" link-broken") == true, "\(told)")
    _ = try baseline(folder, ["--prune"])
    #expect(try entries(folder) == before)
  }

  private static let corpus = Tool.root.deletingLastPathComponent()
    .appendingPathComponent("shared/corpora/openshift-runbooks")
}
