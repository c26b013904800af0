#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One build at a time. The system gives the lock back when its holder dies.
enum FileLock {
  /// Runs the body while holding the lock file; `onWait` is called once if somebody else has it.
  static func holding<Result>(
    _ path: String, shown: String, onWait: () -> Void, _ body: () throws(FileProblem) -> Result
  ) throws(FileProblem) -> Result {
    let descriptor = try acquire(path, shown: shown, onWait: onWait)
    defer {
      // Removed before it is released: whoever waits sees that its file is gone and makes another.
      unlink(path)
      close(descriptor)
    }
    return try body()
  }

  private static func acquire(_ path: String, shown: String, onWait: () -> Void)
    throws(FileProblem) -> Int32
  {
    var hasWaited = false
    while true {
      let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
      let descriptor = open(path, flags, 0o666)
      guard descriptor >= 0 else {
        throw FileProblem(path: shown, operation: "publish to", code: errno)
      }
      var code = lock(descriptor, LOCK_EX | LOCK_NB)
      if code == EWOULDBLOCK {
        if !hasWaited { onWait() }
        hasWaited = true
        code = lock(descriptor, LOCK_EX)
      }
      if let code {
        close(descriptor)
        throw FileProblem(path: shown, operation: "lock", code: code)
      }
      if try isStill(descriptor, at: path) { return descriptor }
      close(descriptor)
    }
  }

  private static func lock(_ descriptor: Int32, _ operation: Int32) -> Int32? {
    while flock(descriptor, operation) != 0 {
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
