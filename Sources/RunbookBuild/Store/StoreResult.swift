import RunbookModel

/// What an earlier build has kept under a name.
struct StoreResult: Sendable {
  /// What is always read.
  var head: RecordReader
  /// Whether it is known to hold on a site where pages show to each other what they show now.
  let isSealed: Bool
  private let file: StoreFile
  /// Where the next record of the body begins, and where the body ends, in bytes from the start of the file.
  private var body: Range<Int>

  init(_ entry: StoreEntry, of file: StoreFile, isSealed: Bool) {
    head = file.head(of: entry)
    (self.file, self.isSealed, body) = (file, isSealed, entry.body)
  }

  /// The next record of the body, of which key and size are in the head.
  ///
  /// - Throws: `RecordDamage` where there is no such record.
  mutating func record() throws(RecordDamage) -> StoredRecord {
    let (key, size) = (try head.take(ContentKey.self), try head.take(Int.self))
    guard size <= body.count else { throw RecordDamage() }
    let end = body.lowerBound + size
    defer { body = end..<body.upperBound }
    return StoredRecord(key, in: file, body.lowerBound..<end)
  }
}

/// A record and the key of its bytes. What an earlier build has kept is read when somebody asks for it, as seldom
/// anybody does: the key says whether it is what it was.
struct StoredRecord: Sendable {
  private enum Place {
    case here([UInt8])
    case file(StoreFile, Range<Int>)
  }

  let key: ContentKey
  private let place: Place

  init(_ record: RecordWriter) {
    (key, place) = (ContentKey(record), .here(record.bytes))
  }

  fileprivate init(_ key: ContentKey, in file: StoreFile, _ range: Range<Int>) {
    (self.key, place) = (key, .file(file, range))
  }

  /// Nil where the bytes are not those of the key.
  var reader: RecordReader? {
    switch place {
    case .here(let bytes): return RecordReader(bytes)
    case .file(_, let range) where range.isEmpty: return RecordReader([])
    case .file(let file, let range):
      guard let bytes = file.bytes(range), ContentKey(ofText: bytes) == key else { return nil }
      return RecordReader(bytes)
    }
  }

  /// The bytes that are to be kept; none where they are kept already.
  var bytes: [UInt8] {
    if case .here(let bytes) = place { return bytes }
    return []
  }

  /// Says in the head of a result what its body goes on with.
  func announce(in head: inout RecordWriter) {
    head.put(key)
    head.put(bytes.count)
  }
}
