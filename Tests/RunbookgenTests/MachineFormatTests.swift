import Foundation
import TestSupport
import Testing

/// A program that reads findings gets a document, however the run ends.
@Suite struct MachineFormatTests {
  private static let page =
    "---\nkind: concept\ntitle: A\nowner: Team\nreviewed: 2026-11-01\nreview_every: P6M\n---\nText.\n"

  /// Ways to end with status 74, as commands in a project with one page; then arguments, and what the
  /// document has to name.
  private static let faults: [(commands: String, arguments: [String], name: String)] = [
    ("rm -r content", [], "content"),
    ("mv content real; ln -s real content", [], "content"),
    ("rm content/index.md; rmdir content; touch content", [], "content"),
    ("true", ["--config", "none.yml"], "none.yml"),
    ("mkdir runbookgen.yml", [], "runbookgen.yml"),
    ("mkfifo runbookgen.yml", [], "runbookgen.yml"),
    ("touch templates", [], "templates"),
    ("ln -s / door; echo 'site: {stylesheet: door/x.css}' > runbookgen.yml", [], "door/x.css"),
    ("echo 'directories: {programs: none}' > runbookgen.yml", [], "none"),
    ("touch site", ["build"], "site"),
    ("mkdir site; touch site/thesis", ["build"], "site"),
    ("true", ["build", "--output", "/dev/null/x"], "/dev/null"),
    ("true", ["build", "--output", "content"], "content"),
    ("true", ["--project", "no\"<&\u{1F525}\n folder"], "folder"),
    ("mkdir site; touch site", ["build", "--output", "x\u{301}/../content/y"], "content"),
    ("touch site", ["build", "--verify"], "site"),
  ]

  @Test(arguments: faults.indices) func aProblemIsInTheDocument(_ number: Int) throws {
    let fault = Self.faults[number]
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let isBuild = fault.arguments.first == "build"
    let start = isBuild ? fault.arguments : ["check"] + fault.arguments
    try Shell.run(
      "mkdir content; printf -- '\(Self.page)' > content/index.md; \(fault.commands)", folder)
    for format in ["json", "sarif", "junit", "github", "gitlab"] {
      let result = try Tool.run(
        start + ["--format", format, "--today", "2026-11-02"], in: folder)
      #expect(result.status == 74, "\(fault): \(result.errors)")
      #expect(result.errors.hasPrefix("error: cannot "), "\(fault): \(result.errors)")
      let text = try Self.errors(result.output, format)
      #expect(text.contains("file-unusable"), "\(fault) \(format): \(result.output)")
      #expect(text.contains(fault.name), "\(fault) \(format): \(result.output)")
    }
  }

  /// The document as text, once it is known to be one that holds one error or more.
  private static func errors(_ document: String, _ format: String) throws -> String {
    switch format {
    case "json":
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
      let found = try #require(json["diagnostics"] as? [[String: Any]])
      #expect(found.contains { $0["severity"] as? String == "error" })
      #expect((json["summary"] as? [String: Int])?["errors"] == 1)
      return "\(found)"
    case "sarif":
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
      let runs = try #require(json["runs"] as? [[String: Any]])
      let results = try #require(runs.first?["results"] as? [[String: Any]])
      #expect(results.contains { $0["level"] as? String == "error" })
      return "\(results)"
    case "gitlab":
      let found = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [[String: Any]]
      #expect(found?.count == 1 && found?.first?["severity"] as? String == "major")
      return "\(found ?? [])"
    case "junit":
      #expect(document.hasPrefix("<?xml") && document.hasSuffix("</testsuites>\n"))
      #expect(document.contains("failures=\"1\""))
      return document
    default:
      #expect(document.hasPrefix("::error file="))
      #expect(document.split(separator: "\n").count == 1)
      return document
    }
  }

  /// A page that another user may not read, and a folder that he may not write to.
  @Test(
    .needs("the right to become another user", OtherUser.canRun),
    arguments: ["chmod 600 content/index.md", "chmod 700 content", "true"])
  func whatIsForbiddenIsInTheDocument(_ commands: String) throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Shell.run(
      "chmod 755 .; mkdir content; printf -- '\(Self.page)' > content/index.md; chmod -R go=rX .;"
        + commands, folder)
    let build = ([OtherUser.program.path, "build", "--format", "json"] + ManyFilesSite.today)
    let command = (OtherUser.wrapper + build).joined(separator: " ")
    try Shell.run("\(command) > out 2> err && exit 1 || test $? = 74", folder)
    let out = try String(contentsOf: folder.appendingPathComponent("out"), encoding: .utf8)
    #expect(try Self.errors(out, "json").contains("permission denied"))
  }

  /// What was found before the disk was full is told with it.
  @Test(.needs("the right to mount file systems", Mount.isPossible))
  func aFullDiskIsInTheDocument() throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Shell.run(
      "mkdir content public; printf -- '\(Self.page)\\n## A\\n\\n## A\\n' > content/index.md;"
        + "truncate -s 4M content/big.bin", folder)
    let mount = try Mount(
      ["-t", "tmpfs", "-o", "size=1m", "tmpfs"], at: folder.appendingPathComponent("public"))
    defer { mount.end() }
    let result = try Tool.run(
      ["build", "--format", "json", "--output", "public/site"] + ManyFilesSite.today, in: folder)
    #expect(result.status == 74, "\(result.errors)")
    let text = try Self.errors(result.output, "json")
    #expect(text.contains("the disk is full") && text.contains("heading-duplicate"), "\(text)")
  }

  @Test func countsAndComparisonsAreDocumentsToo() throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for command in [["coverage"], ["confluence", "status", "--against", "none.json"]] {
      let result = try Tool.run(command + ["--format", "json"], in: folder)
      #expect(result.status == 74)
      #expect(try Self.errors(result.output, "json").contains("file-unusable"))
    }
  }
}

enum Shell {
  /// Runs commands, which have to succeed.
  static func run(_ commands: String, _ folder: URL) throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", commands]
    shell.currentDirectoryURL = folder
    try shell.run()
    shell.waitUntilExit()
    guard shell.terminationStatus == 0 else { throw CocoaError(.executableRuntimeMismatch) }
  }
}
