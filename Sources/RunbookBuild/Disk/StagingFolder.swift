import RunbookRendering
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder that the new output is gathered in.
final class StagingFolder: Sendable {
  let path: String
  private let place: OutputPlace
  private let root: FolderHandle
  /// What new files and folders get in it.
  let modes: FileModes
  /// The folders that were made in it.
  private let folders = Mutex<Set<String>>([])

  init(at place: OutputPlace) throws(FileProblem) {
    guard mkdir(place.staging, 0o777) == 0 else {
      throw FileProblem(path: place.shown, operation: "publish to", code: errno)
    }
    (self.place, path) = (place, place.staging)
    do throws(FileProblem) {
      root = try FolderHandle(place.staging, shown: place.shown)
      modes = try FileModes(in: root, shown: place.shown)
    } catch {
      _ = Disk.remove(place.staging)
      throw error
    }
  }

  /// A former output, to be made into the new one.
  ///
  /// - Parameter modes: what new files and folders get in it.
  init(reusing place: OutputPlace, _ modes: FileModes) throws(FileProblem) {
    (self.place, path, self.modes) = (place, place.reuse, modes)
    root = try FolderHandle(place.reuse, shown: place.shown)
  }

  /// Takes away what is not to stay: all but files that are the very ones of the old output.
  ///
  /// - Parameters:
  ///   - files: those of the old output that are to stay, in path order.
  ///   - stamps: what each is there.
  /// - Returns: those that are not here, in path order.
  func sweep(keeping files: [String], _ stamps: [FileStamp?]) async throws(FileProblem) -> [String]
  {
    let walk = try FolderWalk(path, hidden: .all)
    let known = Dictionary(zip(files, stamps), uniquingKeysWith: { first, _ in first })
    let root = root
    let kept = await Parallel.map(walk.entries) { entry -> Bool? in
      if entry.hasReadableName, entry.kind == .file, let stamp = known[entry.path], let stamp,
        FileStamp(entry.path, in: root.descriptor) == stamp
      {
        return true
      }
      return root.remove(entry.path) == nil ? false : nil
    }
    guard !kept.contains(nil) else { throw problem("", "clear", EACCES) }
    // Those that hold something stay.
    for folder in walk.folders.reversed() where root.removeFolder(folder) != nil {
      if let code = root.setMode(of: folder, modes.folder) { throw problem(folder, "keep", code) }
      folders.withLock { _ = $0.insert(folder) }
    }
    let there = Set(zip(walk.entries, kept).lazy.filter { $0.1 == true }.map(\.0.path))
    return files.filter { !there.contains($0) }
  }

  /// Moves files to another folder of the same file system.
  func move(_ paths: [String], to other: StagingFolder) throws(FileProblem) {
    for path in paths {
      try other.prepare(for: path)
      if let code = root.move(path, to: other.root) { throw problem(path, "write", code) }
    }
  }

  /// Gives the folder itself other rights.
  func setMode(_ mode: mode_t) { fchmod(root.descriptor, mode) }

  /// Writes a file, which must not be there yet.
  func write(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(FileProblem) {
    try prepare(for: path)
    if let code = root.create(path, bytes) { throw problem(path, "write", code) }
  }

  /// Takes over files that did not change. They are in path order, so that each thread works in
  /// folders of its own. Copies get the rights of new files. Stops with the first problem, or when `isCancelled`.
  func adopt(
    _ paths: [String], from old: FolderHandle, asCopies: Bool,
    isCancelled: @escaping @Sendable () -> Bool
  ) async throws(FileProblem) {
    let problems = await Parallel.map(Self.groups(of: paths)) { group -> FileProblem? in
      if isCancelled() { return nil }
      do throws(FileProblem) {
        for path in group {
          try self.prepare(for: path)
          if let code = self.root.adopt(path, from: old, asCopy: asCopies) {
            throw self.problem(path, "keep", code)
          }
        }
        return nil
      } catch {
        return error
      }
    }
    if let problem = problems.lazy.compactMap(\.self).first { throw problem }
  }

  /// Removes the old output, wherever it is by now.
  static func remove(_ paths: [String], from old: FolderHandle) async {
    _ = await Parallel.map(groups(of: paths)) { group in
      for path in group { _ = old.remove(path) }
    }
  }

  private static func groups(of paths: [String]) -> [ArraySlice<String>] {
    stride(from: 0, to: paths.count, by: 128).map { paths[$0..<min($0 + 128, paths.count)] }
  }

  /// Makes the folder that a path needs.
  private func prepare(for path: String) throws(FileProblem) {
    let folder = path.deletingLastComponent
    try folders.withLock { (known: inout Set<String>) throws(FileProblem) in
      try make(folder, &known)
    }
  }

  private func make(_ folder: String, _ known: inout Set<String>) throws(FileProblem) {
    if folder.isEmpty || known.contains(folder) { return }
    try make(folder.deletingLastComponent, &known)
    if let code = root.makeFolder(folder) { throw problem(folder, "create the folder", code) }
    known.insert(folder)
  }

  private func problem(_ path: String, _ operation: String, _ code: Int32) -> FileProblem {
    FileProblem(path: place.shown + "/" + path, operation: operation, code: code)
  }
}
