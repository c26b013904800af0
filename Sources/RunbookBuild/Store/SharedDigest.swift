import RunbookModel

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
