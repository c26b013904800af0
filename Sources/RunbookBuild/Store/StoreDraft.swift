import RunbookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new file of the store, written beside the old one as results come.
struct StoreDraft {
  /// How many bytes are gathered before they are written; a build has some hundred of these at a time.
  private static let bufferSize = 1 << 15

  private let path: String
  private var descriptor: Int32
  private var buffer = Array(StoreFile.start.utf8)
  /// How many bytes are written.
  private var size = 0
  private(set) var entries: [String: StoreEntry] = [:]

  /// - Parameter path: of the file that it replaces in the end.
  init(replacing path: String) {
    self.path = path
    descriptor = open(
      path + ".new", O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
  }

  mutating func add(_ bytes: [UInt8], of name: String, key: ContentKey) {
    let start = size + buffer.count
    entries[name] = StoreEntry(
      name: name, key: key, range: start..<start + bytes.count, checksum: Checksum.of(bytes))
    buffer += bytes
    if buffer.count > Self.bufferSize { flush() }
  }

  /// Puts the file in the place of the old one. What goes wrong with it leaves the old one.
  mutating func finish() {
    var list = RecordWriter()
    list.put(entries.values.sorted { $0.name < $1.name })
    buffer += list.bytes
    buffer += StoreFile.tail(of: list.bytes)
    flush()
    guard descriptor >= 0 else { return drop() }
    if close(descriptor) != 0 { return drop() }
    descriptor = -1
    if rename(path + ".new", path) != 0 { drop() }
  }

  /// Leaves the old file as it is.
  func abandon() {
    if descriptor >= 0 { close(descriptor) }
    drop()
  }

  private mutating func flush() {
    guard descriptor >= 0 else { return buffer.removeAll(keepingCapacity: true) }
    if buffer.withUnsafeBytes({ Disk.write($0, to: descriptor) }) != nil {
      close(descriptor)
      descriptor = -1
    }
    size += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  private func drop() { unlink(path + ".new") }
}
