#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open folder, from which paths are looked up. It stays the same folder when it is moved. Results
/// are error codes, nil for success; `path` is relative, and none of its folders is a link.
final class FolderHandle: Sendable {
  let descriptor: Int32

  init(_ path: String, shown: String) throws(FileProblem) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: shown, operation: "list", code: errno) }
  }

  deinit { close(descriptor) }

  enum Likeness {
    case alike(FileStamp)
    case different, missing
    case unreadable(Int32)
  }

  /// Whether a file holds these bytes and no more.
  func likeness(of path: String, to bytes: UnsafeRawBufferPointer) -> Likeness {
    let file = openat(descriptor, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      let code = errno
      return code == ENOENT ? .missing : code == ELOOP ? .different : .unreadable(code)
    }
    defer { close(file) }
    // One byte more than expected, so that a small file takes one call and a longer one shows.
    let size = min(bytes.count + 1, 1 << 17)
    return withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { buffer in
      var offset = 0
      while true {
        let count = Disk.read(file, into: buffer)
        if count < 0 { return .unreadable(errno) }
        if count == 0 { return offset == bytes.count ? Self.alike(file) : .different }
        guard offset + count <= bytes.count, let expected = bytes.baseAddress,
          let found = buffer.baseAddress, memcmp(expected + offset, found, count) == 0
        else { return .different }
        offset += count
        if offset == bytes.count && count < size { return Self.alike(file) }
      }
    }
  }

  /// The stamp of a file with this size and hash; nil where there is no such file.
  func stamp(of expected: FileDigest, _ trust: OutputTrust) -> FileStamp? {
    if let stamps = trust.stamps, let stamp = FileStamp(expected.path, in: descriptor),
      stamps.isKnown(stamp, as: expected)
    {
      return stamp
    }
    let file = openat(
      descriptor, expected.path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, Int(status.st_size) == expected.size else { return nil }
    let stamp = FileStamp(status)
    return withUnsafeTemporaryAllocation(byteCount: expected.size + 1, alignment: 16) {
      buffer -> FileStamp? in
      var count = 0
      // One byte more than expected, so that a longer file shows; a short answer is the end.
      while count < expected.size {
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
        let read = Disk.read(file, into: rest)
        guard read > 0 else { return nil }
        count += read
      }
      guard count == expected.size else { return nil }
      let hash = trust.hash.value(of: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      return hash == expected.hash ? stamp : nil
    }
  }

  private static func alike(_ file: Int32) -> Likeness {
    var status = stat()
    guard fstat(file, &status) == 0 else { return .unreadable(errno) }
    return .alike(FileStamp(status))
  }

  /// Creates a file that must not exist yet.
  func create(_ path: String, _ bytes: UnsafeRawBufferPointer) -> Int32? {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = openat(descriptor, path, flags, 0o666)
    guard file >= 0 else { return errno }
    var failure = Disk.write(bytes, to: file)
    // Some file systems report a full disk only here.
    if close(file) != 0 && failure == nil { failure = errno }
    return failure
  }

  func makeFolder(_ path: String) -> Int32? {
    mkdirat(descriptor, path, 0o777) == 0 ? nil : errno
  }

  func remove(_ path: String) -> Int32? {
    unlinkat(descriptor, path, 0) == 0 ? nil : errno
  }

  /// Removes a folder that holds nothing.
  func removeFolder(_ path: String) -> Int32? {
    unlinkat(descriptor, path, AT_REMOVEDIR) == 0 ? nil : errno
  }

  /// Moves a file to another folder under the same path.
  func move(_ path: String, to other: FolderHandle) -> Int32? {
    renameat(descriptor, path, other.descriptor, path) == 0 ? nil : errno
  }

  /// Gives a folder of this user other rights, unless it has them.
  func setMode(of path: String, _ mode: mode_t) -> Int32? {
    if rights(of: path) == mode { return nil }
    return fchmodat(descriptor, path, mode, 0) == 0 ? nil : errno
  }

  /// Takes over a file of another folder under the same path: as a second name or, where the file
  /// system has no hard links (or forbids this one), as a copy with the same time of change. A copy
  /// has the rights of a new file.
  func adopt(_ path: String, from other: FolderHandle, asCopy: Bool) -> Int32? {
    if asCopy { return copy(path, from: other) }
    if linkat(other.descriptor, path, descriptor, path, 0) == 0 { return nil }
    if errno == ENOSPC || errno == EDQUOT { return errno }
    return copy(path, from: other)
  }

  private func copy(_ path: String, from other: FolderHandle) -> Int32? {
    let old = openat(other.descriptor, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard old >= 0 else { return errno }
    defer { close(old) }
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let new = openat(descriptor, path, flags, 0o666)
    guard new >= 0 else { return errno }
    var failure = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) {
      buffer -> Int32? in
      while true {
        let count = Disk.read(old, into: buffer)
        if count < 0 { return errno }
        if count == 0 { return nil }
        let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        if let code = Disk.write(piece, to: new) { return code }
      }
    }
    var status = stat()
    if failure == nil && fstat(old, &status) == 0 {
      #if canImport(Glibc)
        let times = [status.st_atim, status.st_mtim]
      #else
        let times = [status.st_atimespec, status.st_mtimespec]
      #endif
      _ = futimens(new, times)
    }
    if close(new) != 0 && failure == nil { failure = errno }
    return failure
  }
}
