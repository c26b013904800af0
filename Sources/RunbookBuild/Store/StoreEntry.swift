import RunbookModel

/// Where a result lies in a file of the store.
struct StoreEntry: Sendable {
  /// The hash of its name. The key tells results from each other; a name is a place for one.
  let name: UInt64
  let key: ContentKey
  /// Of what is always read, in bytes from the start of all heads.
  let head: Range<Int>
  /// Of what few ask for, in bytes from the start of the file.
  let body: Range<Int>

  /// The hash of a name (FNV-1a).
  static func hash(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// The same with a body that lies elsewhere in the file.
  func moved(by offset: Int) -> StoreEntry {
    StoreEntry(
      name: name, key: key, head: head,
      body: body.lowerBound + offset..<body.upperBound + offset)
  }
}

extension StoreEntry: Recorded {
  func write(to record: inout RecordWriter) {
    record.word(name)
    record.put(key)
    record.put(head)
    record.put(body)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(
      name: try record.word(), key: try record.take(), head: try record.take(),
      body: try record.take())
  }
}

/// What stands at the end of a file of the store, before how long it is and its checksum.
struct StoreList: Sendable, Recorded {
  /// A part of the file that holds heads.
  struct Heads: Sendable, Recorded {
    /// In bytes from the start of the file.
    let range: Range<Int>
    let checksum: UInt64

    init(_ range: Range<Int>, checksum: UInt64) { (self.range, self.checksum) = (range, checksum) }

    func write(to record: inout RecordWriter) {
      record.put(range)
      record.word(checksum)
    }

    init(from record: inout RecordReader) throws(RecordDamage) {
      self.init(try record.take(), checksum: try record.word())
    }
  }

  private static let start = "runbookgen store 2\n"

  /// In the order of their names.
  let entries: [StoreEntry]
  let heads: [Heads]

  init(_ entries: [StoreEntry], _ heads: [Heads]) { (self.entries, self.heads) = (entries, heads) }

  func write(to record: inout RecordWriter) {
    record.text(Self.start)
    record.put(entries)
    record.put(heads)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    guard try record.text() == Self.start else { throw RecordDamage() }
    self.init(try record.take(), try record.take())
  }
}
