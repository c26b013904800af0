/// The regular files below a folder, sorted by the bytes of their paths.
package struct FileTree: Sendable {
  /// Something that stands in the folder and is not read.
  package struct Skipped: Sendable, Equatable {
    package let path: String
    /// What it is, as the end of the sentence "this is …".
    package let reason: String
  }

  package let folder: String
  /// Paths relative to the folder, with `/` between components.
  package let files: [String]
  package let skipped: [Skipped]

  /// Lists a folder. The folder itself must not be a symbolic link either.
  ///
  /// - Parameters:
  ///   - hasHostingFiles: whether names that start with a dot are listed where hosts of static sites ask
  ///     for them. Others never are.
  ///   - leavesOut: chooses files and folders that are not looked at, by their paths in the folder.
  package init(
    _ folder: String, hasHostingFiles: Bool = false,
    leavingOut leavesOut: (String) -> Bool = { _ in false }
  ) throws(FileProblem) {
    // With a slash at its end, the system would follow a link.
    var folder = folder
    while folder.utf8.count > 1 && folder.hasSuffix("/") { folder.removeLast() }
    self.folder = folder
    let walk = try FolderWalk(
      folder, hidden: hasHostingFiles ? .hosting : .none, leavingOut: leavesOut)
    var files: [String] = []
    var skipped: [Skipped] = []
    for entry in walk.entries {
      if !entry.hasReadableName {
        skipped.append(Skipped(path: entry.path, reason: "a file whose name is not valid UTF-8"))
      } else if entry.kind == .file {
        files.append(entry.path)
      } else {
        skipped.append(Skipped(path: entry.path, reason: entry.kind.rawValue))
      }
    }
    self.files = files
    self.skipped = skipped
  }

  /// How many bytes one of the files has.
  package func size(_ file: String) throws(FileProblem) -> Int {
    try Disk.status(of: folder + "/" + file)?.size ?? 0
  }

  /// The bytes of one of the files.
  package func read(_ file: String, limit: Int = Disk.defaultSizeLimit) throws(FileProblem)
    -> [UInt8]
  {
    try Disk.read(folder + "/" + file, limit: limit)
  }
}
