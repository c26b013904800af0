import Foundation
import TestSupport
import Testing

/// Pipelines that `init` writes, owners from a catalog, keys that nothing reads, what a build says of the export.
@Suite struct FirstHourTests {
  private func text(_ name: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  private func git(in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "init", "-q"]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private static let config = """
    review_every: P1Y
    defaults: [{paths: "**", values: {kind: concept, reviewed: 2026-11-01}}]

    """

  @Test func pipelinesAreThoseOfThisRepository() throws {
    let files = ["docs/a.md": "# A\n", "docs/b.md": "# B\n", ".gitlab-ci.yml": "mine\n"]
    try Tool.withFiles(files) { folder in
      let systems = ["github", "jenkins", "pre-commit"]
      let shown = try Tool.run(["init"] + systems.flatMap { ["--ci", $0] }, in: folder)
      #expect(shown.output.contains("+++ .github/workflows/runbooks.yml\n"))
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/.github"))
      let written = try Tool.run(
        ["init", "--write"] + systems.flatMap { ["--ci", $0] }, in: folder)
      #expect(written.status == 0, "\(written.errors)")
      for (name, shipped) in [
        (".github/actions/runbookgen/action.yml", "action.yml"),
        (".github/workflows/runbooks.yml", "ci/github.yml"), ("Jenkinsfile", "ci/Jenkinsfile"),
      ] {
        let shipped = try String(
          contentsOf: Tool.root.appendingPathComponent(shipped), encoding: .utf8)
        #expect(try text(name, in: folder) == shipped)
      }
      let hook = try text(".pre-commit-config.yaml", in: folder)
      #expect(hook.hasPrefix("repos:\n  - repo: local\n    hooks:\n      # "))
      #expect(hook.contains("\n      - id: runbookgen\n        name: runbookgen check\n"))
      // A file that is there is shown what belongs into it.
      let kept = try Tool.run(["init", "--ci", "gitlab", "--write"], in: folder)
      #expect(kept.status == 74 && kept.output.contains("runbookgen check --project"))
      #expect(try text(".gitlab-ci.yml", in: folder) == "mine\n")
      #expect(try Tool.run(["init", "--ci", "travis"], in: folder).status == 64)
    }
  }

  @Test func pipelinesLieAtTheRootOfTheRepository() throws {
    try Tool.withFiles(["my ops/docs/a.md": "# A\n"]) { folder in
      try git(in: folder)
      let arguments = ["init", "--project", "my ops", "--write"]
      let systems = ["github", "gitlab", "jenkins", "pre-commit"]
      let result = try Tool.run(arguments + systems.flatMap { ["--ci", $0] }, in: folder)
      #expect(result.status == 0, "\(result.errors)")
      for (name, line) in [
        (".github/workflows/runbooks.yml", "          project: my ops\n"),
        (".gitlab-ci.yml", "    RUNBOOKGEN_PROJECT: my ops\n"),
        ("Jenkinsfile", "runbookgen check --project \"my ops\" --report"),
        (".pre-commit-config.yaml", "        entry: runbookgen check --project \"my ops\"\n"),
        ("my ops/runbookgen.yml", "  content: docs\n"),
      ] { #expect(try text(name, in: folder).contains(line), "\(name)") }
    }
  }

  @Test func aCatalogNamesTheOwnerOfItsPages() throws {
    func entity(_ owner: String, _ reference: String) -> String {
      "kind: Component\nmetadata:\n  annotations:\n    backstage.io/techdocs-ref: \(reference)\n"
        + "spec:\n  owner: \(owner)\n"
    }
    let files = [
      "runbookgen.yml": "directories: {content: .}\n" + Self.config, "CODEOWNERS": "* @org/all\n",
      "catalog-info.yaml": "kind: API\nspec: {owner: x}\n---\n"
        + entity("group:default/platform", "dir:./docs"),
      "docs/a.md": "# A\n", "other.md": "# B\n",
      "docs/pay/catalog-info.yml": entity("pay", "dir:."), "docs/pay/docs/c.md": "# C\n",
      "two/catalog-info.yaml": entity("a", "dir:.") + "---\n" + entity("b", "dir:."),
      "two/d.md": "# D\n", "web/catalog-info.yaml": entity("w", "url:https://a.b/c"),
      "web/e.md": "# E\n",
    ]
    try Tool.withFiles(files) { folder in
      let result = try Tool.run(["adopt", "--write"], in: folder)
      #expect(result.errors.contains("5 pages: 5 owners"), "\(result.errors)")
      for (name, owner) in [
        ("docs/a.md", "platform"), ("docs/pay/docs/c.md", "pay"), ("other.md", "\"@org/all\""),
        ("two/d.md", "\"@org/all\""), ("web/e.md", "\"@org/all\""),
      ] {
        #expect(try text(name, in: folder).hasPrefix("---\nowner: \(owner)\n"), "\(name)")
      }
    }
  }

  @Test func adoptSaysWhichKeysNothingReads() throws {
    let page = "---\nowner: x\nweight: 3\nbookToc: false\n---\n# A\n"
    let files = ["runbookgen.yml": Self.config, "content/a.md": page, "content/b.md": "# B\n"]
    try Tool.withFiles(files) { folder in
      let result = try Tool.run(["adopt", "--owner", "y", "--write"], in: folder)
      #expect(
        result.errors.contains(
          "1 page has front matter of another tool, which is left as it is; 'keys: hugo' in"
            + " runbookgen.yml reads it"), "\(result.errors)")
      #expect(try text("content/a.md", in: folder) == page)
      let more = folder.appendingPathComponent("content/b.md")
      try "---\nsidebar_label: B\nteam: z\nownr: y\n---\n".write(
        to: more, atomically: true, encoding: .utf8)
      let second = try Tool.run(["adopt"], in: folder)
      #expect(
        second.errors.contains(
          "'keys: {bookToc: ignore, sidebar_label: nav_title, team: ignore, weight: order}'"),
        "\(second.errors)")
    }
  }

