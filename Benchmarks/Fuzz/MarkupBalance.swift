/// Whether markup is well-formed XML as far as a page can break it: elements nest, attributes are
/// quoted, and no character stands that XML forbids. Entities are not looked up.
enum MarkupBalance {
  /// What is wrong; nil for nothing.
  static func fault(in bytes: [UInt8]) -> String? {
    var open: [ArraySlice<UInt8>] = []
    var place = 0
    for (index, byte) in bytes.enumerated()
    where byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D {
      return "control character \(byte) at \(index)"
    }
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[start...].starts(with: "<![CDATA[".utf8) {
        guard let end = find("]]>", in: bytes, from: start) else { return "open CDATA at \(start)" }
        place = end
      } else if bytes[start...].starts(with: "<?".utf8) || bytes[start...].starts(with: "<!".utf8) {
        guard let end = find(">", in: bytes, from: start) else { return "open markup at \(start)" }
        place = end
      } else {
        guard let end = tagEnd(in: bytes, from: start) else { return "open tag at \(start)" }
        place = end
        let tag = bytes[start + 1..<end - 1]
        if tag.first == UInt8(ascii: "/") {
          guard let last = open.popLast(), last.elementsEqual(tag.dropFirst()) else {
            return "unexpected end tag at \(start): \(String(decoding: tag, as: UTF8.self))"
          }
        } else if tag.last != UInt8(ascii: "/") {
          open.append(tag.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") })
        }
      }
    }
    return open.last.map { "element never ends: \(String(decoding: $0, as: UTF8.self))" }
  }

  private static func find(_ text: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    text.withUTF8Buffer { needle in
      var place = start
      while place + needle.count <= bytes.count {
        if bytes[place..<place + needle.count].elementsEqual(needle) { return place + needle.count }
        place += 1
      }
      return nil
    }
  }

  /// Behind the `>` that is not in a quoted value.
  private static func tagEnd(in bytes: [UInt8], from start: Int) -> Int? {
    var quote: UInt8?
    for place in start + 1..<max(start + 1, bytes.count) {
      let byte = bytes[place]
      if let open = quote {
        if byte == UInt8(ascii: "<") { return nil }
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place + 1
      } else if byte == UInt8(ascii: "<") {
        return nil
      }
    }
    return nil
  }
}
