package import RunbookModel

/// A file that a style sheet names.
package struct StyleReference: Sendable, Equatable {
  package enum Use: Sendable {
    case font, picture, styleSheet
  }

  package let use: Use
  /// Without quotes and escapes.
  package let address: String
  /// What stands between the quotes or the parentheses.
  package let range: ByteRange
}

/// Finds the files that a style sheet loads: `url(…)`, `src("…")`, `@import`, and the texts in
/// `image-set(…)`. It knows of CSS (css-syntax-3, §4) only what tells these from what looks like them.
package struct StyleReader {
  private enum Parenthesis {
    /// Texts in it are addresses.
    case addresses
    case plain
  }

  private let bytes: [UInt8]
  private var index = 0
  private var references: [StyleReference] = []
  private var parentheses: [Parenthesis] = []
  /// For each `{` that is open, whether it describes a font.
  private var blocks: [Bool] = []
  /// The at-rule of which nothing but the start was read.
  private var rule: String?

  /// The references in the order of the file.
  package static func references(in bytes: [UInt8]) -> [StyleReference] {
    var reader = StyleReader(bytes)
    while reader.index < bytes.count { reader.readToken() }
    return reader.references
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func readToken() {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "/") where byteAfter == UInt8(ascii: "*"): skipComment()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let text = readText()
      if parentheses.last == .addresses || rule == "import" { add(text) }
    case UInt8(ascii: "@"):
      index += 1
      rule = readName()
    case UInt8(ascii: "#"), 0x30...0x39:
      // A colour or a number with its unit is no name of a function.
      index += 1
      _ = readName()
    case UInt8(ascii: "("): open(.plain)
    case UInt8(ascii: ")"):
      index += 1
      _ = parentheses.popLast()
    case UInt8(ascii: "{"):
      blocks.append(rule == "font-face")
      endStatement()
    case UInt8(ascii: "}"):
      _ = blocks.popLast()
      endStatement()
    case UInt8(ascii: ";"): endStatement()
    case _ where isNameByte(byte) || byte == UInt8(ascii: "\\"): readWord()
    default: index += 1
    }
  }

  private var byteAfter: UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  private mutating func open(_ parenthesis: Parenthesis) {
    index += 1
    parentheses.append(parenthesis)
  }

  private mutating func endStatement() {
    index += 1
    rule = nil
    parentheses = []
  }

  private mutating func skipComment() {
    index += 2
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "*") && byteAfter == UInt8(ascii: "/") { break }
      index += 1
    }
    index = min(index + 2, bytes.count)
  }

  // MARK: Words

  private mutating func readWord() {
    let start = index
    let name = readName()
    if index == start { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "(") else { return }
    switch name {
    case "url": readAddress()
    case "src", "image-set", "-webkit-image-set": open(.addresses)
    default: open(.plain)
    }
  }

  /// In lower case; empty where no name stands.
  private mutating func readName() -> String {
    var name: [UInt8] = []
    while index < bytes.count {
      if isNameByte(bytes[index]) {
        name.append(bytes[index])
        index += 1
      } else if !readEscape(to: &name) {
        break
      }
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  // MARK: Addresses

  /// What follows `url`: an address in quotes, which is read like every text, or a bare one.
  private mutating func readAddress() {
    open(.addresses)
    skipBlanks()
    guard index < bytes.count, !bytes[index].isOne(of: "\"'") else { return }
    var address: [UInt8] = []
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: ")"), bytes[index] > 32 {
      if bytes[index].isOne(of: "\"'(") { return skipBadAddress() }
      if !readEscape(to: &address) {
        address.append(bytes[index])
        index += 1
      }
    }
    let end = index
    skipBlanks()
    guard index == bytes.count || bytes[index] == UInt8(ascii: ")") else { return skipBadAddress() }
    add((String(decoding: address, as: UTF8.self), start..<end))
  }

  /// A browser reads no address there, and goes on after the parenthesis.
  private mutating func skipBadAddress() {
    var ignored: [UInt8] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ")") {
      if !readEscape(to: &ignored) { index += 1 }
    }
  }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index] <= 32 { index += 1 }
  }

  /// Nil for a text that a line end cuts short.
  private mutating func readText() -> (String, ByteRange)? {
    let quote = bytes[index]
    index += 1
    let start = index
    var text: [UInt8] = []
    while index < bytes.count, bytes[index] != quote {
      if isLineEnd(bytes[index]) { return nil }
      if bytes[index] == UInt8(ascii: "\\"), let after = byteAfter, isLineEnd(after) {
        index += 1
        skipLineEnd()
      } else if !readEscape(to: &text) {
        text.append(bytes[index])
        index += 1
      }
    }
    let range = start..<index
    index = min(index + 1, bytes.count)
    return (String(decoding: text, as: UTF8.self), range)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 12 || byte == 13 }

  private mutating func skipLineEnd() {
    let isPair = bytes[index] == 13 && byteAfter == 10
    index += isPair ? 2 : 1
  }

  /// Reads `\` and what it stands for; false where there is no escape.
  private mutating func readEscape(to text: inout [UInt8]) -> Bool {
    guard bytes[index] == UInt8(ascii: "\\"), let after = byteAfter, !isLineEnd(after) else {
      return false
    }
    index += 1
    var number = 0
    let digits = bytes[index...].prefix(6).prefix { $0.hexadecimalDigit != nil }
    guard !digits.isEmpty else {
      text.append(after)
      index += 1
      return true
    }
    for digit in digits { number = number * 16 + (digit.hexadecimalDigit ?? 0) }
    index += digits.count
    if index < bytes.count, isLineEnd(bytes[index]) {
      skipLineEnd()
    } else if index < bytes.count, bytes[index] == 32 || bytes[index] == 9 {
      index += 1
    }
    let scalar = number == 0 ? nil : Unicode.Scalar(UInt32(number))
    text += String(Character(scalar ?? "\u{FFFD}")).utf8
    return true
  }

  /// At the start of other at-rules nothing is loaded: `@namespace url(…)`, `@supports (…)`.
  private mutating func add(_ text: (address: String, range: ByteRange)?) {
    guard let text, rule == nil || rule == "import" else { return }
    let use: StyleReference.Use =
      rule == "import" ? .styleSheet : blocks.last == true ? .font : .picture
    references.append(StyleReference(use: use, address: text.address, range: text.range))
    // One file a rule; what follows are its conditions.
    if rule == "import" { rule = "" }
  }
}
