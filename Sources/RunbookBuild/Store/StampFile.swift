import RunbookModel

/// A file of the store with one value in it: a start that has to be the same, a checksum, and the value.
enum StampFile {
  /// Nil where there is no such file, and where it is not what was written.
  static func read<Value: Recorded>(
    _: Value.Type, _ path: String, _ start: RecordWriter
  ) -> Value? {
    guard let bytes = try? Disk.read(path, limit: 1 << 30), bytes.starts(with: start.bytes) else {
      return nil
    }
    var reader = RecordReader(bytes, start.bytes.count..<bytes.count)
    guard let sum = try? reader.word(), Checksum.of(reader.rest) == sum,
      let value = try? reader.take(Value.self), reader.isAtEnd
    else { return nil }
    return value
  }

  static func write(_ value: some Recorded, _ path: String, _ start: RecordWriter) {
    var content = RecordWriter()
    content.put(value)
    var record = start
    record.word(Checksum.of(content.bytes))
    record.raw(content.bytes)
    try? Disk.replace(path, with: record.bytes)
  }
}
