#if canImport(Glibc)
  private import CLinux
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writing to the disk. `shown` is the path as the user knows it: work is done in a staging folder,
/// whose name would tell nobody anything.
extension Disk {
  /// Creates a folder and those above it that are missing; returns those that it made, innermost
  /// first.
  @discardableResult
  static func makeFolders(_ path: String, shown: String) throws(FileProblem) -> [String] {
    if mkdir(path, 0o777) == 0 { return [path] }
    switch errno {
    case EEXIST: return []
    case ENOENT:
      let parent = path.deletingLastComponent
      guard !parent.isEmpty, parent != path else {
        throw FileProblem(path: shown, operation: "create the folder", code: ENOENT)
      }
      let made = try makeFolders(parent, shown: shown)
      if mkdir(path, 0o777) == 0 { return [path] + made }
      if errno == EEXIST { return made }
      throw FileProblem(path: shown, operation: "create the folder", code: errno)
    case let code: throw FileProblem(path: shown, operation: "create the folder", code: code)
    }
  }

  /// Makes a folder that nobody else has or may look into.
  static func makeTemporaryFolder(in parent: String) throws(FileProblem) -> String {
    var name = Array((parent + "/runbookgen-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else {
      throw FileProblem(path: parent, operation: "create a folder in", code: errno)
    }
    return parent + "/"
      + String(decoding: name.dropLast().suffix(17).map(UInt8.init), as: UTF8.self)
  }

  /// Creates a file that must not exist yet.
  static func create(_ path: String, _ bytes: [UInt8], shown: String) throws(FileProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileProblem(path: shown, operation: "write", code: errno) }
    var failure = bytes.withUnsafeBytes { write($0, to: descriptor) }
    // Some file systems report a full disk only here.
    if close(descriptor) != 0 && failure == nil { failure = errno }
    if let failure { throw FileProblem(path: shown, operation: "write", code: failure) }
  }

  /// Replaces a file's content in one step: a sibling is written and moved over it.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(FileProblem) {
    try OpenSessions.uninterrupted { () throws(FileProblem) in try replaceNow(path, bytes) }
  }

  /// The same for a path that a user has named: what is no regular file, such as a device, is left alone.
  package static func replaceFile(_ path: String, with bytes: [UInt8]) throws(FileProblem) {
    if let kind = try kind(of: path), kind != .file {
      throw FileProblem(
        path: path, operation: "write", reason: "it is \(kind.rawValue), not a regular file",
        advice: "name a file that does not exist, or a regular one")
    }
    try replace(path, with: bytes)
  }

  private static func replaceNow(_ path: String, _ bytes: [UInt8]) throws(FileProblem) {
    let sibling = path + ".runbookgen-new"
    _ = unlink(sibling)
    do throws(FileProblem) {
      try create(sibling, bytes, shown: path)
    } catch {
      _ = unlink(sibling)
      throw error
    }
    if let code = move(sibling, to: path) {
      _ = unlink(sibling)
      throw FileProblem(path: path, operation: "write", code: code)
    }
  }

  /// Removes a file or a whole folder; links are removed, not followed. Returns the first error code.
  static func remove(_ path: String) -> Int32? {
    remove(Array(path.utf8CString))
  }

  /// Swaps two folders in one step that no reader can see half of. Returns the error code.
  static func exchange(_ left: String, _ right: String) -> Int32? {
    #if canImport(Glibc)
      return swap_paths(left, right) == 0 ? nil : errno
    #else
      return renamex_np(left, right, UInt32(RENAME_SWAP)) == 0 ? nil : errno
    #endif
  }

  /// Moves a folder. Returns the error code.
  static func move(_ old: String, to new: String) -> Int32? {
    rename(old, new) == 0 ? nil : errno
  }

  /// Writes everything; returns the error code.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
      #else
        let count = Darwin.write(descriptor, piece.baseAddress, piece.count)
      #endif
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return errno }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  private static func remove(_ path: [CChar]) -> Int32? {
    if unlink(path) == 0 || errno == ENOENT { return nil }
    // Unlinking a folder answers EISDIR on Linux and EPERM elsewhere, as POSIX has it.
    let code = errno
    guard code == EISDIR || code == EPERM else { return code }
    var failure = removeEntries(of: path)
    // The owner of a folder that nobody may write to, or list, may change that.
    if failure == EACCES || failure == EPERM,
      fchmodat(AT_FDCWD, path, 0o700, AT_SYMLINK_NOFOLLOW) == 0
    {
      failure = removeEntries(of: path)
    }
    return rmdir(path) == 0 || errno == ENOENT ? nil : failure ?? errno
  }

  private static func removeEntries(of folder: [CChar]) -> Int32? {
    let entries: [FolderEntry]
    switch self.entries(in: folder) {
    case .success(let found): entries = found
    case .failure(let failure): return failure.code
    }
    var failure: Int32?
    for entry in entries {
      let child = folder.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))]
      let code = remove(child + entry.bytes.map(CChar.init(bitPattern:)) + [0])
      failure = failure ?? code
    }
    return failure
  }
}

extension String {
  /// `a/b` for `a/b/c`, `/` for `/a`, nothing for `a`.
  var deletingLastComponent: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == utf8.startIndex ? "/" : String(self[..<slash])
  }
}
