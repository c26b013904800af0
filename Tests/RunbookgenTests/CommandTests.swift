import Foundation
import Testing

/// What every command promises: its streams, its exit status, its words.
@Suite struct CommandTests {
  /// A project in the folder `docs` whose only page has one broken link.
  private func withProject(_ body: (URL) throws -> Void) throws {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let content = scratch.appendingPathComponent("docs/content/deep")
    try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
    let page = """
      ---
      kind: concept
      title: A page
      owner: somebody
      reviewed: 2026-11-01
      review_every: P6M
      ---
      # A page

      """
    let broken = page.replacingOccurrences(of: "A page", with: "Another") + "[x](nowhere.md)\n"
    for (name, text) in [("index.md", page), ("deep/a.md", broken)] {
      let file = scratch.appendingPathComponent("docs/content/\(name)")
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    try body(scratch)
  }

  private func check(_ arguments: [String], in folder: URL, _ environment: [String: String] = [:])
    throws -> CommandResult
  {
    try Tool.run(
      ["check", "--project", "docs", "--today", "2026-11-23"] + arguments, in: folder,
      environment: environment)
  }

  @Test func helpListsEveryCommandSorted() throws {
    let folder = Tool.root.appendingPathComponent("Sources/runbookgen/Commands")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { $0.replacingOccurrences(of: "Command.swift", with: "").lowercased() }
    let help = try Tool.run(["--help"], in: Tool.root).output
    let commands = help.components(separatedBy: "SUBCOMMANDS:\n")[1].split(separator: "\n")
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("See") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(commands == files.sorted(), "add the missing one to Runbookgen.configuration")
  }

  @Test(arguments: ["json", "sarif", "github", "gitlab", "junit", "markdown"])
  func formatsForProgramsGoToStandardOutput(_ format: String) throws {
    try withProject { folder in
      let result = try check(["--format", format], in: folder)
      #expect(result.status == 1)
      #expect(result.output.contains("link-broken"))
      #expect(result.output.contains("\u{1B}") == false)
      #expect(!result.errors.contains("link-broken"))
      let named =
        format == "json" ? "content/deep/a.md" : "docs/content/deep/a.md"
      #expect(result.output.contains(named))
    }
  }

  @Test func textGoesToStandardError() throws {
    try withProject { folder in
      let result = try check([], in: folder)
      #expect(result.status == 1)
      #expect(result.output == "")
      #expect(result.errors.contains("error[link-broken]"))
      #expect(result.errors.contains(" --> docs/content/deep/a.md:9:1\n"))
      #expect(!result.errors.contains("\u{1B}"))
      #expect(try check(["--color", "always"], in: folder).errors.contains("\u{1B}[1;31m"))
    }
  }

  @Test func pathsChooseWhatIsReported() throws {
    try withProject { folder in
      for path in [
        "docs/content/index.md", "content/index.md", "./docs/content/../content/index.md",
      ] {
        let clean = try check([path], in: folder)
        #expect(clean.status == 0, "\(path)")
        #expect(clean.errors == "no findings in 2 pages\n", "\(path)")
      }
      for path in ["docs/content/deep/a.md", "docs/content/deep", "docs", folder.path + "/docs"] {
        #expect(try check([path], in: folder).status == 1, "\(path)")
      }
      #expect(try check(["nowhere.md"], in: folder).status == 64)
      #expect(try check([".."], in: folder).errors.contains("outside the project folder"))
    }
  }

  @Test func theDayComesFromTheEnvironment() throws {
    try withProject { folder in
      let page = "docs/content/index.md"
      let command = ["check", "--project", "docs", page]
      for epoch in ["soon", "99999999999999999999", "9223372036854775807"] {
        let result = try Tool.run(command, in: folder, environment: ["SOURCE_DATE_EPOCH": epoch])
        #expect(result.status == 64, "\(epoch)")
        #expect(result.errors.contains("SOURCE_DATE_EPOCH is '\(epoch)'"))
      }
      let day = ["SOURCE_DATE_EPOCH": "1795392000"]
      #expect(try Tool.run(command, in: folder, environment: day).status == 0)
      #expect(try Tool.run(command + ["--today", "2026-02-30"], in: folder).status == 64)
    }
  }

  @Test func buildSaysWhatItDid() throws {
    try withProject { folder in
      let build = ["build", "--project", "docs", "--today", "2026-11-23"]
      let refused = try Tool.run(build, in: folder)
      #expect(refused.status == 1)
      #expect(refused.errors.hasSuffix("nothing was published, because there are errors\n"))
      let site = folder.appendingPathComponent("docs/site")
      #expect(!FileManager.default.fileExists(atPath: site.path))

      try FileManager.default.removeItem(at: folder.appendingPathComponent("docs/content/deep"))
      let first = try Tool.run(build, in: folder)
      #expect(
        first.errors.wholeMatch(of: /built 1 page: \d+ files written, 0 unchanged, 0 removed\n/)
          != nil, "\(first.errors)")
      let second = try Tool.run(build, in: folder)
      #expect(second.errors.wholeMatch(of: /built 1 page: nothing changed \(\d+ files\)\n/) != nil)
      let current = try Tool.run(build + ["--verify"], in: folder)
      #expect(current.errors.wholeMatch(of: /docs\/site is up to date \(\d+ files\)\n/) != nil)
      #expect(current.status == 0)

      try "x".write(to: site.appendingPathComponent("new"), atomically: false, encoding: .utf8)
      try "x".write(
        to: site.appendingPathComponent("index.html"), atomically: false, encoding: .utf8)
      try FileManager.default.removeItem(at: site.appendingPathComponent("404.html"))
      let stale = try Tool.run(build + ["--verify"], in: folder)
      #expect(stale.status == 1)
      #expect(
        stale.errors == """
          missing: docs/site/404.html
          different: docs/site/index.html
          surplus: docs/site/new
          docs/site is stale (3 files); run 'runbookgen build' and commit the result

          """)
    }
  }

  @Test func refusesAFolderOfSomebodyElse() throws {
    try withProject { folder in
      try FileManager.default.removeItem(at: folder.appendingPathComponent("docs/content/deep"))
      let mine = folder.appendingPathComponent("mine")
      try FileManager.default.createDirectory(at: mine, withIntermediateDirectories: true)
      try "x".write(to: mine.appendingPathComponent("thesis"), atomically: true, encoding: .utf8)
      let before = Tool.contents(of: folder)
      let result = try Tool.run(
        ["build", "--project", "docs", "--output", "mine", "--today", "2026-11-23"], in: folder)
      #expect(result.status == 74)
      #expect(result.errors.hasPrefix("error: cannot publish to 'mine': it holds files that"))
      #expect(Tool.contents(of: folder) == before)
    }
  }

  @Test func rulesAreATableSortedByName() throws {
    let result = try Tool.run(["rules"], in: Tool.root)
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(!rows.isEmpty)
    #expect(rows.map(\.[0]) == rows.map(\.[0]).sorted())
    #expect(rows.allSatisfy { ["error", "warning", "info"].contains($0[1]) && $0.count > 3 })
  }

  @Test func explainShowsTheMarkedPlace() throws {
    let result = try Tool.run(["explain", "link-broken"], in: Tool.root)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("error[link-broken]: "))
    #expect(result.output.contains("\nFound:\n"))
    #expect(result.output.contains("\nNot found:\n"))
    #expect(result.output.contains("    ^\n") && !result.output.contains("▸"))
    let unknown = try Tool.run(["explain", "link-brokn"], in: Tool.root)
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("there is no rule 'link-brokn'. Did you mean 'link-broken'?"))
  }

  @Test func outputThatCannotBeWritten() throws {
    let check = "\"$0\" check --project docs --format json"
    try withProject { folder in
      let leftOfPipe = try shell("(sleep 0.2; \(check)) | true; exit ${PIPESTATUS[0]}", in: folder)
      #expect(leftOfPipe == 1)
      let full = try shell("\(check) > /dev/full", in: folder)
      #expect(full == 74)
    }
  }

  /// The status of a script that calls the program `$0`.
  private func shell(_ script: String, in folder: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script, Tool.program.path]
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
