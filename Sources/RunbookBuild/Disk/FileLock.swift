#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One build at a time. The system gives the lock back when its holder dies.
struct FileLock: Sendable {
  private let path: String
  private let descriptor: Int32

  /// Takes the lock file, which is made if need be; `onWait` is called once if somebody else has it.
  static func acquire(_ path: String, shown: String, onWait: () -> Void) async throws(FileProblem)
    -> FileLock
  {
    var hasWaited = false
    while true {
      let descriptor = open(path)
      guard descriptor >= 0 else {
        let code = errno
        if code == EACCES, StaleLock.remove(path) { continue }
        // A folder that may not be written to is the output's problem, not the lock's.
        let isThere = try Disk.kind(of: path) != nil
        throw FileProblem(
          path: isThere ? path : shown, operation: isThere ? "lock" : "publish to", code: code)
      }
      var code = lock(descriptor)
      while code == EWOULDBLOCK {
        if !hasWaited { onWait() }
        hasWaited = true
        // A thread of the pool must not be blocked: the holder, if it is in this process, needs one.
        try? await Task.sleep(for: .milliseconds(20))
        code = lock(descriptor)
      }
      if let code {
        close(descriptor)
        throw FileProblem(path: shown, operation: "lock", code: code)
      }
      if try isStill(descriptor, at: path) { return FileLock(path: path, descriptor: descriptor) }
      close(descriptor)
    }
  }

  /// Takes the lock file if nobody else has it, and nothing is in the way.
  static func tryToAcquire(_ path: String) -> FileLock? {
    let descriptor = open(path)
    guard descriptor >= 0 else { return nil }
    guard lock(descriptor) == nil, (try? isStill(descriptor, at: path)) == true else {
      close(descriptor)
      return nil
    }
    return FileLock(path: path, descriptor: descriptor)
  }

  /// Gives the lock back; to be called once.
  func release() {
    // Removed before it is released: whoever waits sees that its file is gone and makes another.
    unlink(path)
    close(descriptor)
  }

  /// Another user's lock file can be locked if it can be read; so everybody may read ours, whatever the
  /// umask.
  private static func open(_ path: String) -> Int32 {
    let flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    #if canImport(Glibc)
      let open = { Glibc.open(path, $0 | flags, 0o666) }
    #else
      let open = { Darwin.open(path, $0 | flags, 0o666) }
    #endif
    let new = open(O_RDWR | O_CREAT | O_EXCL)
    if new >= 0 {
      fchmod(new, 0o644)
      return new
    }
    guard errno == EEXIST else { return new }
    let old = open(O_RDWR | O_CREAT)
    if old >= 0 || errno != EACCES { return old }
    return open(O_RDONLY)
  }

  private static func lock(_ descriptor: Int32) -> Int32? {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno != EINTR { return errno }
    }
    return nil
  }

  /// Whether the locked file is the one that others will find under its name.
  private static func isStill(_ descriptor: Int32, at path: String) throws(FileProblem) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    return try Disk.status(of: path)?.identity == Disk.Status(status).identity
  }
}
