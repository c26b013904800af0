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
  private let known: [Entry]
  /// Where the file is among these.
  private let positions: [String: Int]
  private let state: Mutex<State>

  private struct State {
    /// Which of those that were known still hold.
    var used: [Bool]
    var new: [Entry] = []
  }

  /// - Parameter limit: how much of a file is read, in bytes.
  init(_ folder: StoreFolder, limit: Int) {
    self.folder = folder
    var start = RecordWriter("runbookgen stamps 1\n")
    start.put(limit)
    self.start = start
    let path = Self.path(folder)
    known = folder.isRead ? StampFile.read([Entry].self, path, start) ?? [] : []
    positions = Dictionary(
      known.enumerated().map { ($1.file, $0) }, uniquingKeysWith: { _, last in last })
    state = Mutex(State(used: Array(repeating: false, count: known.count)))
  }

  private static func path(_ folder: StoreFolder) -> String { folder.path + "/stamps" }

  /// The key of a text that is not read again; nil where it has to be.
  ///
  /// - Parameter stamp: of the file, as it is now.
  func key(of file: String, _ stamp: FileStamp) -> ContentKey? {
    guard let position = positions[file], known[position].stamp == stamp else { return nil }
    state.withLock { $0.used[position] = true }
    return known[position].key
  }

  /// - Parameter stamp: of the file before it was read.
  func keep(_ key: ContentKey, of file: String, _ stamp: FileStamp) {
    guard stamp.changed < began else { return }
    state.withLock { $0.new.append(Entry(file, stamp, key)) }
  }

  /// Writes the stamps of all files of this build, unless they were written by an earlier one.
  ///
  /// - Parameter unsteady: files that have changed while they were read.
  func finish(without unsteady: [String]) {
    let state = state.withLock { $0 }
    if state.new.isEmpty, unsteady.isEmpty, state.used.allSatisfy(\.self) { return }
    guard folder.mayWrite() else { return }
    let left = Set(unsteady)
    let entries = zip(known, state.used).filter(\.1).map(\.0) + state.new
    StampFile.write(
      entries.filter { !left.contains($0.file) }.sorted { $0.file < $1.file }, Self.path(folder),
      start)
  }
}
