import Foundation

/// Runs the program that was built beside the tests, as a user would.
struct CommandResult {
  let status: Int32
  let output: String
  let errors: String
}

enum Tool {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The folder that holds the test bundle holds the program too.
  static let program = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("runbookgen")

  static func run(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws
    -> CommandResult
  {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    variables["NO_COLOR"] = "1"
    variables["SOURCE_DATE_EPOCH"] = nil
    variables["XDG_CACHE_HOME"] = cache.path
    process.environment = variables.merging(environment) { _, own in own }
    // Files, not pipes: a full pipe would stop the program while we wait for its other one.
    let scratch = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (out, err) = (scratch.appendingPathComponent("out"), scratch.appendingPathComponent("err"))
    for file in [out, err] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return CommandResult(
      status: process.terminationStatus, output: try String(contentsOf: out, encoding: .utf8),
      errors: try String(contentsOf: err, encoding: .utf8))
  }

  /// What the program keeps of builds lies apart from what the user's own builds keep.
  static let cache = FileManager.default.temporaryDirectory
    .appendingPathComponent("runbookgen-tests-cache-\(ProcessInfo.processInfo.processIdentifier)")

  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("runbookgen-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Runs a body with a folder of these files, by their paths in it; it is removed afterwards.
  static func withFiles(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try write(text, to: name, in: folder) }
    try body(folder)
  }

  static func write(_ text: String, to name: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// Runs a body with a copy of a folder, which is removed afterwards.
  static func withCopy(of folder: URL, _ body: (URL) throws -> Void) throws {
    let scratch = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let copy = scratch.appendingPathComponent("project")
    try FileManager.default.copyItem(at: folder, to: copy)
    try body(copy)
  }

  /// Every file below a folder with its bytes.
  static func contents(of folder: URL) -> [String: Data] {
    var files: [String: Data] = [:]
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    for name in names ?? [] {
      let file = folder.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        files[name] = try? Data(contentsOf: file)
      }
    }
    return files
  }
}
