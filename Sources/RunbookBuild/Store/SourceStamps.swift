import RunbookModel
import Synchronization

/// The keys of texts that earlier builds have read, for as long as the stamps of their files are the same. A file
/// that has changed within the clock's tick of a build is read again, as its stamp says nothing.
final class SourceStamps: Sendable {
  private struct Entry: Recorded {
    let file: String
    let stamp: FileStamp
    let key: ContentKey

    init(_ file: String, _ stamp: FileStamp, _ key: ContentKey) {
      (self.file, self.stamp, self.key) = (file, stamp, key)
    }

    func write(to record: inout RecordWriter) {
      record.text(file)
      record.put(stamp)
      record.put(key)
    }

    init(from record: inout RecordReader) throws(RecordDamage) {
      (file, stamp) = (try record.text(), try record.take())
      key = try record.take()
    }
  }

  private let folder: StoreFolder
  private let start: RecordWriter
  /// Nothing that a stamp stands for may have changed since then.
  private let began = FileClock.now
  private let known: [String: Entry]
  private let used = Mutex<[String: Entry]>([:])

  /// - Parameter limit: how much of a file is read, in bytes.
  init(_ folder: StoreFolder, limit: Int) {
    self.folder = folder
    var start = RecordWriter("runbookgen stamps 1\n")
    start.put(limit)
    self.start = start
    known = folder.isRead ? Self.entries(Self.path(folder), start) : [:]
  }

  private static func path(_ folder: StoreFolder) -> String { folder.path + "/stamps" }

  private static func entries(_ path: String, _ start: RecordWriter) -> [String: Entry] {
    guard let entries = StampFile.read([Entry].self, path, start) else { return [:] }
    return Dictionary(entries.map { ($0.file, $0) }, uniquingKeysWith: { _, last in last })
  }

  /// The key of a text that is not read again; nil where it has to be.
  ///
  /// - Parameter stamp: of the file, as it is now.
  func key(of file: String, _ stamp: FileStamp) -> ContentKey? {
    guard let entry = known[file], entry.stamp == stamp else { return nil }
    used.withLock { $0[file] = entry }
    return entry.key
  }

  /// - Parameter stamp: of the file before it was read.
  func keep(_ key: ContentKey, of file: String, _ stamp: FileStamp) {
    guard stamp.changed < began else { return }
    used.withLock { $0[file] = Entry(file, stamp, key) }
  }

  /// Writes the stamps of all files of this build, unless they were written by an earlier one.
  ///
  /// - Parameter unsteady: files that have changed while they were read.
  func finish(without unsteady: [String]) {
    var entries = used.withLock { $0 }
    for file in unsteady { entries[file] = nil }
    let isSame =
      entries.count == known.count && entries.allSatisfy { known[$0.key]?.stamp == $0.value.stamp }
    guard !isSame, folder.mayWrite() else { return }
    StampFile.write(entries.values.sorted { $0.file < $1.file }, Self.path(folder), start)
  }
}
