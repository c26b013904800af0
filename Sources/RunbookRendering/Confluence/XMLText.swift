/// Text as XML 1.0 may carry it.
enum XMLText {
  /// The text without characters outside the production `Char` of XML 1.0, section 2.2. One of them
  /// makes the server refuse the whole page, however it is escaped.
  static func legal(_ text: String) -> String {
    guard hasIllegalCharacter(text) else { return text }
    var result = ""
    result.unicodeScalars.append(contentsOf: text.unicodeScalars.filter(isLegal))
    return result
  }

  static func hasIllegalCharacter(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for index in bytes.indices {
        switch bytes[index] {
        case 0x09, 0x0A, 0x0D: break
        case 0..<0x20: return true
        // U+FFFE and U+FFFF
        case 0xEF where bytes[index...].prefix(2).last == 0xBF && bytes[index + 2] >= 0xBE:
          return true
        default: break
        }
      }
      return false
    }
  }

  /// Whether a line of text holds a control character or a line feed, or one of the characters that
  /// XML excludes above them; may say so of one that is sound.
  static func needsCleaning(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for byte in bytes where byte < 0x20 || byte == 0xEF { return true }
      return false
    }
  }

  /// For prose, where Cloud shows a line feed as a line break (mark#92, confluence-publisher#357).
  static func onOneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
    var result = ""
    result.unicodeScalars.append(
      contentsOf: text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 })
    return result
  }

  /// A CDATA section. `]]>` would end it, so the section is closed between the brackets and the
  /// angle and opened again: readers join the halves.
  static func cdata(_ text: String, to writer: inout MarkupWriter) {
    writer.raw("<![CDATA[")
    if endsCDATA(text) { writeSplit(text, to: &writer) } else { writer.raw(text) }
    writer.raw("]]>")
  }

  private static func endsCDATA(_ text: String) -> Bool {
    var brackets = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: ">"), brackets >= 2 { return true }
      brackets = byte == UInt8(ascii: "]") ? brackets + 1 : 0
    }
    return false
  }

  private static func writeSplit(_ text: String, to writer: inout MarkupWriter) {
    var bytes: [UInt8] = []
    var brackets = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: ">"), brackets >= 2 { bytes += "]]><![CDATA[".utf8 }
      brackets = byte == UInt8(ascii: "]") ? brackets + 1 : 0
      bytes.append(byte)
    }
    writer.raw(bytes)
  }

  private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
