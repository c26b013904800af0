import RunbookRendering
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder that the new output is gathered in. It is made when the first file comes, so that a
/// build that changes nothing writes nothing.
final class StagingFolder: Sendable {
  private struct State {
    var root: FolderHandle?
    var folders: Set<String> = []
  }

  private let place: OutputPlace
  private let state = Mutex(State())

  init(at place: OutputPlace) { self.place = place }

  /// Writes a file, which must not be there yet.
  func write(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(FileProblem) {
    let root = try prepare(for: path)
    if let code = root.create(path, bytes) { throw problem(path, "write", code) }
  }

  /// Takes over files that did not change. They are in path order, so that each thread works in
  /// folders of its own. Stops with the first problem, or when `isCancelled`.
  func adopt(
    _ paths: [String], from old: FolderHandle, isCancelled: @escaping @Sendable () -> Bool
  ) async throws(FileProblem) {
    let problems = await Parallel.map(Self.groups(of: paths)) { group -> FileProblem? in
      if isCancelled() { return nil }
      do throws(FileProblem) {
        for path in group {
          let root = try self.prepare(for: path)
          if let code = root.adopt(path, from: old) { throw self.problem(path, "keep", code) }
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

  /// The staging folder, with the folder that a path needs.
  private func prepare(for path: String) throws(FileProblem) -> FolderHandle {
    let folder = path.deletingLastComponent
    return try state.withLock { (state: inout State) throws(FileProblem) -> FolderHandle in
      if state.root == nil { state.root = try makeRoot() }
      guard let root = state.root else { throw problem(folder, "create the folder", ENOENT) }
      try make(folder, in: root, &state.folders)
      return root
    }
  }

  private func make(_ folder: String, in root: FolderHandle, _ known: inout Set<String>)
    throws(FileProblem)
  {
    if folder.isEmpty || known.contains(folder) { return }
    try make(folder.deletingLastComponent, in: root, &known)
    if let code = root.makeFolder(folder) { throw problem(folder, "create the folder", code) }
    known.insert(folder)
  }

  private func makeRoot() throws(FileProblem) -> FolderHandle {
    guard mkdir(place.staging, 0o777) == 0 else {
      throw FileProblem(path: place.shown, operation: "publish to", code: errno)
    }
    if let old = try Disk.status(of: place.path) { chmod(place.staging, old.mode | 0o700) }
    return try FolderHandle(place.staging, shown: place.shown)
  }

  private func problem(_ path: String, _ operation: String, _ code: Int32) -> FileProblem {
    FileProblem(path: place.shown + "/" + path, operation: operation, code: code)
  }
}
