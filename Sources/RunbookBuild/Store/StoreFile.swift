import RunbookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A result in a file of the store.
struct StoreEntry: Sendable {
  let name: String
  let key: ContentKey
  /// In bytes from the start of the file.
  let range: Range<Int>
  let checksum: UInt64
}

/// A file of the store as it was when it was opened; whoever replaces it leaves this one as it is. Results
/// lie one after the other, then the list of them, then how long that list is, and its checksum.
final class StoreFile: Sendable {
  static let start = "runbookgen store 1\n"
  /// The length of the list and its checksum.
  private static let tailSize = 16

  private let descriptor: Int32
  let entries: [String: StoreEntry]

  /// Nil where there is no such file, and where it is not what a store has written.
  init?(_ path: String) {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    guard let entries = Self.entries(of: file) else {
      close(file)
      return nil
    }
    descriptor = file
    self.entries = entries
  }

  deinit { close(descriptor) }

  /// The bytes of a result; nil where they are damaged.
  func bytes(of entry: StoreEntry) -> [UInt8]? {
    guard let bytes = Self.read(entry.range, of: descriptor),
      Checksum.of(bytes) == entry.checksum
    else { return nil }
    return bytes
  }

  private static func entries(of file: Int32) -> [String: StoreEntry]? {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let end = Int(status.st_size) - tailSize
    guard end >= start.utf8.count, let head = read(0..<start.utf8.count, of: file),
      head.elementsEqual(start.utf8), let tail = read(end..<end + tailSize, of: file)
    else { return nil }
    let length = Int(truncatingIfNeeded: word(0, of: tail))
    guard (0...end).contains(length), let list = read(end - length..<end, of: file),
      Checksum.of(list) == word(8, of: tail)
    else { return nil }
    var reader = RecordReader(list)
    guard let all = try? reader.take([StoreEntry].self), reader.isAtEnd,
      all.allSatisfy({ $0.range.upperBound <= end - length })
    else { return nil }
    return Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
  }

  private static func word(_ offset: Int, of bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  static func tail(of list: [UInt8]) -> [UInt8] {
    [UInt64(list.count), Checksum.of(list)].flatMap { word in
      withUnsafeBytes(of: word.littleEndian, Array.init)
    }
  }

  private static func read(_ range: Range<Int>, of file: Int32) -> [UInt8]? {
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let read = pread(
          file, buffer.baseAddress.map { $0 + count }, range.count - count,
          off_t(range.lowerBound + count))
        if read < 0 && errno == EINTR { continue }
        guard read > 0 else { break }
        count += read
      }
      isWhole = count == range.count
    }
    return isWhole ? bytes : nil
  }
}

extension StoreEntry: Recorded {
  func write(to record: inout RecordWriter) {
    record.text(name)
    record.put(key)
    record.put(range)
    record.word(checksum)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(
      name: try record.text(), key: try record.take(), range: try record.take(),
      checksum: try record.word())
  }
}
