import Foundation
import Testing

/// The same input makes the same bytes, wherever and however it is built.
@Suite struct ReproducibilityTests {
  /// How a build is surrounded.
  private struct Surroundings {
    let folder: String
    let variables: [String: String]
    let umask: String
    let isReversed: Bool
    let wrapper: [String]
  }

  private static let one = Surroundings(
    folder: "a",
    variables: ["LC_ALL": "C", "LANG": "C", "TZ": "UTC", "HOME": "/nonexistent"], umask: "022",
    isReversed: false, wrapper: [])

  private static let other = Surroundings(
    folder: "some where/très/deep",
    variables: [
      "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati", "HOME": "/",
    ], umask: "077", isReversed: true,
    wrapper: FileManager.default.fileExists(atPath: "/usr/bin/taskset")
      ? ["taskset", "-c", "0"] : [])

  /// Copies the project file by file, so that folders list their files in another order and times
  /// differ.
  private func check(out surroundings: Surroundings, in scratch: URL) throws -> URL {
    let project = scratch.appendingPathComponent(surroundings.folder)
    var names: [String] = []
    for name in ["content", "templates"] {
      let files = Tool.contents(of: Tool.root.appendingPathComponent(name)).keys
      names += files.map { name + "/" + $0 }
    }
    names = names.sorted() + ["runbookgen.yml"]
    for name in surroundings.isReversed ? names.reversed() : names {
      let copy = project.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(contentsOf: Tool.root.appendingPathComponent(name)).write(to: copy)
    }
    return project
  }

  private func build(_ surroundings: Surroundings, in scratch: URL) throws -> [String: Data] {
    let project = try check(out: surroundings, in: scratch)
    let variables = surroundings.variables.map { "\($0.key)=\($0.value)" }
    let tool = try RunningTool(
      ["build", "--today", "2026-11-23"], in: project,
      wrapper: variables + surroundings.wrapper
        + ["sh", "-c", "umask \(surroundings.umask); exec \"$@\"", "sh"])
    #expect(tool.wait() == 0, "\(tool.errors)")
    return Tool.contents(of: project.appendingPathComponent("site"))
  }

  @Test func surroundingsDoNotShow() throws {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (left, right) = try (build(Self.one, in: scratch), build(Self.other, in: scratch))
    #expect(left.count > 10)
    #expect(left.keys.sorted() == right.keys.sorted())
    for (name, bytes) in left { #expect(right[name] == bytes, "\(name)") }
  }

  /// A page that is due for review on 1 January 2026, judged on the day before and on the day after.
  @Test func theDayIsWhatOneSays() throws {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let content = scratch.appendingPathComponent("content")
    try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
    let page = """
      ---
      kind: reference
      title: Home
      owner: Platform
      reviewed: 2025-01-01
      review_every: P1Y
      ---
      Text.

      """
    try Data(page.utf8).write(to: content.appendingPathComponent("index.md"))
    func isOverdue(_ arguments: [String], epoch: String? = nil) throws -> Bool {
      let variables = epoch.map { ["SOURCE_DATE_EPOCH": $0] } ?? [:]
      let result = try Tool.run(
        ["check", "--format", "json"] + arguments, in: scratch, environment: variables)
      #expect(result.status == 0 || result.status == 1)
      return result.output.contains("review-overdue")
    }
    let (before, after) = ("1766966400", "1767484800")  // 29 December 2025 and 4 January 2026
    #expect(try !isOverdue([], epoch: before))
    #expect(try isOverdue([], epoch: after))
    #expect(try !isOverdue(["--today", "2025-12-29"], epoch: after))
    #expect(try isOverdue(["--today", "2026-01-04"], epoch: before))
    // Whoever exports an empty variable means none.
    #expect(try isOverdue([], epoch: ""))
  }

  @Test(arguments: ["soon", "1e9", "0x10", " 1", "1.5", "99999999999999999999", "-99999999999999"])
  func aSourceDateThatIsNoneIsRefused(_ epoch: String) throws {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let result = try Tool.run(["check"], in: scratch, environment: ["SOURCE_DATE_EPOCH": epoch])
    #expect(result.status == 64)
    #expect(
      result.errors.contains("SOURCE_DATE_EPOCH is '\(epoch)', which is no number of seconds"))
  }

  @Test(arguments: ["yesterday", "2026-02-30", "2026-1-1", "26-01-01", "", "2026-01-01T00:00"])
  func aDayThatIsNoneIsRefused(_ day: String) throws {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let result = try Tool.run(["check", "--today", day], in: scratch)
    #expect(result.status == 64)
    #expect(result.errors.contains("--today"), "\(result.errors)")
  }
}
