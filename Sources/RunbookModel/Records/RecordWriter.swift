/// Writes values as bytes that only the same build of the program reads: a number in seven bits a byte, low
/// bits first, and everything of any length behind its length.
@usableFromInline package struct RecordWriter: Sendable {
  package private(set) var bytes: [UInt8]
  /// The file that most ranges are in, which the reader will know.
  package var file: String?

  package init(_ start: String = "") { bytes = Array(start.utf8) }

  @inlinable package mutating func put(_ value: some Recorded) { value.write(to: &self) }

  @usableFromInline package mutating func number(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A number of which all bits are likely, in eight bytes.
  package mutating func word(_ word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func blob(_ blob: [UInt8]) {
    number(UInt64(blob.count))
    bytes += blob
  }

  @usableFromInline package mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      number(UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  /// The bytes without the room for more that they grew into.
  package var compactBytes: [UInt8] { bytes.compact }

  /// Bytes without their length, for a reader that knows it.
  package mutating func raw(_ raw: [UInt8]) { bytes += raw }
}

extension [UInt8] {
  /// The same without room for more, for what is kept of every page.
  package var compact: [UInt8] {
    Array(unsafeUninitializedCapacity: count) { buffer, count in
      count = buffer.initialize(fromContentsOf: self)
    }
  }
}
