import RunbookModel

/// What a result was made from, as one SHA-256: other content has another key, and neither a path outside
/// the project nor a time is in it.
struct ContentKey: Sendable, Hashable, Recorded {
  static let size = 32

  /// Always `size` bytes.
  private let bytes: [UInt8]

  init(_ content: RecordWriter) { bytes = SHA256.digest(content.bytes) }

  init(ofText text: [UInt8]) { bytes = SHA256.digest(text) }

  var hexadecimal: String { SHA256.hex(ofDigest: bytes) }

  func write(to record: inout RecordWriter) { record.raw(bytes) }

  init(from record: inout RecordReader) throws(RecordDamage) {
    bytes = try record.raw(Self.size)
  }
}
