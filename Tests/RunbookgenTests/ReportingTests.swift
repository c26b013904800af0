import Foundation
import Testing

/// What a run says at its end, and where it writes what it found.
@Suite struct ReportingTests {
  private static let head =
    "---\nkind: concept\ntitle: A\nowner: T\nreviewed: 2026-11-01\nreview_every: P6M\n---\n"

  /// A project in `ops` with two warnings of which one can be mended, and one error.
  private func withProject(_ body: (URL) throws -> Void) throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("ops/content"), withIntermediateDirectories: true)
    try write("TODO: one.\n\n[x](gone.md)\n\n```bash\n$ ls\n$ pwd\n```\n", in: folder)
    try body(folder)
  }

  private func write(_ body: String, in folder: URL) throws {
    let file = folder.appendingPathComponent("ops/content/a.md")
    try (Self.head + body).write(to: file, atomically: true, encoding: .utf8)
  }

  private func run(_ arguments: [String], in folder: URL) throws -> CommandResult {
    try Tool.run(
      arguments + ["--project", "ops", "--today", "2026-11-23"], in: folder)
  }

  @Test func theEndCountsEachRule() throws {
    try withProject { folder in
      let words = try run(["check"], in: folder).errors
      #expect(
        words.hasSuffix(
          """
          1 error, 1 warning, 1 info in 1 page; 1 has a fix: `runbookgen fix` shows it
             1  error    link-broken
             1  warning  todo-left
             1  info     code-prompt-mixed  fixable
          `runbookgen explain RULE` says why, and what to write

          """), "\(words)")
      #expect(words.contains(" --> ops/content/a.md:8:1"))
    }
  }

  @Test func whatIsSaidCanBeLess() throws {
    try withProject { folder in
      let quiet = try run(["check", "--quiet"], in: folder).errors
      #expect(
        quiet.contains("todo-left") && !quiet.contains("1 page") && !quiet.contains("explain"))
      #expect(try run(["check", "--quiet", "--format", "json"], in: folder).errors == "")
      let one = try run(["check", "--max-findings", "1"], in: folder).errors
      #expect(one.contains("error[link-broken]"))
      #expect(!one.contains("warning[todo-left]"))
      #expect(one.contains("2 more are not shown\n1 error, 1 warning, 1 info in 1 page"))
      let none = try run(["check", "--max-findings", "0", "--format", "concise"], in: folder)
      #expect(none.output == "" && none.errors.contains("todo-left"))
      #expect(try run(["check", "--max-findings", "-1"], in: folder).status == 64)
      try write("Text.\n", in: folder)
      let build = try run(["build", "--quiet"], in: folder)
      #expect(build.status == 0 && build.errors == "")
    }
  }

  @Test func whatMakesARunFailIsChosen() throws {
    try withProject { folder in
      #expect(try run(["check", "--fail-on", "never"], in: folder).status == 0)
      try write("TODO: one.\n", in: folder)
      #expect(try run(["check"], in: folder).status == 0)
      #expect(try run(["check", "--fail-on", "warning"], in: folder).status == 1)
    }
  }

  @Test func reportsAreWrittenBesideTheLog() throws {
    try withProject { folder in
      let result = try run(
        ["check", "--report", "sarif=out.sarif", "--report", "gitlab=q=1.json"], in: folder)
      #expect(result.status == 1 && result.output == "")
      #expect(result.errors.contains("error[link-broken]"))
      let sarif = try run(["check", "--format", "sarif"], in: folder).output
      let gitlab = try run(["check", "--format", "gitlab"], in: folder).output
      func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      }
      #expect(try text("out.sarif") == sarif)
      #expect(try text("q=1.json") == gitlab)
      // However the run ends.
      let lost = try run(["check", "--config", "none.yml", "--report", "json=j"], in: folder)
      #expect(lost.status == 74)
      #expect(try text("j").contains("file-unusable"))
      // A device must stay one, and a link is not written through.
      for special in ["/dev/null", "link", "ops"] {
        try? FileManager.default.createSymbolicLink(
          atPath: folder.appendingPathComponent("link").path, withDestinationPath: "j")
        #expect(try run(["check", "--report", "json=\(special)"], in: folder).status == 74)
      }
      #expect(try run(["check", "--report", "json=no/such/folder"], in: folder).status == 74)
      for wrong in ["json", "jsn=x", "json="] {
        #expect(try run(["check", "--report", wrong], in: folder).status == 64, "\(wrong)")
      }
      // A build that is not done again would write none.
      try write("Text.\n", in: folder)
      #expect(try run(["build"], in: folder).status == 0)
      #expect(try run(["build", "--report", "json=again"], in: folder).status == 0)
      #expect(try text("again").contains("\"errors\": 0"))
    }
  }

  @Test func aTextInAnEditorIsCheckedInItsSite() throws {
    try withProject { folder in
      try write("## Title\n", in: folder)
      func check(_ text: String, _ page: String) throws -> String {
        let input = folder.appendingPathComponent("input")
        try (Self.head + text).write(to: input, atomically: true, encoding: .utf8)
        let command =
          "\(Tool.program.path) check --project ops --today 2026-11-23 --format concise"
          + " --stdin-filename \(page) < input > out 2> err; echo $? >> out"
        try Shell.run(command, folder)
        return try String(contentsOf: folder.appendingPathComponent("out"), encoding: .utf8)
      }
      #expect(try check("Text.\n", "ops/content/a.md") == "0\n")
      #expect(
        try check("[x](gone.md)\n", "ops/content/a.md").hasPrefix(
          "ops/content/a.md:8:1: error[link-broken]"))
      // One that is not on the disk yet, and links to one that is.
      let new = try check("[x](a.md#title) [y](a.md#titel)\n", "ops/content/new.md")
      #expect(new.hasPrefix("ops/content/new.md:8:17: error[anchor-broken]"), "\(new)")
      #expect(new.split(separator: "\n").count == 2)
      for page in ["elsewhere.md", "ops/elsewhere.md", "ops/content/a.txt"] {
        #expect(try check("Text.\n", page) == "64\n", "\(page)")
      }
    }
  }
}
