import RunbookChecks
package import RunbookCommands
package import RunbookModel
import RunbookParsing

/// A file of the programs folder, and what it says.
package struct ProgramDescription: Sendable {
  package let source: SourceFile
  package let program: Program
  /// Whether it adds to a program that is known.
  package let extends: Bool

  /// The files of a site that describe a program, in the order of their names. Those that cannot be read
  /// are left out: a check says why.
  package static func all(_ options: BuildOptions) throws(FileProblem) -> [ProgramDescription] {
    let discovery = Discovery(options: options)
    let config = try Project.readConfigFile(discovery).0
    guard let folder = config.directories.programs else { return [] }
    let files = try discovery.programs(folder, limit: config.limits[.fileSize]).0
    return files.compactMap { file in
      let root = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config").0
      return ProgramFileSchema.read(root, in: file, .shipped).0.map { addition in
        ProgramDescription(
          source: file, program: addition.program, extends: addition.extendsCatalog)
      }
    }
  }

  /// The place of a draft: a new file, or one that is there, with what it holds.
  package static func place(of name: String, _ options: BuildOptions) throws(FileProblem) -> (
    path: String, shown: String, old: SourceFile?, isRead: Bool
  ) {
    let discovery = Discovery(options: options)
    let folder = try Project.readConfigFile(discovery).0.directories.programs
    let shown = "\(folder ?? "programs")/\(name).yml"
    _ = try discovery.inside(folder ?? "programs")
    let path = discovery.path(shown)
    guard let kind = try Disk.kind(of: path) else { return (path, shown, nil, folder != nil) }
    guard kind == .file else {
      throw FileProblem(
        path: path, operation: "write", reason: "it is \(kind.rawValue), not a regular file",
        advice: "move it away")
    }
    let bytes = try Disk.read(path, limit: Limit.fileSize.usual)
    return (path, shown, SourceFile(path: shown, bytes: bytes), folder != nil)
  }

  /// Writes a draft.
  package static func write(_ text: String, at path: String, over old: SourceFile?)
    throws(FileProblem)
  {
    let bytes = Array(text.utf8)
    if let old { return try FileRewrite.replace(path, old.bytes, with: bytes) }
    let folder = PagePath(path).folder
    if !folder.isEmpty { try Disk.makeFolders(folder, shown: folder) }
    try Disk.create(path, bytes, shown: path)
  }
}
