import RunbookModel

/// A turn over XML that knows no more of it than it has to: what stands in comments and in CDATA
/// sections counts as well, and so does a tag in the value of an attribute.
///
/// Drawings are large, and nearly all of them are harmless. So text is passed over eight bytes at
/// once, and an attribute's value is looked at where it has a colon or a reference.
struct MarkupScan {
  /// Those that run code, load a document, or ask the reader for something.
  private static let elements = [
    "applet", "base", "embed", "fencedframe", "form", "frame", "frameset", "handler", "iframe",
    "link", "listener", "meta", "object", "portal", "script",
  ].map { Array($0.utf8) }

  private let bytes: UnsafeBufferPointer<UInt8>

  static func find(in bytes: [UInt8]) -> ActiveContent.Finding? {
    bytes.withUnsafeBufferPointer { MarkupScan(bytes: $0).find() }
  }

  private func find() -> ActiveContent.Finding? {
    if let offset = unreadable() { return .init(offset: offset, what: "text that is not UTF-8") }
    /// The next bracket or angle that ends a declaration, so that it is looked for once.
    var stop = -1
    var open = next(UInt8(ascii: "<"), from: 0)
    while open < bytes.count {
      if let what = markup(at: open, &stop) { return .init(offset: open, what: what) }
      open = next(UInt8(ascii: "<"), from: open + 1)
    }
    return nil
  }

  private func markup(at open: Int, _ stop: inout Int) -> String? {
    guard open + 1 < bytes.count else { return nil }
    switch bytes[open + 1] {
    case UInt8(ascii: "!"):
      if holds("<!--", at: open) || holds("<![cdata[", at: open) { return nil }
      // Attributes may be declared as well, with the values that they have where none is written.
      guard holds("<!doctype", at: open) else { return "declarations of its own" }
      if stop < open {
        stop = ByteWord.firstIndex(in: bytes, from: open) {
          $0.marks(UInt8(ascii: "[")) | $0.marks(UInt8(ascii: ">"))
        }
      }
      let isPlain = stop == bytes.count || bytes[stop] == UInt8(ascii: ">")
      return isPlain ? nil : "declarations of its own"
    case UInt8(ascii: "?"):
      guard holds("<?xml ", at: open) else { return "an instruction for another program" }
      return isReadable(declaration: open) ? nil : "a declaration of its encoding"
    default: return tag(at: open)
    }
  }

  private func unreadable() -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= bytes.count, ByteWord(raw, at: index).isPlain { index += 8 }
    let rest = UnsafeBufferPointer(rebasing: bytes[index...])
    let zero = ByteWord.firstIndex(in: rest, from: 0) { $0.marks(0) }
    if zero < rest.count { return index + zero }
    return String(validating: rest, as: UTF8.self) == nil ? 0 : nil
  }

  /// Whether `<?xml version="1.0" encoding="…"?>` leaves ASCII what it is. In some encodings a quote
  /// is a part of another character.
  private func isReadable(declaration open: Int) -> Bool {
    let head = bytes[open...].prefix(200)
    guard let end = head.firstIndex(of: UInt8(ascii: ">")) else { return false }
    let text = String(decoding: head[..<end], as: UTF8.self).lowercased()
    guard let place = text.firstRange(of: "encoding") else { return true }
    let name = text[place.upperBound...].drop { "= \t\r\n\"'".contains($0) }
      .prefix { !" \t\r\n\"'?".contains($0) }
    return ["utf-8", "utf8", "us-ascii", "iso-8859-1"].contains(String(name))
  }

  // MARK: Tags

  private func tag(at open: Int) -> String? {
    let start = open + 1
    var end = start
    while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
    guard end > start else { return nil }
    if let name = element(start..<end) { return "a `<\(name)>` element" }
    // Attributes, up to the angle that ends the tag or begins another. A value that is never closed
    // may be anything.
    var from = end
    var index = end
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        if let what = names(from..<index) { return what }
        let close = next(byte, from: index + 1)
        guard close < bytes.count else { return names(index + 1..<close) }
        if let what = address(in: index + 1..<close) { return what }
        index = close + 1
        from = index
      } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
        break
      } else {
        index += 1
      }
    }
    return names(from..<index)
  }

  /// The name of an element that is refused, whatever its prefix.
  private func element(_ range: Range<Int>) -> String? {
    var range = range
    while let last = range.last, bytes[last] == UInt8(ascii: ":") { range.removeLast() }
    if let colon = range.last(where: { bytes[$0] == UInt8(ascii: ":") }) {
      range = colon + 1..<range.upperBound
    }
    return Self.elements.first { $0.count == range.count && holds($0, at: range.lowerBound) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// `name=` in front of a value; several, and values without quotes, where the markup is not XML.
  private func names(_ range: Range<Int>) -> String? {
    var index = range.lowerBound
    while index < range.upperBound {
      // What stands before a colon is the prefix of a name.
      let start = index
      while index < range.upperBound, !endsName(bytes[index]) { index += 1 }
      let isPrefix = index < range.upperBound && bytes[index] == UInt8(ascii: ":")
      if !isPrefix, let name = handler(start..<index) { return "the event handler `\(name)`" }
      index += 1
    }
    return address(in: range)
  }

  private func endsName(_ byte: UInt8) -> Bool {
    byte <= 32 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":")
  }

  private func handler(_ range: Range<Int>) -> String? {
    guard range.count > 2, holds("on", at: range.lowerBound) else { return nil }
    let name = bytes[range].prefix { $0.isAlphanumeric || $0 >= 0x80 }
    return name.count > 2 ? String(decoding: name, as: UTF8.self).lowercased() : nil
  }

  // MARK: Addresses

  private func address(in range: Range<Int>) -> String? {
    let value = UnsafeBufferPointer(rebasing: bytes[range])
    let place = ByteWord.firstIndex(in: value, from: 0) {
      $0.marks(UInt8(ascii: ":")) | $0.marks(UInt8(ascii: "&"))
    }
    guard place < value.count else { return nil }
    let reference = ByteWord.firstIndex(in: value, from: place) { $0.marks(UInt8(ascii: "&")) }
    if reference == value.count { return ActiveAddress.find(in: value) }
    return ActiveAddress.resolving(value).withUnsafeBufferPointer { ActiveAddress.find(in: $0) }
  }

  // MARK: Bytes

  private func next(_ byte: UInt8, from start: Int) -> Int {
    ByteWord.firstIndex(in: bytes, from: start) { $0.marks(byte) }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte.isOne(of: "-_.:") || byte >= 0x80
  }

  /// Whether this text, which is in lower case, stands here in letters of either case.
  private func holds(_ text: some Collection<UInt8>, at index: Int) -> Bool {
    index + text.count <= bytes.count
      && zip(bytes[index...], text).allSatisfy { $0.lowercased == $1 }
  }

  private func holds(_ text: StaticString, at index: Int) -> Bool {
    holds(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), at: index)
  }
}

