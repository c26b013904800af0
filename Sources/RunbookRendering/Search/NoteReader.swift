/// Reads the terms of a note.
package struct NoteReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int

  package init(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// Where the next term stands; the reader is then before its places.
  package mutating func nextTerm() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position + 1
    position = start + Int(bytes[position])
    return start..<position
  }

  /// Goes over the places of a term.
  mutating func skipPlaces() {
    let count = bytes[position]
    position += 1
    for _ in 0..<count {
      while bytes[position] >= 0x80 { position += 1 }
      position += 1
    }
  }

  /// Reads the places of a term, each section × 4 + field.
  package mutating func readPlaces(_ body: (Int) -> Void) {
    let count = Int(bytes[position])
    position += 1
    for _ in 0..<count {
      var value = 0
      var shift = 0
      while bytes[position] >= 0x80 {
        value |= Int(bytes[position] & 0x7F) << shift
        shift += 7
        position += 1
      }
      value |= Int(bytes[position]) << shift
      position += 1
      body(value)
    }
  }
}
