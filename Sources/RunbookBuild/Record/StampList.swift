import RunbookRendering

/// Files and folders with what they were when they were looked at.
struct StampList: Sendable, Equatable {
  struct Entry: Sendable, Equatable {
    let path: String
    /// Nil for what was not there.
    let stamp: FileStamp?
  }

  private(set) var entries: [Entry] = []

  /// Adds a file, or a folder with everything below it. What a folder holds is known by its own
  /// stamp, so that names which are not read (hidden ones, those that are not UTF-8) need none.
  mutating func add(_ path: String, includesHidden: Bool) {
    var pending = [path]
    while let path = pending.popLast() {
      let stamp = FileStamp(path)
      entries.append(Entry(path: path, stamp: stamp))
      guard let stamp, stamp.isFolder, let names = try? Disk.entries(in: path) else { continue }
      for name in names where includesHidden || name.bytes.first != UInt8(ascii: ".") {
        guard let text = String(validating: name.bytes, as: UTF8.self) else { continue }
        pending.append(path + "/" + text)
      }
    }
  }

  mutating func add(_ entry: Entry) { entries.append(entry) }

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
