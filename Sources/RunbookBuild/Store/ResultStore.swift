import RunbookModel
import RunbookRendering
import Synchronization

/// Results of one kind, each under the name of its page and the key of what it was made from. They are
/// spread over some files, so that one new result does not write all of them anew.
final class ResultStore: Sendable {
  static let fileCount = 32

  private struct Part {
    /// What earlier builds left; nil before it is looked at, and where there is nothing.
    var file: StoreFile??
    var draft: StoreDraft?
    /// Which of its entries were asked for and hold; others are let go when the file is replaced.
    var used: [Bool] = []

    /// The earlier file, which is opened at the first time.
    mutating func open(_ path: String) -> StoreFile? {
      if let file { return file }
      let opened = StoreFile(path)
      file = .some(opened)
      used = Array(repeating: false, count: opened?.entries.count ?? 0)
      return opened
    }
  }

  private let folder: StoreFolder
  private let kind: String
  private let parts: [SharedPart]
  /// Nil where nobody says that results hold.
  private let seal: StoreSeal?

  /// A mutex cannot be an element of an array.
  private final class SharedPart: Sendable {
    let state = Mutex(Part())
  }

  /// - Parameter everything: the key of what all pages show to each other, where results are told to hold by it.
  init(_ folder: StoreFolder, kind: String, sealedBy everything: ContentKey? = nil) {
    self.folder = folder
    self.kind = kind
    parts = (0..<Self.fileCount).map { _ in SharedPart() }
    seal = everything.map { StoreSeal("\(folder.path)/\(kind)-seal", $0, isRead: folder.isRead) }
  }

  /// The result of a page; nil where it was made from other content, is damaged, or was never kept.
  func result(of name: String, _ key: ContentKey) -> StoreResult? {
    find(name) { entry, part, position in
      guard entry.key == key else { return false }
      part.used[position] = true
      return true
    }
  }

  /// What an earlier build kept of a page, whatever it was made from.
  func earlier(of name: String) -> StoreResult? { find(name) { _, _, _ in true } }

  private func find(
    _ name: String, where isWanted: (StoreEntry, inout Part, _ position: Int) -> Bool
  ) -> StoreResult? {
    guard folder.isRead else { return nil }
    let hash = StoreEntry.hash(name)
    let number = Self.part(of: hash)
    return parts[number].state.withLock { part -> StoreResult? in
      guard let file = part.open(path(number)), let position = file.position(of: hash),
        isWanted(file.entries[position], &part, position)
      else { return nil }
      return StoreResult(
        file.entries[position], of: file,
        isSealed: seal?.holds(number, checksum: file.checksum) ?? false)
    }
  }

  /// Takes back that a result holds, so that it is let go.
  func drop(_ name: String) {
    let hash = StoreEntry.hash(name)
    parts[Self.part(of: hash)].state.withLock { part in
      guard let file = part.file.flatMap(\.self), let position = file.position(of: hash) else {
        return
      }
      part.used[position] = false
    }
  }

  /// Keeps the result of a page for later builds, if this one may write.
  ///
  /// - Parameters:
  ///   - head: what will always be read.
  ///   - body: records that the head announces.
  func keep(
    _ head: RecordWriter, _ body: [StoredRecord] = [], of name: String, _ key: ContentKey
  ) {
    guard folder.mayWrite() else { return }
    let hash = StoreEntry.hash(name)
    let number = Self.part(of: hash)
    parts[number].state.withLock { part in
      var draft = part.draft ?? StoreDraft(replacing: path(number))
      part.draft = nil
      draft.add(head.bytes, body.map(\.bytes), of: hash, key: key)
      part.draft = draft
    }
  }

  /// Writes what was kept, with what still holds of the results of earlier builds.
  func finish() async {
    let sums = await Parallel.map(Array(parts.enumerated())) { number, shared in
      shared.state.withLock { self.finish(&$0, number) }
    }
    if let seal, seal.differs(from: sums), folder.mayWrite() { seal.keep(sums) }
  }

  /// - Returns: the checksum of a file of which every result holds.
  private func finish(_ part: inout Part, _ number: Int) -> UInt64? {
    guard var draft = part.draft else {
      guard let file = part.file.flatMap(\.self), part.used.allSatisfy(\.self) else { return nil }
      return file.checksum
    }
    part.draft = nil
    if let file = part.open(path(number)) {
      let new = draft.names
      let left = zip(file.entries, part.used).filter { $1 && !new.contains($0.name) }.map(\.0)
      for run in Self.runs(left) {
        guard let bytes = file.bytes(run.body) else { continue }
        for entry in run.entries {
          let start = entry.body.lowerBound - run.body.lowerBound
          draft.add(
            file.headBytes(of: entry), [bytes[start..<start + entry.body.count]], of: entry.name,
            key: entry.key)
        }
      }
    }
    return draft.finish()
  }

  /// Entries whose bodies lie one after the other, so that they are read at once.
  private static func runs(
    _ entries: [StoreEntry]
  ) -> [(body: Range<Int>, entries: [StoreEntry])] {
    var runs: [(body: Range<Int>, entries: [StoreEntry])] = []
    for entry in entries.sorted(by: { $0.body.lowerBound < $1.body.lowerBound }) {
      if let last = runs.last?.body, last.upperBound == entry.body.lowerBound,
        last.count < 1 << 20
      {
        runs[runs.count - 1].body = last.lowerBound..<entry.body.upperBound
        runs[runs.count - 1].entries.append(entry)
      } else {
        runs.append((entry.body, [entry]))
      }
    }
    return runs
  }

  deinit {
    for shared in parts { shared.state.withLock { $0.draft?.abandon() } }
  }

  private func path(_ number: Int) -> String {
    "\(folder.path)/\(kind)-\(number < 10 ? "0" : "")\(number)"
  }

  private static func part(of hash: UInt64) -> Int { Int((hash ^ hash >> 32) % UInt64(fileCount)) }
}
