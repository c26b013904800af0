import Foundation

/// The program while it runs, for tests that do something to it meanwhile.
final class RunningTool {
  private let process = Process()
  private let scratch: URL

  /// - Parameters:
  ///   - wrapper: a command that runs the program, as `env` does.
  ///   - program: the program, where it is not the one that was built.
  init(
    _ arguments: [String], in folder: URL, wrapper: [String] = [], program: URL = Tool.program
  ) throws {
    scratch = try Tool.temporaryFolder()
    let errors = scratch.appendingPathComponent("err")
    _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
    let command = wrapper + [program.path] + arguments
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging([
      "NO_COLOR": "1", "XDG_CACHE_HOME": Tool.cache.path,
    ]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
  }

  deinit { try? FileManager.default.removeItem(at: scratch) }

  var identifier: Int32 { process.processIdentifier }
  var isRunning: Bool { process.isRunning }

  /// What it said so far on standard error.
  var errors: String {
    (try? String(contentsOf: scratch.appendingPathComponent("err"), encoding: .utf8)) ?? ""
  }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// The exit status, as a shell would show it.
  func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
  }

  /// Waits for something to happen while the program runs; false when it ended first.
  func reaches(_ condition: () -> Bool) -> Bool {
    while process.isRunning {
      if condition() { return true }
      usleep(500)
    }
    return condition()
  }
}

/// A site that is quick to build and slow enough to publish: few pages and many other files, of which
/// one in two differs from version to version.
struct ManyFilesSite {
  let folder: URL
  var output: URL { folder.appendingPathComponent("site") }

  static let fileCount = 2000

  init(_ folder: URL, version: String, fileCount: Int = Self.fileCount) throws {
    self.folder = folder
    let files = folder.appendingPathComponent("content/files")
    for number in 0..<fileCount where number % 100 == 0 {
      let group = files.appendingPathComponent("\(number / 100)")
      try FileManager.default.createDirectory(at: group, withIntermediateDirectories: true)
    }
    for number in 0..<fileCount {
      let file = files.appendingPathComponent("\(number / 100)/\(number).txt")
      let text = number.isMultiple(of: 2) ? "file \(number)" : "file \(number) of \(version)"
      try Data(String(repeating: text + "\n", count: 200).utf8).write(to: file)
    }
    let page = """
      ---
      kind: reference
      title: Home \(version)
      owner: Platform
      reviewed: 2026-11-01
      review_every: P6M
      ---
      Version \(version).

      """
    try Data(page.utf8).write(to: folder.appendingPathComponent("content/index.md"))
  }

  static let today = ["--today", "2026-11-02"]

  /// Names beside the output that only a running build may leave.
  static func leftovers(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.contains(".runbookgen-") }
  }

  static func areAlike(_ left: URL, _ right: URL) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/diff")
    process.arguments = ["-rq", left.path, right.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
