import RunbookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What tells whether a file or a folder is still the one it was, without reading it: what `lstat`
/// answers, but for the time of the last reading.
struct FileStamp: Sendable, Equatable {
  let mode: UInt64
  let device: UInt64
  let inode: UInt64
  /// In bytes.
  let size: UInt64
  /// The time of the last change of the content, in nanoseconds.
  let modified: Int64
  /// The time of the last change of anything, in nanoseconds. Nobody can set it but the system.
  let changed: Int64

  /// Nil when there is nothing at the path, or nothing that may be looked at.
  init?(_ path: String) { self.init(path, in: AT_FDCWD) }

  /// - Parameter folder: the descriptor of the folder that the path begins in.
  init?(_ path: String, in folder: Int32) {
    var status = stat()
    guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    #if canImport(Glibc)
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #else
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #endif
    mode = UInt64(status.st_mode)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(status.st_ino)
    size = UInt64(truncatingIfNeeded: status.st_size)
    self.modified = modified.nanoseconds
    self.changed = changed.nanoseconds
  }

  /// From `numbers`; nil when it is of another length.
  init?(numbers: [UInt64]) {
    guard numbers.count == Self.numberCount else { return nil }
    (mode, device, inode, size) = (numbers[0], numbers[1], numbers[2], numbers[3])
    (modified, changed) = (Int64(bitPattern: numbers[4]), Int64(bitPattern: numbers[5]))
  }

  static let numberCount = 6

  var numbers: [UInt64] {
    [mode, device, inode, size, UInt64(bitPattern: modified), UInt64(bitPattern: changed)]
  }

  /// The mode without the kind.
  var rights: mode_t { mode_t(truncatingIfNeeded: mode) & FileModes.rights }

  var isFolder: Bool { mode & UInt64(S_IFMT) == UInt64(S_IFDIR) }
}

extension FileStamp: Recorded {
  func write(to record: inout RecordWriter) {
    for number in numbers { record.word(number) }
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    (mode, device) = (try record.word(), try record.word())
    (inode, size) = (try record.word(), try record.word())
    modified = Int64(bitPattern: try record.word())
    changed = Int64(bitPattern: try record.word())
  }
}

/// The clock that file systems take their times from: it moves in ticks of some milliseconds, and a
/// tick can come late. A file that is changed often gets finer times, which can lie ahead of it.
enum FileClock {
  /// No change from now on gets an earlier time.
  static var now: Int64 {
    #if canImport(Glibc)
      time(CLOCK_REALTIME_COARSE)
    #else
      time(CLOCK_REALTIME)
    #endif
  }

  /// A time that is later than everything that has changed so far.
  static var later: Int64 { time(CLOCK_REALTIME) }

  /// Waits until changes get later times than this one; no change from then on gets an earlier time
  /// than the one that is returned.
  static func tick(after time: Int64) -> Int64 {
    for _ in 0..<100 where now <= time { usleep(500) }
    return now
  }

  private static func time(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.nanoseconds
  }
}

extension timespec {
  fileprivate var nanoseconds: Int64 { Int64(tv_sec) &* 1_000_000_000 &+ Int64(tv_nsec) }
}
