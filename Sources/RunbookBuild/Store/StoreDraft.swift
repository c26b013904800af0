import RunbookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new file of the store, written beside the old one as results come.
struct StoreDraft {
  /// How many bytes are gathered before they are written; a build has some hundred of these at a time.
  private static let bufferSize = 1 << 14

  private let path: String
  private var descriptor: Int32
  /// How many bytes are written.
  private var size = 0
  private var heads: [UInt8] = []
  private var bodies: [UInt8] = []
  /// The parts of the file that are heads, and how many bytes these are.
  private var writtenHeads: (parts: [StoreList.Heads], size: Int) = ([], 0)
  private var entries: [StoreEntry] = []
  /// How many of these have bodies that are written.
  private var settledCount = 0

  /// - Parameter path: of the file that it replaces in the end.
  init(replacing path: String) {
    self.path = path
    descriptor = open(
      path + ".new", O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
  }

  /// The names of what was added.
  var names: Set<UInt64> { Set(entries.lazy.map(\.name)) }

  /// A result that has the name of an earlier one takes its place.
  ///
  /// - Parameters:
  ///   - head: what will always be read.
  ///   - body: what will be read when somebody asks for it, in parts.
  mutating func add(
    _ head: some Collection<UInt8>, _ body: [some Collection<UInt8>], of name: UInt64,
    key: ContentKey
  ) {
    let start = (head: writtenHeads.size + heads.count, body: bodies.count)
    heads += head
    for part in body { bodies += part }
    entries.append(
      StoreEntry(
        name: name, key: key, head: start.head..<writtenHeads.size + heads.count,
        body: start.body..<bodies.count))
    if heads.count > Self.bufferSize { flushHeads() }
    if bodies.count > Self.bufferSize { flushBodies() }
  }

  /// Puts the file in the place of the old one. What goes wrong with it leaves the old one.
  ///
  /// - Returns: the checksum of the new file; nil where it could not be written.
  mutating func finish() -> UInt64? {
    flushHeads()
    flushBodies()
    var list = RecordWriter()
    list.put(StoreList(lastOfEachName, writtenHeads.parts))
    write(list.bytes)
    write(StoreFile.tail(of: list.bytes))
    guard descriptor >= 0 else { return drop() }
    if close(descriptor) != 0 { return drop() }
    descriptor = -1
    if rename(path + ".new", path) != 0 { return drop() }
    return Checksum.of(list.bytes)
  }

  private var lastOfEachName: [StoreEntry] {
    Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last }).values
      .sorted { $0.name < $1.name }
  }

  /// Leaves the old file as it is.
  func abandon() {
    if descriptor >= 0 { close(descriptor) }
    drop()
  }

  private mutating func flushHeads() {
    if heads.isEmpty { return }
    writtenHeads.parts.append(
      StoreList.Heads(size..<size + heads.count, checksum: Checksum.of(heads)))
    writtenHeads.size += heads.count
    write(heads)
    heads.removeAll(keepingCapacity: true)
  }

  private mutating func flushBodies() {
    for number in settledCount..<entries.count { entries[number] = entries[number].moved(by: size) }
    settledCount = entries.count
    write(bodies)
    bodies.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ bytes: [UInt8]) {
    size += bytes.count
    guard descriptor >= 0 else { return }
    if bytes.withUnsafeBytes({ Disk.write($0, to: descriptor) }) != nil {
      close(descriptor)
      descriptor = -1
    }
  }

  @discardableResult private func drop() -> UInt64? {
    unlink(path + ".new")
    return nil
  }
}
