import Foundation
import Testing

/// The table of exit codes in the manual: every code that it names is brought about, and no other is
/// known here.
@Suite struct ExitCodeTests {
  private static let page = """
    ---
    kind: reference
    title: Home
    owner: Platform
    reviewed: 2026-11-01
    review_every: P6M
    ---
    Text.

    """

  /// Ways to each exit code, in a folder with one good page.
  private static let scenarios: [Int32: [(name: String, run: @Sendable (URL) throws -> Int32)]] = [
    0: [
      ("a good site", { try run(["build"], $0) }),
      (
        "warnings",
        { folder in
          try write(page + "\n## A\n\n## A\n", folder)
          return try run(["check"], folder)
        }
      ),
      (
        "nothing stale",
        { folder in
          #expect(try run(["build"], folder) == 0)
          return try run(["build", "--verify"], folder)
        }
      ),
      ("help", { try run(["--help"], $0) }),
    ],
    1: [
      (
        "an error in a page",
        { folder in
          try write(page + "\n[x](nowhere.md)\n", folder)
          return try run(["build"], folder)
        }
      ),
      (
        "a warning that counts as an error",
        { folder in
          try write(page + "\n## A\n\n## A\n", folder)
          return try run(["check", "--strict"], folder)
        }
      ),
      ("a stale output", { try run(["build", "--verify"], $0) }),
      (
        "a configuration that cannot be read",
        { folder in
          try Data("site: [".utf8).write(to: folder.appendingPathComponent("runbookgen.yml"))
          return try run(["build"], folder)
        }
      ),
    ],
    64: [
      ("an unknown option", { try run(["build", "--no-such-option"], $0) }),
      ("an unknown command", { try run(["publish"], $0) }),
      ("a day that is none", { try run(["check", "--today", "soon"], $0) }),
      ("an unknown rule", { try run(["explain", "no-such-rule"], $0) }),
    ],
    74: [
      ("no content folder", { try run(["build"], $0.appendingPathComponent("content")) }),
      ("a configuration that is not there", { try run(["check", "--config", "none.yml"], $0) }),
      ("an output among the sources", { try run(["build", "--output", "content/site"], $0) }),
    ],
    129: [("a hang-up", { try signalled(SIGHUP, $0) })],
    130: [("an interruption", { try signalled(SIGINT, $0) })],
    143: [("a request to end", { try signalled(SIGTERM, $0) })],
  ]

  private static func run(_ arguments: [String], _ folder: URL) throws -> Int32 {
    try Tool.run(arguments, in: folder, environment: ["SOURCE_DATE_EPOCH": "1793577600"]).status
  }

  private static func write(_ text: String, _ folder: URL) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent("content/index.md"))
  }

  /// The signal comes while the build waits for another one.
  private static func signalled(_ signal: Int32, _ folder: URL) throws -> Int32 {
    let lock = folder.appendingPathComponent(".site.runbookgen-lock").path
    let descriptor = open(lock, O_RDWR | O_CREAT, 0o600)
    defer { close(descriptor) }
    try #require(flock(descriptor, LOCK_EX) == 0)
    let build = try RunningTool(["build"] + ManyFilesSite.today, in: folder)
    #expect(build.reaches { build.errors.contains("waiting for it") })
    build.send(signal)
    let status = build.wait()
    #expect(build.errors.hasSuffix("interrupted\n"), "\(build.errors)")
    return status
  }

  @Test(arguments: scenarios.keys.sorted())
  func everyCauseHasItsCode(_ code: Int32) throws {
    for scenario in Self.scenarios[code] ?? [] {
      let folder = try Tool.temporaryFolder()
      defer { try? FileManager.default.removeItem(at: folder) }
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("content"), withIntermediateDirectories: true)
      try Self.write(Self.page, folder)
      #expect(try scenario.run(folder) == code, "\(scenario.name)")
    }
  }

  @Test func theReferenceNamesTheSameCodes() throws {
    let text = try String(
      contentsOf: Tool.root.appendingPathComponent("manual/reference/exit-status.md"),
      encoding: .utf8)
    let table = try #require(text.range(of: "| status | cause |"))
    let rows = text[table.upperBound...].split(separator: "\n").dropFirst()
      .prefix { $0.hasPrefix("|") }
    let codes = rows.flatMap { row in
      (row.split(separator: "|").first ?? "").split(separator: ",").compactMap {
        Int32($0.trimmingCharacters(in: .whitespaces))
      }
    }
    #expect(codes == Self.scenarios.keys.sorted())
  }
}
