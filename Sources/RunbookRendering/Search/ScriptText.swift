/// Values as JavaScript source.
package enum ScriptText {
  /// A string literal.
  package static func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var start = text.startIndex
    for (index, byte) in zip(text.indices, text) {
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      bytes += text[start..<index]
      start = index + 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      default: bytes.append(0x20)
      }
    }
    bytes += text[start...]
    bytes.append(UInt8(ascii: "\""))
  }

  /// A digit is one of ASCII's printed characters but the quotation mark, `!` and the backslash.
  @inline(__always)
  private static func character(_ digit: Int) -> UInt8 {
    UInt8(digit < 57 ? digit + 35 : digit + 36)
  }

  /// A number as characters of a string that need no escape. A character below 60 ends a number, one from 60
  /// on is a digit to base 31 in front of it.
  package static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number >= 60 { appendHigh(number / 60, to: &bytes) }
    bytes.append(character(number % 60))
  }

  private static func appendHigh(_ number: Int, to bytes: inout [UInt8]) {
    if number >= 31 { appendHigh(number / 31, to: &bytes) }
    bytes.append(character(60 + number % 31))
  }

  static func append(_ number: Int, to bytes: inout ByteBuffer) {
    if number >= 60 { appendHigh(number / 60, to: &bytes) }
    bytes.append(character(number % 60))
  }

  private static func appendHigh(_ number: Int, to bytes: inout ByteBuffer) {
    if number >= 31 { appendHigh(number / 31, to: &bytes) }
    bytes.append(character(60 + number % 31))
  }

  /// Reads a number and goes behind it; nil where none stands there, and for one beyond 40 bits.
  static func number(in bytes: UnsafeBufferPointer<UInt8>, at position: inout Int) -> Int? {
    var high = 0
    while position < bytes.count {
      let character = bytes[position]
      guard character >= 35, character != 92, character < 127 else { return nil }
      let digit = Int(character) - (character < 92 ? 35 : 36)
      position += 1
      if digit < 60 { return high * 60 + digit }
      high = high * 31 + digit - 60
      if high > 1 << 34 { return nil }
    }
    return nil
  }
}
