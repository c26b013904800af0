import RunbookModel
import Synchronization

/// Results of one kind, each under the name of its page and the key of what it was made from. They are
/// spread over some files, so that one new result does not write all of them anew.
final class ResultStore: Sendable {
  static let fileCount = 32

  private struct Part {
    /// What earlier builds left; nil before it is looked at, and where there is nothing.
    var file: StoreFile??
    var draft: StoreDraft?
    /// Names whose results were asked for and hold; others are let go when the file is replaced.
    var used: Set<String> = []
  }

  private let folder: StoreFolder
  private let kind: String
  private let parts: [SharedPart]

  /// A mutex cannot be an element of an array.
  private final class SharedPart: Sendable {
    let state = Mutex(Part())
  }

  init(_ folder: StoreFolder, kind: String) {
    self.folder = folder
    self.kind = kind
    parts = (0..<Self.fileCount).map { _ in SharedPart() }
  }

  /// The result of a page; nil where it was made from other content, is damaged, or was never kept.
  func result(of name: String, _ key: ContentKey) -> RecordReader? {
    guard let (file, number) = file(of: name), let entry = file.entries[name], entry.key == key,
      let bytes = file.bytes(of: entry)
    else { return nil }
    parts[number].state.withLock { _ = $0.used.insert(name) }
    return RecordReader(bytes)
  }

  /// What an earlier build kept of a page, whatever it was made from.
  func earlier(of name: String) -> RecordReader? {
    guard let (file, _) = file(of: name), let entry = file.entries[name] else { return nil }
    return file.bytes(of: entry).map { RecordReader($0) }
  }

  private func file(of name: String) -> (StoreFile, number: Int)? {
    guard folder.isRead else { return nil }
    let number = Self.part(of: name)
    let file = parts[number].state.withLock { part -> StoreFile? in
      if part.file == nil { part.file = .some(StoreFile(path(number))) }
      return part.file.flatMap(\.self)
    }
    return file.map { ($0, number) }
  }

  /// Keeps the result of a page for later builds, if this one may write.
  func keep(_ result: RecordWriter, of name: String, _ key: ContentKey) {
    guard folder.mayWrite() else { return }
    let number = Self.part(of: name)
    parts[number].state.withLock { part in
      var draft = part.draft ?? StoreDraft(replacing: path(number))
      part.draft = nil
      draft.add(result.bytes, of: name, key: key)
      part.draft = draft
    }
  }

  /// Writes what was kept, with what still holds of the results of earlier builds.
  func finish() {
    for (number, shared) in parts.enumerated() {
      shared.state.withLock { part in
        guard var draft = part.draft else { return }
        part.draft = nil
        if let file = part.file ?? StoreFile(path(number)) {
          for name in part.used.sorted() where draft.entries[name] == nil {
            guard let entry = file.entries[name], let bytes = file.bytes(of: entry) else {
              continue
            }
            draft.add(bytes, of: name, key: entry.key)
          }
        }
        draft.finish()
      }
    }
  }

  deinit {
    for shared in parts { shared.state.withLock { $0.draft?.abandon() } }
  }

  private func path(_ number: Int) -> String {
    "\(folder.path)/\(kind)-\(number < 10 ? "0" : "")\(number)"
  }

  private static func part(of name: String) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int((hash ^ hash >> 15) % UInt32(fileCount))
  }
}
