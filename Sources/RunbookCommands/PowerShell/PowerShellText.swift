/// The characters that mean something to PowerShell: typographic quotation marks quote, dashes are
/// hyphens, and a no-break space is a space (SpecialChars and CharExtensions of its tokenizer).
enum PowerShellText {
  enum Mark {
    case single, double
  }

  /// The kind of a quotation mark and how many bytes it has.
  static func quote(in bytes: [UInt8], at index: Int) -> (mark: Mark, length: Int)? {
    switch bytes[index] {
    case Byte.singleQuote: return (.single, 1)
    case Byte.doubleQuote: return (.double, 1)
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
      switch bytes[index + 2] {
      case 0x98...0x9B: return (.single, 3)
      case 0x9C...0x9E: return (.double, 3)
      default: return nil
      }
    default: return nil
    }
  }

  /// How many bytes a space has that starts at an index; 0 if none does.
  static func blank(in bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case Byte.space, Byte.tab, 0x0B, 0x0C: return 1
    case 0xC2:
      guard index + 1 < bytes.count else { return 0 }
      return bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85 ? 2 : 0
    default: return 0
    }
  }

  static func isNewline(_ byte: UInt8) -> Bool {
    byte == Byte.newline || byte == Byte.carriageReturn
  }

  /// Text with plain hyphens: U+2013 to U+2015 are hyphens.
  static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(0xE2) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index...].starts(with: [0xE2, 0x80]), index + 2 < bytes.endIndex,
        (0x93...0x95).contains(bytes[index + 2])
      {
        text.append(Byte.minus)
        index += 3
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
