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
    var isSuspect = false
    for byte in text.utf8 where byte < 0x20 || byte == 0xEF {
      isSuspect = true
      break
    }
    return isSuspect && !text.unicodeScalars.allSatisfy(isLegal)
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
  static func cdata(_ text: String) -> [UInt8] {
    var bytes = Array("<![CDATA[".utf8)
    var brackets = 0
    for byte in legal(text).utf8 {
      if byte == UInt8(ascii: ">"), brackets >= 2 { bytes += "]]><![CDATA[".utf8 }
      brackets = byte == UInt8(ascii: "]") ? brackets + 1 : 0
      bytes.append(byte)
    }
    return bytes + "]]>".utf8
  }

  private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
