/// Makes arbitrary bytes safe to hand to the C parsers without moving a single offset.
enum TextDecoding {
  /// Replaces each byte that is not part of well-formed UTF-8 (Unicode table 3-7), and each NUL, by
  /// `?`, and returns their offsets in order.
  static func repair(_ bytes: inout [UInt8]) -> [Int] {
    var replaced: [Int] = []
    bytes.withUnsafeMutableBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        if isPlain(buffer, at: index) {
          index += 8
          continue
        }
        let byte = buffer[index]
        if byte != 0 && byte < 0x80 {
          index += 1
          continue
        }
        let length = sequenceLength(buffer, at: index)
        if length == 0 {
          replaced.append(index)
          buffer[index] = UInt8(ascii: "?")
        }
        index += max(length, 1)
      }
    }
    return replaced
  }

  /// Whether the next eight bytes are ASCII without NUL.
  private static func isPlain(_ bytes: UnsafeMutableBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 8 <= bytes.count else { return false }
    return ByteWord(UnsafeRawBufferPointer(bytes), at: index).isPlain
  }

  /// The length of the well-formed sequence of two to four bytes that starts here, or 0.
  private static func sequenceLength(_ bytes: UnsafeMutableBufferPointer<UInt8>, at index: Int)
    -> Int
  {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[index] {
    case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
    case 0xE0: (second, length) = (0xA0...0xBF, 3)
    case 0xED: (second, length) = (0x80...0x9F, 3)
    case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
    case 0xF0: (second, length) = (0x90...0xBF, 4)
    case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
    case 0xF4: (second, length) = (0x80...0x8F, 4)
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where !(0x80...0xBF).contains(bytes[index + offset]) {
      return 0
    }
    return length
  }
}
