import RunbookModel

/// What a format keeps of a page, and the key of that.
struct FormatRecord: Sendable, Recorded {
  let key: ContentKey
  let record: RecordReader

  init(_ record: RecordWriter) {
    key = ContentKey(record)
    self.record = RecordReader(record.bytes)
  }

  /// The key alone, of a record that is kept.
  var kept: FormatRecord { FormatRecord(key, RecordReader([])) }

  private init(_ key: ContentKey, _ record: RecordReader) {
    (self.key, self.record) = (key, record)
  }

  func write(to record: inout RecordWriter) {
    record.put(key)
    record.blob(self.record.rest)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    key = try record.take()
    self.record = try record.part()
  }
}

/// A file that a few pages share, and the key of the records that it was made from.
struct SharedDigest: Sendable, Recorded {
  let file: FileDigest
  let key: ContentKey

  init(_ file: FileDigest, _ key: ContentKey) { (self.file, self.key) = (file, key) }

  func write(to record: inout RecordWriter) {
    record.put(file)
    record.put(key)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(try record.take(), try record.take())
  }
}
