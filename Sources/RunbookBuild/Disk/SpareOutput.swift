import RunbookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A former output, which waits in the cache folder to be made into the next one: its files are those of the output
/// under a second name, so that only what has changed has to be put in place. It is never needed.
struct SpareOutput: Sendable {
  /// How many are kept, one for each output folder.
  static let limit = 16

  private let parent: String
  private let folder: String
  /// Of the output, without links.
  private let output: String

  private var tree: String { folder + "/tree" }

  /// - Parameter parent: the folder of all spares; it need not exist.
  init(in parent: String, of output: String) {
    (self.parent, self.output) = (parent, output)
    folder = "\(parent)/\(SHA256.hex(Array(output.utf8)).prefix(32))"
  }

  /// Moves the former output to where it is wanted.
  ///
  /// - Returns: whether it is there. It is not where there is none, and where the cache lies on another file system.
  func take(to path: String) -> Bool { Disk.move(tree, to: path) == nil }

  /// Keeps a folder that was the output until now.
  ///
  /// - Returns: whether it was moved away.
  func keep(_ path: String) -> Bool {
    // What pages say may be for some eyes only.
    guard (try? Disk.makeFolders(parent, shown: parent)) != nil, chmod(parent, 0o700) == 0,
      mkdir(folder, 0o700) == 0 || errno == EEXIST,
      (try? Disk.replace(folder + "/place", with: Array(output.utf8))) != nil,
      Disk.move(path, to: tree) == nil
    else { return false }
    forgetOthers()
    return true
  }

  /// Removes the spares of outputs that are gone, as nobody else has the bytes of their files, and the oldest ones.
  private func forgetOthers() {
    guard let names = try? Disk.names(in: parent) else { return }
    let others = names.map { "\(parent)/\($0)" }.filter { $0 != folder }.sorted {
      (FileStamp($0)?.modified ?? 0, $0) > (FileStamp($1)?.modified ?? 0, $1)
    }
    for (number, other) in others.enumerated() {
      let place = (try? Disk.read(other + "/place")).map { String(decoding: $0, as: UTF8.self) }
      let isNeeded = place.flatMap { FileStamp($0)?.isFolder } ?? false
      if !isNeeded || number >= Self.limit - 1 { _ = Disk.remove(other) }
    }
  }
}