/// Finds addresses that run code in the value of an attribute.
private enum ActiveAddress {
  private static let schemes = ["javascript", "vbscript", "livescript"].map { Array($0.utf8) }
  private static let data = Array("data".utf8)
  private static let documents = ["text", "application", "image/svg", ",", ";"].map {
    Array($0.utf8)
  }

  /// - Parameter value: without references. Control characters and spaces, which browsers drop from
  ///   an address, may stand anywhere in it.
  static func find(in value: UnsafeBufferPointer<UInt8>) -> String? {
    var colon = ByteWord.firstIndex(in: value, from: 0) { $0.marks(UInt8(ascii: ":")) }
    while colon < value.count {
      if let scheme = schemes.first(where: { start(of: $0, before: colon, in: value) != nil }) {
        return "a `\(String(decoding: scheme, as: UTF8.self)):` address"
      }
      // In a list of values, as an animation has them, an address starts behind a semicolon.
      if let start = start(of: data, before: colon, in: value),
        value[..<start].last(where: { $0 > 32 }).map({ $0 == UInt8(ascii: ";") }) ?? true,
        documents.contains(where: { isNext($0, after: colon, in: value) })
      {
        return "a document in a `data:` address"
      }
      colon = ByteWord.firstIndex(in: value, from: colon + 1) { $0.marks(UInt8(ascii: ":")) }
    }
    return nil
  }

  private static func start(
    of scheme: [UInt8], before colon: Int, in value: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var index = colon
    for letter in scheme.reversed() {
      repeat { index -= 1 } while index >= 0 && value[index] <= 32
      guard index >= 0, value[index].lowercased == letter else { return nil }
    }
    return index
  }

  private static func isNext(
    _ text: [UInt8], after colon: Int, in value: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var index = colon
    for letter in text {
      repeat { index += 1 } while index < value.count && value[index] <= 32
      guard index < value.count, value[index].lowercased == letter else { return false }
    }
    return true
  }

  /// A value with its references resolved, in so far as they matter for an address; a character
  /// beyond ASCII is any byte beyond ASCII.
  static func resolving(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(value.count)
    var index = 0
    while index < value.count {
      let byte = value[index]
      index += 1
      guard byte == UInt8(ascii: "&") else {
        result.append(byte)
        continue
      }
      let word = value[index...].prefix(9).prefix { $0.isAlphanumeric }
      if let named = named[String(decoding: word, as: UTF8.self).lowercased()] {
        result.append(named)
        index += word.count
      } else if index < value.count, value[index] == UInt8(ascii: "#") {
        result.append(number(in: value, at: &index))
      } else {
        result.append(byte)
        continue
      }
      if index < value.count, value[index] == UInt8(ascii: ";") { index += 1 }
    }
    return result
  }

  private static let named: [String: UInt8] = [
    "amp": UInt8(ascii: "&"), "colon": UInt8(ascii: ":"), "newline": 10, "tab": 9,
    "semi": UInt8(ascii: ";"), "sol": UInt8(ascii: "/"), "comma": UInt8(ascii: ","),
  ]

  /// The number behind `&#`, of any length.
  private static func number(in value: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt8 {
    index += 1
    let isHexadecimal = index < value.count && value[index].lowercased == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let base = isHexadecimal ? 16 : 10
    var number = 0
    while index < value.count, let digit = value[index].hexadecimalDigit, digit < base {
      number = min(number * base + digit, 0x11_0000)
      index += 1
    }
    return number < 0x80 ? UInt8(number) : 0xFF
  }
}

extension UInt8 {
  fileprivate var lowercased: UInt8 { self >= 65 && self <= 90 ? self | 0x20 : self }

  var hexadecimalDigit: Int? {
    switch lowercased {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(lowercased) - 0x61 + 10
    default: nil
    }
  }
}
