/// Bytes are not what a writer has written.
@usableFromInline package struct RecordDamage: Error {
  @usableFromInline package init() {}
}

/// Reads what a `RecordWriter` has written. Every answer throws `RecordDamage` where the bytes do not hold what
/// is asked for; no bytes stop the program. Whether they are those that were written is for a checksum to tell.
@usableFromInline package struct RecordReader: Sendable {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  /// The file that the writer had.
  package var file: String?

  package init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }

  /// - Parameter range: what is read of the bytes.
  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    precondition(range.upperBound <= bytes.count)
    self.bytes = bytes
    (position, end) = (range.lowerBound, range.upperBound)
  }

  package var isAtEnd: Bool { position == end }

  /// The type is always named: `try?` would as well take what is optional.
  @inlinable package mutating func take<Value: Recorded>(
    _: Value.Type
  ) throws(RecordDamage) -> Value {
    try Value(from: &self)
  }

  @inlinable package mutating func take<Value: Recorded>() throws(RecordDamage) -> Value {
    try Value(from: &self)
  }

  /// Passes over a text that has to stand here.
  package mutating func skip(_ start: String) throws(RecordDamage) {
    guard bytes[position..<end].starts(with: start.utf8) else { throw RecordDamage() }
    position += start.utf8.count
  }

  @usableFromInline package mutating func number() throws(RecordDamage) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while position < end, shift < 64 {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw RecordDamage()
  }

  /// What `RecordWriter.word` wrote.
  package mutating func word() throws(RecordDamage) -> UInt64 {
    guard end - position >= 8 else { throw RecordDamage() }
    defer { position += 8 }
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
  }

  /// How many elements or bytes follow; each takes a byte at least.
  @usableFromInline package mutating func count() throws(RecordDamage) -> Int {
    let count = try number()
    guard count <= UInt64(end - position) else { throw RecordDamage() }
    return Int(count)
  }

  package mutating func blob() throws(RecordDamage) -> [UInt8] {
    let count = try count()
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  /// A blob that is read in its turn, without a copy of it.
  package mutating func part() throws(RecordDamage) -> RecordReader {
    let count = try count()
    defer { position += count }
    var part = RecordReader(bytes, position..<position + count)
    part.file = file
    return part
  }

  /// Passes over a text, and says whether it is this one, byte for byte.
  package mutating func passes(_ text: String) throws(RecordDamage) -> Bool {
    let count = try count()
    defer { position += count }
    return count == text.utf8.count
      && bytes[position..<position + count].elementsEqual(text.utf8)
  }

  package mutating func passText() throws(RecordDamage) { position += try count() }

  /// Passes over a text, or over the place where there is none.
  package mutating func passOptionalText() throws(RecordDamage) {
    if try take(Bool.self) { try passText() }
  }

  /// Passes over a list of texts.
  package mutating func passTexts() throws(RecordDamage) {
    for _ in 0..<(try count()) { try passText() }
  }

  /// What is left to be read.
  package var rest: [UInt8] { Array(bytes[position..<end]) }

  @usableFromInline package mutating func text() throws(RecordDamage) -> String {
    let count = try count()
    defer { position += count }
    return bytes.withUnsafeBufferPointer {
      String(
        decoding: UnsafeBufferPointer(rebasing: $0[position..<position + count]), as: UTF8.self)
    }
  }
}
