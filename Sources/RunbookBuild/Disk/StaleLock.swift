#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lock file of another user who closed it to everybody, so that nobody can try to lock it.
enum StaleLock {
  /// Removes the file if no process holds a lock on it and its folder allows that.
  ///
  /// - Returns: whether it is gone.
  static func remove(_ path: String) -> Bool {
    guard let status = try? Disk.status(of: path), status.kind == .file, status.size == 0,
      let locks = try? Disk.read("/proc/locks"), let inode = status.identity.last,
      !holds(locks, inode)
    else { return false }
    return unlink(path) == 0
  }

  /// Whether the system's list of locks names a file with this number (proc(5): the sixth word of a
  /// line is major:minor:inode). The device is not looked at: file systems in layers show another one.
  private static func holds(_ locks: [UInt8], _ inode: UInt64) -> Bool {
    let ending = Array(":\(inode)".utf8)
    return locks.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      .contains { $0.reversed().starts(with: ending.reversed()) }
  }
}
