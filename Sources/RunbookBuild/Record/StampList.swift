import RunbookRendering

/// Files and folders with what they were when they were looked at.
struct StampList: Sendable, Equatable {
  struct Entry: Sendable, Equatable {
    let path: String
    /// Nil for what was not there.
    let stamp: FileStamp?
  }

  private(set) var entries: [Entry] = []

  /// Adds a file, or a folder with everything below it, level by level. What a folder holds is known
  /// by its own stamp, so that names which are not read (most hidden ones, those that are not UTF-8)
  /// need none.
  mutating func add(_ path: String, hidden: HiddenNames) async {
    var level = [path]
    while !level.isEmpty {
      let found = await Parallel.map(level) { Self.look(at: $0, hidden) }
      entries += found.map(\.entry)
      level = found.flatMap(\.below)
    }
  }

  private static func look(
    at path: String, _ hidden: HiddenNames
  ) -> (entry: Entry, below: [String]) {
    let entry = Entry(path: path, stamp: FileStamp(path))
    guard let stamp = entry.stamp, stamp.isFolder, let names = try? Disk.entries(in: path) else {
      return (entry, [])
    }
    return (
      entry,
      names.compactMap { name in
        guard hidden.includes(name.bytes) else { return nil }
        return String(validating: name.bytes, as: UTF8.self).map { path + "/" + $0 }
      }
    )
  }

  mutating func add(_ entry: Entry) { entries.append(entry) }

  /// The same files and folders as they are now.
  func now() async -> StampList {
    var list = StampList()
    list.entries = await Parallel.map(entries) { Entry(path: $0.path, stamp: FileStamp($0.path)) }
    return list
  }

  /// Whether a look at everything would look at the same places as for an earlier list of them: what folders hold is
  /// known by their stamps.
  func hasSamePlaces(as earlier: StampList) -> Bool {
    entries.count == earlier.entries.count
      && zip(entries, earlier.entries).allSatisfy { new, old in
        guard let now = new.stamp, let then = old.stamp else { return new.stamp == old.stamp }
        return now.isFolder || then.isFolder ? now == then : true
      }
  }

  /// Whether nothing has changed since.
  func isCurrent() async -> Bool {
    await Parallel.map(entries) { FileStamp($0.path) == $0.stamp }.allSatisfy(\.self)
  }

  /// Whether everything was as it is before this time. What changed later might change again without
  /// getting another time.
  func isOlder(than time: Int64) -> Bool {
    entries.allSatisfy { ($0.stamp?.changed ?? .min) < time }
  }
}
