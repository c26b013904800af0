/// Writes values as bytes that only the same build of the program reads: a number in seven bits a byte, low
/// bits first, and everything of any length behind its length.
package struct RecordWriter: Sendable {
  package private(set) var bytes: [UInt8]
  /// The file that most ranges are in, which the reader will know.
  package var file: String?

  package init(_ start: String = "") { bytes = Array(start.utf8) }

  package mutating func put(_ value: some Recorded) { value.write(to: &self) }

  package mutating func number(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func blob(_ blob: [UInt8]) {
    number(UInt64(blob.count))
    bytes += blob
  }

  package mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      number(UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  /// Bytes without their length, for a reader that knows it.
  package mutating func raw(_ raw: [UInt8]) { bytes += raw }
}

/// Bytes are not what a writer has written.
package struct RecordDamage: Error {
  package init() {}
}

/// Reads what a `RecordWriter` has written. Every answer throws `RecordDamage` where the bytes do not hold what
/// is asked for; no bytes stop the program.
package struct RecordReader: Sendable {
  private let bytes: [UInt8]
  private var position = 0
  /// The file that the writer had.
  package var file: String?

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { position == bytes.count }

  package mutating func take<Value: Recorded>(
    _: Value.Type = Value.self
  ) throws(RecordDamage) -> Value {
    try Value(from: &self)
  }

  /// Passes over a text that has to stand here.
  package mutating func skip(_ start: String) throws(RecordDamage) {
    guard bytes[position...].starts(with: start.utf8) else { throw RecordDamage() }
    position += start.utf8.count
  }

  package mutating func number() throws(RecordDamage) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw RecordDamage()
  }

  /// How many elements or bytes follow; each takes a byte at least.
  package mutating func count() throws(RecordDamage) -> Int {
    let count = try number()
    guard count <= UInt64(bytes.count - position) else { throw RecordDamage() }
    return Int(count)
  }

  package mutating func blob() throws(RecordDamage) -> [UInt8] { try raw(count()) }

  package mutating func text() throws(RecordDamage) -> String {
    let count = try count()
    defer { position += count }
    guard let text = String(validating: bytes[position..<position + count], as: UTF8.self) else {
      throw RecordDamage()
    }
    return text
  }

  package mutating func raw(_ count: Int) throws(RecordDamage) -> [UInt8] {
    guard count <= bytes.count - position else { throw RecordDamage() }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }
}