  @Test func aBuildCountsTheLinksThatPastingLoses() throws {
    let files = [
      "runbookgen.yml": Self.config + "rules: {link-broken: info}\n",
      "content/a.md": "---\nowner: x\n---\n# A\n\n[b](b.md) [b](b.md#b) [c](gone.md)\n",
      "content/b.md": "---\nowner: x\n---\n# B\n\n[here](#b) [web](https://a.b)\n",
    ]
    let build = ["build", "--today", "2026-11-23"]
    try Tool.withFiles(files) { folder in
      let first = try Tool.run(build, in: folder)
      let line =
        "Confluence: 3 links are lost in what is pasted, as the wiki has no base_url; 1 link leads to"
        + " nothing in the export (see confluence/index.html)\n"
      #expect(first.errors.contains(line), "\(first.errors)")
      // A build that is not done again says what the last one said.
      #expect(try Tool.run(build, in: folder).errors.contains(line))
      #expect(!(try Tool.run(build + ["--quiet", "--fresh"], in: folder).errors.contains("Confl")))
      let config = folder.appendingPathComponent("runbookgen.yml")
      try ("site: {base_url: 'https://wiki/'}\n" + (files["runbookgen.yml"] ?? "")).write(
        to: config, atomically: true, encoding: .utf8)
      let second = try Tool.run(build, in: folder)
      #expect(second.errors.contains("Confluence: 1 link leads to nothing in the export"))
      #expect(!second.errors.contains("base_url"))
    }
  }

  @Test func pathsAreThoseOfTheCurrentFolder() throws {
    let files = [
      "runbookgen.yml": "directories: {content: runbooks}\n" + Self.config,
      "runbooks/db/a.md": "# A\n\n[x](gone.md)\n", "runbooks/b.md": "# B\n\n[x](gone.md)\n",
    ]
    try Tool.withFiles(files) { folder in
      let inner = folder.appendingPathComponent("runbooks/db")
      let check = ["check", "--today", "2026-11-23", "--format", "concise"]
      let shown = try Tool.run(check, in: inner).output
      #expect(shown.contains("\na.md:3:1: ") && shown.contains("../b.md:3:1: "), "\(shown)")
      #expect(!shown.contains("runbooks/"))
    }
  }

  /// Text that the program writes to a terminal.
  private func onTerminal(_ arguments: [String], in folder: URL, _ variables: [String: String])
    throws -> String
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let command = ([Tool.program.path] + arguments).joined(separator: " ")
    process.arguments = ["script", "-qec", command, "/dev/null"]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["NO_COLOR"] = nil
    environment["TERM"] = "xterm"
    process.environment = environment.merging(variables) { _, own in own }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(.needs("script", Machine.has("script")))
  func placesAreLinksOnATerminalOnly() throws {
    let files = ["runbookgen.yml": Self.config, "content/a b.md": "# A\n\n[x](gone.md)\n"]
    try Tool.withFiles(files) { folder in
      let check = ["check", "--today", "2026-11-23", "--report", "text=out.txt"]
      let shown = try onTerminal(check, in: folder, [:])
      #expect(shown.contains("\u{1B}]8;;file://"), "\(shown)")
      #expect(shown.contains("/content/a%20b.md\u{1B}\\content/a b.md:3:1\u{1B}]8;;\u{1B}\\"))
      #expect(!(try text("out.txt", in: folder).contains("]8;;")))
      for variables in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
        let plain = try onTerminal(check, in: folder, variables)
        #expect(plain.contains("content/a b.md:3:1") && !plain.contains("]8;;"))
      }
      #expect(shown.contains("[link-broken]"))
      let manual = try onTerminal(check, in: folder, ["RUNBOOKGEN_MANUAL": "https://a.b/m"])
      #expect(
        manual.contains(
          "[\u{1B}]8;;https://a.b/m/rules/link-broken.html\u{1B}\\link-broken\u{1B}]8;;\u{1B}\\]"))
      let never = try onTerminal(check + ["--color", "never"], in: folder, [:])
      #expect(!never.contains("]8;;"))
      let piped = try Tool.run(check + ["--color", "always"], in: folder)
      #expect(piped.errors.contains("\u{1B}[") && !piped.errors.contains("]8;;"))
    }
  }
}
