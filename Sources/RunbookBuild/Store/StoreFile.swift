import RunbookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of the store as it was when it was opened; whoever replaces it leaves this one as it is. What is always
/// read of its results is read at once, the rest when somebody asks for it. The list of the results stands at the
/// end, after it how long it is, and its checksum.
final class StoreFile: Sendable {
  /// The length of the list and its checksum, in bytes.
  private static let tailSize = 16

  private let descriptor: Int32
  private let heads: [UInt8]
  /// In the order of their names.
  let entries: [StoreEntry]
  /// Tells the heads of this file from those of another.
  let checksum: UInt64

  /// Nil where there is no such file, and where it is not what a store has written.
  init?(_ path: String) {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    guard let (list, sum) = Self.list(of: file), let heads = Self.heads(list, of: file) else {
      close(file)
      return nil
    }
    (descriptor, entries, checksum, self.heads) = (file, list.entries, sum, heads)
  }

  deinit { close(descriptor) }

  /// Where a result stands among the entries.
  func position(of name: UInt64) -> Int? {
    var (start, end) = (0, entries.count)
    while start < end {
      let middle = (start + end) / 2
      if entries[middle].name < name { start = middle + 1 } else { end = middle }
    }
    return start < entries.count && entries[start].name == name ? start : nil
  }

  func head(of entry: StoreEntry) -> RecordReader { RecordReader(heads, entry.head) }

  func headBytes(of entry: StoreEntry) -> ArraySlice<UInt8> { heads[entry.head] }

  /// Bytes of the file, which nothing vouches for; nil where they cannot be read.
  func bytes(_ range: Range<Int>) -> [UInt8]? { Self.read(range, of: descriptor) }

  private static func list(of file: Int32) -> (StoreList, checksum: UInt64)? {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let end = Int(status.st_size) - tailSize
    guard end >= 0, let tail = read(end..<end + tailSize, of: file) else { return nil }
    let length = Int(truncatingIfNeeded: word(0, of: tail))
    guard (0...end).contains(length), let bytes = read(end - length..<end, of: file) else {
      return nil
    }
    let sum = Checksum.of(bytes)
    var reader = RecordReader(bytes)
    guard sum == word(8, of: tail), let list = try? reader.take(StoreList.self), reader.isAtEnd,
      list.heads.allSatisfy({ $0.range.upperBound <= end - length })
    else { return nil }
    return (list, sum)
  }

  private static func heads(_ list: StoreList, of file: Int32) -> [UInt8]? {
    var heads: [UInt8] = []
    heads.reserveCapacity(list.heads.reduce(0) { $0 + $1.range.count })
    for part in list.heads {
      guard let bytes = read(part.range, of: file), Checksum.of(bytes) == part.checksum else {
        return nil
      }
      heads += bytes
    }
    return list.entries.allSatisfy { $0.head.upperBound <= heads.count } ? heads : nil
  }

  private static func word(_ offset: Int, of bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  /// What stands after a list.
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
