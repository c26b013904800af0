import RunbookModel
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder with the results of one site. Two builds at once may read it; one of them writes.
final class StoreFolder: Sendable {
  private enum Right { case unknown, granted(FileLock), refused }

  let path: String
  /// Whether results of earlier builds count.
  let isRead: Bool
  private let parent: String
  private let right: Mutex<Right>

  /// How many sites have results, and how many bytes they may have together.
  static let (siteLimit, sizeLimit) = (32, 1 << 30)

  /// - Parameters:
  ///   - parent: the folder with the results of all sites; it need not exist.
  ///   - site: what tells the site from others of the same user, wherever it is checked out.
  init(in parent: String, of site: ContentKey, isRead: Bool, isWritten: Bool) {
    self.parent = parent
    var record = RecordWriter()
    record.put(site)
    path = "\(parent)/\(SHA256.hex(record.bytes).prefix(32))"
    self.isRead = isRead
    right = Mutex(isWritten ? .unknown : .refused)
  }

  /// Whether this build writes: no other one does, and the folder can be made.
  func mayWrite() -> Bool {
    right.withLock { right in
      switch right {
      case .granted: return true
      case .refused: return false
      case .unknown:
        right = take().map(Right.granted) ?? .refused
        if case .granted = right { return true }
        return false
      }
    }
  }

  private func take() -> FileLock? {
    // What pages say may be for some eyes only.
    guard (try? Disk.makeFolders(parent, shown: parent)) != nil,
      mkdir(path, 0o700) == 0 || errno == EEXIST
    else { return nil }
    return FileLock.tryToAcquire(path + "/lock")
  }

  /// Lets others write, and removes the results of sites that nobody has built for long.
  func finish() {
    let lock = right.withLock { right -> FileLock? in
      guard case .granted(let lock) = right else { return nil }
      right = .refused
      return lock
    }
    guard let lock else { return }
    utimensat(AT_FDCWD, path, nil, 0)
    forgetOldest()
    lock.release()
  }

  deinit { right.withLock { if case .granted(let lock) = $0 { lock.release() } } }

  private func forgetOldest() {
    guard let names = try? Disk.names(in: parent) else { return }
    let sites = names.map { "\(parent)/\($0)" }.compactMap { path in
      FileStamp(path).flatMap { $0.isFolder ? (path: path, age: $0.modified) : nil }
    }.sorted { $0.age > $1.age }
    var size = 0
    for (number, site) in sites.enumerated() {
      size += Self.size(of: site.path)
      if site.path != path, number >= Self.siteLimit || size > Self.sizeLimit {
        _ = Disk.remove(site.path)
      }
    }
  }

  private static func size(of folder: String) -> Int {
    let names = (try? Disk.names(in: folder)) ?? []
    return names.reduce(0) { $0 + Int(FileStamp("\(folder)/\($1)")?.size ?? 0) }
  }
}
