/// The note of a linker that tells one build of a program from every other: `.note.gnu.build-id` of a 64-bit ELF
/// file.
package enum BuildID {
  /// How much of a file is looked at: linkers put the note after the table of segments.
  package static let reach = 4096

  /// - Parameter start: the first bytes of the file.
  /// - Returns: nil where the file is no such one, or its note lies elsewhere.
  package static func bytes(inStart start: [UInt8]) -> [UInt8]? {
    // 64 bits, the low byte first.
    guard start.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]),
      let table = number(8, at: 32, in: start), let size = number(2, at: 54, in: start),
      let count = number(2, at: 56, in: start)
    else { return nil }
    for index in 0..<count {
      let segment = table + index * size
      guard let kind = number(4, at: segment, in: start) else { return nil }
      // PT_NOTE
      guard kind == 4, let offset = number(8, at: segment + 8, in: start),
        let length = number(8, at: segment + 32, in: start), offset + length <= start.count
      else { continue }
      if let id = note(in: start[offset..<offset + length]) { return id }
    }
    return nil
  }

  /// What stands in the note of kind 3 of `GNU` among the notes of a segment.
  private static func note(in notes: ArraySlice<UInt8>) -> [UInt8]? {
    var rest = notes
    while let nameLength = number(4, at: 0, in: rest), let length = number(4, at: 4, in: rest),
      let kind = number(4, at: 8, in: rest)
    {
      let name = rest.dropFirst(12).prefix(nameLength)
      let content = rest.dropFirst(12 + padded(nameLength)).prefix(length)
      if kind == 3, name.elementsEqual("GNU\0".utf8), content.count == length, length >= 16 {
        return Array(content)
      }
      rest = rest.dropFirst(12 + padded(nameLength) + padded(length))
    }
    return nil
  }

  private static func padded(_ length: Int) -> Int { (length + 3) / 4 * 4 }

  /// A number of so many bytes; nil where they are not there, or where it is beyond every length of a file.
  private static func number(
    _ width: Int, at place: Int, in bytes: some RandomAccessCollection<UInt8>
  ) -> Int? {
    let field = bytes.dropFirst(place).prefix(width)
    guard field.count == width else { return nil }
    let value = field.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return value < 1 << 40 ? Int(value) : nil
  }
}
