import Foundation
import Testing

/// `runbookgen confluence status` as CI runs it: one build, a change, a comparison.
@Suite struct ConfluenceStatusTests {
  private static let config = """
    site: {title: Ops, base_url: "https://wiki.example/"}
    confluence: {parent: Runbooks, space: OPS}
    """

  private static let pages = [
    "index.md": ReferencePage.text("Ops", "Start at [Restart](nodes/restart.md)."),
    "nodes/index.md": ReferencePage.text("Nodes", "All about nodes."),
    "nodes/restart.md": ReferencePage.text(
      "Restart a node", "![Plan](plan.png)\n\nDrain it first."),
    "nodes/drain.md": ReferencePage.text("Drain a node", "See [Restart](restart.md)."),
    "nodes/plan.png": "not really a picture",
  ]

  /// A project whose wiki has been built; `old.json` is its manifest.
  private func withProject(_ body: (URL) throws -> Void) throws {
    let project = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: project) }
    try write(Self.config, "runbookgen.yml", project)
    for (path, text) in Self.pages { try write(text, "content/" + path, project) }
    let build = try Tool.run(
      ["build", "--revision", "one", "--today", "2026-11-23"], in: project)
    #expect(build.status == 0, "\(build.errors)")
    try FileManager.default.copyItem(
      at: project.appendingPathComponent("site/confluence/manifest.json"),
      to: project.appendingPathComponent("old.json"))
    try body(project)
  }

  private func write(_ text: String, _ path: String, _ project: URL) throws {
    let file = project.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private func status(_ project: URL, _ more: [String] = []) throws -> CommandResult {
    try Tool.run(["confluence", "status", "--against", "old.json"] + more, in: project)
  }

  /// `kind source: cause, cause`
  private func lines(_ json: String) throws -> [String] {
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let changes = try #require(root["changes"] as? [[String: Any]])
    return changes.map { change in
      let reasons = (change["reasons"] as? [[String: String]] ?? []).compactMap { $0["cause"] }
      let name = "\(change["kind"] ?? "") \(change["source"] ?? "")"
      return reasons.isEmpty ? name : name + ": " + reasons.joined(separator: ", ")
    }
  }

  private func changes(_ project: URL, _ more: [String] = []) throws -> [String] {
    let result = try status(project, ["--format", "json"] + more)
    #expect(result.status == 0, "\(result.errors)")
    return try lines(result.output)
  }

  @Test func nothingChangedAndNothingIsWritten() throws {
    try withProject { project in
      let before = Tool.contents(of: project)
      let result = try status(project, ["--exit-code"])
      #expect(result.status == 0)
      #expect(result.output == "no page differs from old.json (4 pages unchanged)\n")
      #expect(Tool.contents(of: project) == before)
    }
  }

  @Test func aChangeOfContentConcernsThatPageAlone() throws {
    try withProject { project in
      try write(
        ReferencePage.text("Drain a node", "See [Restart](restart.md) twice."),
        "content/nodes/drain.md",
        project)
      #expect(try changes(project) == ["changed content/nodes/drain.md: content"])
      #expect(try status(project, ["--exit-code"]).status == 1)
    }
  }

  @Test func labelsAttachmentsAndParents() throws {
    try withProject { project in
      try write("another picture", "content/nodes/plan.png", project)
      try write(
        ReferencePage.text("Drain a node", "See [Restart](restart.md).", "tags: [aws]\n"),
        "content/nodes/drain.md", project)
      #expect(
        try changes(project) == [
          "changed content/nodes/drain.md: labels", "changed content/nodes/restart.md: attachments",
        ])
      try write(
        ReferencePage.text(
          "Drain a node", "See [Restart](restart.md).", "confluence: {parent: Ops}\n"),
        "content/nodes/drain.md", project)
      #expect(try changes(project).contains("moved content/nodes/drain.md: parent"))
    }
  }

  @Test func aPageThatGoesToAnotherFileAndOneThatGoes() throws {
    try withProject { project in
      try FileManager.default.removeItem(
        at: project.appendingPathComponent("content/nodes/drain.md"))
      try write(
        ReferencePage.text("Evict a node", "See [Restart](restart.md)."), "content/nodes/evict.md",
        project)
      let renamed = try changes(project)
      #expect(renamed.count == 1)
      #expect(renamed[0].hasPrefix("renamed content/nodes/evict.md: title, source"), "\(renamed)")
      try FileManager.default.removeItem(
        at: project.appendingPathComponent("content/nodes/evict.md"))
      try write(ReferencePage.text("New", "Something else."), "content/nodes/new.md", project)
      #expect(
        try changes(project) == ["added content/nodes/new.md", "removed content/nodes/drain.md"])
    }
  }

  /// Storage format finds a page by its title; what is pasted links to the wiki, where nothing changed.
  @Test func aRenamedPageIsTheReasonForThoseThatLinkToIt() throws {
    try withProject { project in
      try write(
        ReferencePage.text("Reboot a node", "![Plan](plan.png)\n\nDrain it first."),
        "content/nodes/restart.md", project)
      #expect(
        Set(try changes(project, ["--payload", "storage"])) == [
          "renamed content/nodes/restart.md: title", "changed content/index.md: links",
          "changed content/nodes/drain.md: links",
        ])
      #expect(try changes(project) == ["renamed content/nodes/restart.md: title"])
    }
  }

  @Test func errorsInTheSourcesAreReported() throws {
    try withProject { project in
      try write(ReferencePage.text("Nodes", "[x](nowhere.md)"), "content/nodes/index.md", project)
      let result = try status(project)
      #expect(result.status == 1)
      #expect(result.errors.contains("content/nodes/index.md:"))
      #expect(result.output.isEmpty)
    }
  }

  @Test(arguments: [
    ("{\"version\": 2,", "old.json:1:15: "), ("[]", "old.json:1:1: "),
    ("{\"version\": 9}", "old.json:1:13: "),
  ])
  func badManifestsAreRefusedWithTheirPlace(_ text: String, _ place: String) throws {
    try withProject { project in
      try write(text, "old.json", project)
      let result = try status(project)
      #expect(result.status == 74)
      #expect(result.errors.contains(place.dropLast(2)), "\(result.errors)")
      #expect(result.output.isEmpty)
    }
  }

  @Test func aManifestThatIsNotThere() throws {
    try withProject { project in
      let result = try Tool.run(["confluence", "status", "--against", "none.json"], in: project)
      #expect(result.status == 74)
      #expect(result.errors.contains("none.json"))
      #expect(try Tool.run(["confluence", "status"], in: project).status == 64)
    }
  }

  @Test func anExportThatIsTurnedOff() throws {
    try withProject { project in
      try write("confluence: {enabled: false}\n", "runbookgen.yml", project)
      let result = try status(project)
      #expect(result.status == 74)
      #expect(result.errors.contains("enabled: false"))
    }
  }
}
