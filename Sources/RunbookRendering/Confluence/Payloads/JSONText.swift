import RunbookModel

/// Strings of compact JSON (RFC 8259, section 7).
enum JSONText {
  static func append(_ text: String, to bytes: inout ByteBuffer) {
    bytes.append(UInt8(ascii: "\""))
    appendContent(text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Text that is UTF-8 already.
  static func append(_ text: [UInt8], to bytes: inout ByteBuffer) {
    bytes.append(UInt8(ascii: "\""))
    text.withUnsafeBufferPointer { append(content: $0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The string without its quotes.
  static func appendContent(_ text: String, to bytes: inout ByteBuffer) {
    var text = text
    text.withUTF8 { append(content: $0, to: &bytes) }
  }

  private static func append(
    content source: UnsafeBufferPointer<UInt8>, to bytes: inout ByteBuffer
  ) {
    var start = 0
    while true {
      let index = ByteWord.firstIndex(in: source, from: start) {
        $0.controls | $0.marks(0x22) | $0.marks(0x5C)
      }
      bytes.append(UnsafeBufferPointer(rebasing: source[start..<index]))
      if index == source.count { return }
      start = index + 1
      bytes.append(UInt8(ascii: "\\"))
      switch source[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(source[index])
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      default:
        bytes.append("u00")
        bytes.append(hexDigits[Int(source[index] >> 4)])
        bytes.append(hexDigits[Int(source[index] & 15)])
      }
    }
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)
}
