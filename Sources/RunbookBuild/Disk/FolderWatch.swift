#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What has changed below watched folders.
package struct FolderChanges: Sendable, Equatable {
  /// Paths of files, as the folders are named.
  package var files: Set<String> = []
  /// Whether more may have changed than that: folders came or went, or the system lost count.
  package var isUnknown = false

  package init(files: Set<String> = [], isUnknown: Bool = false) {
    (self.files, self.isUnknown) = (files, isUnknown)
  }

  package mutating func formUnion(_ other: FolderChanges) {
    files.formUnion(other.files)
    isUnknown = isUnknown || other.isUnknown
  }

  package var isEmpty: Bool { files.isEmpty && !isUnknown }
}

#if canImport(Glibc)
  /// Waits for changes below folders by inotify(7). For one thread.
  package struct FolderWatch: ~Copyable {
    /// How long nothing more must happen before changes are told, in milliseconds, and how long that is waited for
    /// at most. Who removes a file often writes it again: an editor that saves by rename, a change of branch.
    private static let quiet: (after: Int32, afterRemoval: Int32, atMost: Int) = (3, 25, 150)

    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_MOVED_FROM
        | IN_MOVED_TO | IN_ONLYDIR | IN_EXCL_UNLINK)

    private let descriptor: Int32
    private var folders: [Int32: String] = [:]
    private var numbers: [String: Int32] = [:]
    private var watched: WatchedFolders

    /// - Throws: `FileProblem` where the system has no more watches to give.
    package init(_ watched: WatchedFolders) throws(FileProblem) {
      descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      self.watched = watched
      guard descriptor >= 0 else {
        throw FileProblem(
          path: "files", operation: "watch", reason: String(cString: strerror(errno)),
          advice: "close other programs that watch files, or raise fs.inotify.max_user_instances")
      }
      try look()
    }

    deinit { close(descriptor) }

    /// Watches other folders.
    ///
    /// - Throws: `FileProblem` where the system has no more watches to give.
    package mutating func watch(_ other: WatchedFolders) throws(FileProblem) {
      guard other != watched else { return }
      watched = other
      try look()
    }

    /// Waits until something has changed and nothing more does.
    ///
    /// - Parameter time: how long to wait for a first change, in milliseconds.
    /// - Returns: the changes; none after that time.
    /// - Throws: `FileProblem` where the system has no more watches to give.
    package mutating func next(within time: Int32) throws(FileProblem) -> FolderChanges {
      var batch = Batch()
      guard wait(time) else { return batch.changes }
      let start = Self.milliseconds()
      repeat {
        try read(into: &batch)
        if Self.milliseconds() - start > Self.quiet.atMost { break }
      } while wait(batch.removed.isEmpty ? Self.quiet.after : Self.quiet.afterRemoval)
      return batch.changes
    }

    /// What happened between two moments of quiet.
    private struct Batch {
      var changes = FolderChanges()
      /// Files that were there and are not.
      var removed: Set<String> = []
      /// Files that were not there before.
      var created: Set<String> = []

      mutating func take(_ event: InotifyEvent, of path: String) {
        let isGone = event.has(IN_DELETE) || event.has(IN_MOVED_FROM)
        if isGone, created.contains(path) {
          // What editors write beside a file for a moment.
          created.remove(path)
          changes.files.remove(path)
          return
        }
        if isGone {
          removed.insert(path)
        } else if removed.remove(path) == nil, event.has(IN_CREATE) {
          created.insert(path)
        }
        changes.files.insert(path)
      }
    }

    /// - Parameter time: in milliseconds.
    /// - Returns: whether there is something to read.
    private func wait(_ time: Int32) -> Bool {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      return poll(&waiting, 1, time) > 0
    }

    private static func milliseconds() -> Int {
      var now = timespec()
      clock_gettime(CLOCK_MONOTONIC, &now)
      return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }

    // MARK: - Events

    private mutating func read(into batch: inout Batch) throws(FileProblem) {
      let buffer = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
        count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
      }
      var hasOtherFolders = false
      for event in InotifyEvent.all(in: buffer) where take(event, &batch) {
        (batch.changes.isUnknown, hasOtherFolders) = (true, true)
      }
      if hasOtherFolders { try look() }
    }

    /// - Returns: whether there may be other folders now.
    private mutating func take(_ event: InotifyEvent, _ batch: inout Batch) -> Bool {
      if event.has(IN_Q_OVERFLOW) { return true }
      guard let folder = folders[event.folder] else { return false }
      if event.has(IN_IGNORED) || event.has(IN_DELETE_SELF) || event.has(IN_MOVE_SELF) {
        forget(folder)
        return true
      }
      guard let name = event.name else {
        batch.changes.isUnknown = true
        return false
      }
      let path = folder == "." ? name : folder + "/" + name
      guard event.has(IN_ISDIR) else {
        batch.take(event, of: path)
        return false
      }
      if !isWatched(path) { return false }
      if event.has(IN_MOVED_FROM) { forget(path) }
      return true
    }

    // MARK: - Folders

    /// Whether a folder is one of those that are watched, or holds one.
    private func isWatched(_ path: String) -> Bool {
      if isLeftOut(path) { return false }
      let all = watched.trees + watched.folders
      return all.contains { $0 == path || $0.hasPrefix(path + "/") }
        || watched.trees.contains { $0 == "." || path.hasPrefix($0 + "/") }
    }

    private func isLeftOut(_ path: String) -> Bool {
      watched.leftOut.contains { path == $0 || path.hasPrefix($0 + "/") }
        || path.split(separator: "/").last.map { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
          == true
    }

    /// Watches every folder that is there.
    private mutating func look() throws(FileProblem) {
      for folder in watched.folders { _ = try add(folder) }
      for tree in watched.trees where try add(tree) {
        let leftOut = watched.leftOut.filter { $0.hasPrefix(tree + "/") || tree == "." }
          .map { tree == "." ? $0 : String($0.dropFirst(tree.utf8.count + 1)) }
        // A folder may be gone again; that will be told.
        let walk = try? FolderWalk(tree, hidden: .none, requiresAll: false) { leftOut.contains($0) }
        for folder in walk?.folders ?? [] {
          _ = try add(tree == "." ? folder : tree + "/" + folder)
        }
      }
    }

    /// - Returns: whether there is such a folder.
    private mutating func add(_ folder: String) throws(FileProblem) -> Bool {
      if numbers[folder] != nil { return true }
      let number = inotify_add_watch(descriptor, folder, Self.mask)
      guard number >= 0 else {
        let code = errno
        guard code == ENOSPC || code == ENOMEM else { return false }
        throw FileProblem(
          path: folder, operation: "watch", reason: "the system watches too many folders already",
          advice: "close other programs that watch files, or raise fs.inotify.max_user_watches")
      }
      // A folder that was renamed keeps its number.
      if let old = folders[number], old != folder { numbers[old] = nil }
      folders[number] = folder
      numbers[folder] = number
      return true
    }

    /// Forgets a folder with all below it, whose names are others now.
    private mutating func forget(_ path: String) {
      for (folder, number) in numbers where folder == path || folder.hasPrefix(path + "/") {
        inotify_rm_watch(descriptor, number)
        folders[number] = nil
        numbers[folder] = nil
      }
    }
  }

  /// One of the records that inotify(7) describes as `struct inotify_event`.
  private struct InotifyEvent {
    let folder: Int32
    let mask: UInt32
    /// Nil for an event of the folder itself, and for a name that is not UTF-8.
    let name: String?

    func has(_ flag: Int) -> Bool { mask & UInt32(flag) != 0 }

    func has(_ flag: Int32) -> Bool { mask & UInt32(bitPattern: flag) != 0 }

    static func all(in bytes: [UInt8]) -> [InotifyEvent] {
      let head = 16
      var events: [InotifyEvent] = []
      var start = 0
      bytes.withUnsafeBytes { bytes in
        while start + head <= bytes.count {
          func number(_ offset: Int) -> UInt32 {
            bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt32.self)
          }
          let end = start + head + Int(number(12))
          guard end <= bytes.count else { return }
          let name = bytes[(start + head)..<end].prefix { $0 != 0 }
          events.append(
            InotifyEvent(
              folder: Int32(bitPattern: number(0)), mask: number(4),
              name: name.isEmpty ? nil : String(validating: name, as: UTF8.self)))
          start = end
        }
      }
      return events
    }
  }
#else
  /// Looks for changes now and then, where the system does not tell of them in a way that this program knows.
  package struct FolderWatch: ~Copyable {
    package init(_: WatchedFolders) throws(FileProblem) {}

    package mutating func watch(_: WatchedFolders) throws(FileProblem) {}

    /// - Parameter time: in milliseconds.
    package mutating func next(within time: Int32) throws(FileProblem) -> FolderChanges {
      usleep(UInt32(time) * 1000)
      return FolderChanges(isUnknown: true)
    }
  }
#endif
