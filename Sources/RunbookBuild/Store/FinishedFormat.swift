import RunbookModel

/// What a format made at the end of a build, and from what besides the list of pages and what all pages see.
struct FinishedFormat: Sendable, Recorded {
  /// The key of what all pages show to each other, and of what indexes show besides.
  let everything: ContentKey
  /// Of the format's records of all pages, in their order.
  let keys: [ContentKey]
  let files: [FileDigest]
  /// What the format goes on from when a few of these records have changed.
  let kept: RecordReader

  init(
    _ everything: ContentKey, _ keys: [ContentKey], _ files: [FileDigest], _ kept: RecordReader
  ) {
    (self.everything, self.keys, self.files, self.kept) = (everything, keys, files, kept)
  }

  func write(to record: inout RecordWriter) {
    record.put(everything)
    record.put(keys)
    record.put(files)
    record.blob(kept.rest)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    (everything, keys) = (try record.take(), try record.take())
    (files, kept) = (try record.take(), try record.part())
  }
}
