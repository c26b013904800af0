extension LanguagePainter {
  /// `<name attribute="value">` and `</name>`; it may go over lines.
  mutating func takesTag() -> Bool {
    var index = position + 1
    if index < text.count, text[index] == UInt8(ascii: "/") || text[index] == UInt8(ascii: "?") {
      index += 1
    }
    guard index < text.count, Self.startsWord(text[index]), !Self.isDigit(text[index]) else {
      return false
    }
    while index < text.count, Self.isNameByte(text[index]) { index += 1 }
    paint.paint(position..<index, .section)
    position = index
    while position < text.count, text[position] != UInt8(ascii: "<") {
      let byte = text[position]
      if byte == UInt8(ascii: ">") {
        paint.paint(position..<position + 1, .section)
        position += 1
        break
      }
      takeAttributePart(byte)
    }
    return true
  }

  private mutating func takeAttributePart(_ byte: UInt8) {
    let start = position
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      position += 1
      while position < text.count, text[position] != byte, text[position] != UInt8(ascii: "<") {
        position += 1
      }
      if position < text.count, text[position] == byte { position += 1 }
      paint.paint(start..<position, .string)
    } else if Self.isNameByte(byte) {
      while position < text.count, Self.isNameByte(text[position]) { position += 1 }
      paint.paint(start..<position, .key)
    } else {
      position += 1
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    continuesWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: ".")
  }
}

extension LanguagePainter {
  func endOfLine(_ index: Int) -> Int {
    guard index < text.count else { return text.count }
    return text[index...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
  }

  func startOfLine(_ index: Int) -> Int {
    text[..<index].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  func firstNonBlank(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, Self.isBlank(text[index]) { index += 1 }
    return index
  }

  func matches(_ pattern: [UInt8], at index: Int) -> Bool {
    guard index >= 0, index + pattern.count <= text.count else { return false }
    for offset in pattern.indices where text[index + offset] != pattern[offset] { return false }
    return true
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func startsWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || isDigit(byte)
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  static func continuesWord(_ byte: UInt8) -> Bool { startsWord(byte) }
}
