#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reading from the disk, with problems as values. A symbolic link is never followed and nothing
/// that could block (a FIFO, a device) is ever opened.
package enum Disk {
  package enum Kind: String, Sendable {
    case file = "a regular file"
    case folder = "a folder"
    case link = "a symbolic link"
    case pipe = "a named pipe"
    case socket = "a socket"
    case device = "a device"
  }

  /// What `lstat` and `fstat` tell.
  struct Status {
    let kind: Kind
    let size: Int
    let mode: mode_t
    /// Which file this is, whatever its name.
    let identity: [UInt64]

    init(_ status: stat) {
      switch status.st_mode & S_IFMT {
      case S_IFREG: kind = .file
      case S_IFDIR: kind = .folder
      case S_IFLNK: kind = .link
      case S_IFIFO: kind = .pipe
      case S_IFSOCK: kind = .socket
      default: kind = .device
      }
      size = Int(status.st_size)
      mode = status.st_mode & 0o7777
      identity = [UInt64(truncatingIfNeeded: status.st_dev), UInt64(status.st_ino)]
    }
  }

  /// Largest file that is read unless a caller says otherwise.
  package static let defaultSizeLimit = 64 << 20

  /// What stands at a path; nil when nothing does. The last component is not followed.
  package static func kind(of path: String) throws(FileProblem) -> Kind? {
    try status(of: path)?.kind
  }

  /// The permissions of what stands at a path, such as 0o644.
  package static func mode(of path: String) throws(FileProblem) -> Int {
    guard let status = try status(of: path) else {
      throw FileProblem(path: path, operation: "look at", code: ENOENT)
    }
    return Int(status.mode)
  }

  static func status(of path: String) throws(FileProblem) -> Status? {
    try FileProblem.check(path, "look at")
    var status = stat()
    guard lstat(path, &status) == 0 else {
      let code = errno
      if code == ENOENT { return nil }
      throw FileProblem(path: path, operation: "look at", code: code)
    }
    return Status(status)
  }

  /// The bytes of a regular file that is not larger than the limit.
  package static func read(_ path: String, limit: Int = defaultSizeLimit) throws(FileProblem)
    -> [UInt8]
  {
    let bytes = try readStart(of: path, beyond: limit)
    guard bytes.count <= limit else {
      throw FileProblem(
        path: path, operation: "read", reason: "it is larger than \(limit) bytes",
        advice: "split it or leave it out")
    }
    return bytes
  }

  /// The bytes of a regular file, but of one that is larger than the limit only so many that this
  /// can be seen.
  package static func readStart(of path: String, beyond limit: Int) throws(FileProblem) -> [UInt8] {
    let (descriptor, status) = try openFile(path)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(status.size, limit))
    let failure = forEachChunk(of: descriptor) { chunk in
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: chunk.prefix(limit + 1 - bytes.count)))
      return bytes.count <= limit
    }
    if let failure { throw FileProblem(path: path, operation: "read", code: failure) }
    return bytes
  }

  /// Hands over the bytes of a regular file in their order, some at a time.
  ///
  /// - Throws: what keeps the file from being read to its end.
  static func forEachChunk(
    of path: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(FileProblem) {
    let (descriptor, _) = try openFile(path)
    defer { close(descriptor) }
    let failure = forEachChunk(of: descriptor) { chunk in
      body(chunk)
      return true
    }
    if let failure { throw FileProblem(path: path, operation: "read", code: failure) }
  }

  /// What is on the standard input.
  package static func readInput() throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    let failure = forEachChunk(of: STDIN_FILENO) { chunk in
      bytes.append(contentsOf: chunk)
      return bytes.count <= defaultSizeLimit
    }
    guard let failure else { return bytes }
    throw FileProblem(path: "standard input", operation: "read", code: failure)
  }

  /// Looks before and after opening: before, so that no device is touched; after, because another
  /// file may have taken the name in between. `O_NONBLOCK` keeps such a FIFO from blocking.
  private static func openFile(_ path: String) throws(FileProblem) -> (Int32, Status) {
    guard let before = try status(of: path) else {
      throw FileProblem(path: path, operation: "read", code: ENOENT)
    }
    try requireFile(before, path)
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: path, operation: "read", code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw FileProblem(path: path, operation: "read", code: code)
    }
    do throws(FileProblem) {
      try requireFile(Status(status), path)
    } catch {
      close(descriptor)
      throw error
    }
    return (descriptor, Status(status))
  }

  private static func requireFile(_ status: Status, _ path: String) throws(FileProblem) {
    guard status.kind != .file else { return }
    throw FileProblem(
      path: path, operation: "read", reason: "it is \(status.kind.rawValue), not a regular file",
      advice: "put a regular file in its place")
  }

  /// Hands over the content in pieces until the receiver has had enough; returns the error code of
  /// a failed read.
  private static func forEachChunk(
    of descriptor: Int32, _ receive: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Int32? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { buffer -> Int32? in
      while true {
        let count = read(descriptor, into: UnsafeMutableRawBufferPointer(buffer))
        if count < 0 { return errno }
        if count == 0 || !receive(UnsafeBufferPointer(rebasing: buffer[..<count])) { return nil }
      }
    }
  }

  /// How many bytes were read, 0 at the end; negative with the code in `errno`.
  static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }
}
