package import RunbookModel

/// What a result was made from, as one SHA-256: other content has another key, and neither a path outside
/// the project nor a time is in it.
package struct ContentKey: Sendable, Hashable, Recorded {
  private let first, second, third, fourth: UInt64

  init(_ content: RecordWriter) { self.init(ofText: content.bytes) }

  init(ofText text: [UInt8]) { (first, second, third, fourth) = SHA256.words(text) }

  /// The key of several.
  init(of keys: [ContentKey?]) {
    var record = RecordWriter()
    record.put(keys)
    self.init(record)
  }

  private init(_ words: (UInt64, UInt64, UInt64, UInt64)) {
    (first, second, third, fourth) = words
  }

  /// The key of both, at no cost: another one of either gives another key.
  func mixed(with other: ContentKey) -> ContentKey {
    ContentKey(
      (first ^ other.first, second ^ other.second, third ^ other.third, fourth ^ other.fourth))
  }

  /// Any word of a digest is as good as another.
  package func hash(into hasher: inout Hasher) { hasher.combine(first) }

  package func write(to record: inout RecordWriter) {
    record.word(first)
    record.word(second)
    record.word(third)
    record.word(fourth)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    (first, second) = (try record.word(), try record.word())
    (third, fourth) = (try record.word(), try record.word())
  }
}
