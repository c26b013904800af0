import RunbookModel

/// A tag of raw HTML in the source.
struct HTMLTag {
  /// In lower case.
  let name: String
  let isClosing: Bool
  let range: ByteRange

  /// The tags of a page in document order, block after block, each block once.
  static func blocks(of page: ParsedRunbook) -> [[HTMLTag]] {
    blocks(of: page.outline, in: page.file.bytes)
  }

  static func blocks(of outline: PageOutline, in bytes: [UInt8]) -> [[HTMLTag]] {
    var seen: Set<ByteRange> = []
    var blocks: [[HTMLTag]] = []
    for entry in outline.html where seen.insert(entry.range).inserted {
      blocks.append(tags(in: entry.range, of: bytes))
    }
    return blocks
  }

  /// The values of `id` and `name` attributes.
  static func anchors(of page: ParsedRunbook) -> Set<String> {
    var anchors: Set<String> = []
    for tag in blocks(of: page).joined() where !tag.isClosing {
      for attribute in tag.attributes(in: page.file.bytes)
      where attribute.name == "id" || attribute.name == "name" {
        anchors.insert(attribute.value)
      }
    }
    return anchors
  }

  /// The attributes in their order, with names in lower case and values as they are written. The
  /// first of two with one name counts, as in a browser.
  func attributes(in bytes: [UInt8]) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var index = range.lowerBound + 1 + (isClosing ? 1 : 0) + name.utf8.count
    let end = range.upperBound - 1
    func isBlank(_ byte: UInt8) -> Bool { byte <= 32 || byte == UInt8(ascii: "/") }
    func skipBlanks() { while index < end && bytes[index] <= 32 { index += 1 } }
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    while true {
      while index < end && isBlank(bytes[index]) { index += 1 }
      guard index < end else { return found }
      let start = index
      repeat {
        index += 1
      } while index < end && !isBlank(bytes[index])
        && bytes[index] != UInt8(ascii: "=")
      let name = text(start..<index).lowercased()
      skipBlanks()
      var value = ""
      if index < end, bytes[index] == UInt8(ascii: "=") {
        index += 1
        skipBlanks()
        let quote = index < end && (bytes[index] == 34 || bytes[index] == 39) ? bytes[index] : nil
        if quote != nil { index += 1 }
        let valueStart = index
        while index < end, quote.map({ bytes[index] != $0 }) ?? (bytes[index] > 32) { index += 1 }
        value = text(valueStart..<index)
        if quote != nil { index += 1 }
      }
      if !found.contains(where: { $0.name == name }) { found.append((name, value)) }
    }
  }

  /// Comments, declarations, and the content of scripts, styles and summaries are skipped.
  static func tags(in range: ByteRange, of bytes: [UInt8]) -> [HTMLTag] {
    var scanner = HTMLTagScanner(bytes: bytes, range: range)
    var tags: [HTMLTag] = []
    while let tag = scanner.next() { tags.append(tag) }
    return tags
  }
}

private struct HTMLTagScanner {
  /// A longer tag is not read, so that a page of `<` alone stays cheap.
  private static let lengthLimit = 4096

  let bytes: [UInt8]
  var index: Int
  let end: Int

  init(bytes: [UInt8], range: ByteRange) {
    self.bytes = bytes
    index = min(range.lowerBound, bytes.count)
    end = min(range.upperBound, bytes.count)
  }

  mutating func next() -> HTMLTag? {
    while index < end {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if starts(with: "<!--") {
        skip(past: "-->")
      } else if starts(with: "<!") || starts(with: "<?") {
        skip(past: ">")
      } else if let tag = tag() {
        index = tag.range.upperBound
        if !tag.isClosing, ["script", "style", "summary"].contains(tag.name) {
          skip(past: "</" + tag.name)
          skip(past: ">")
        }
        return tag
      } else {
        index += 1
      }
    }
    return nil
  }

  private func tag() -> HTMLTag? {
    let isClosing = index + 1 < end && bytes[index + 1] == UInt8(ascii: "/")
    let start = index + (isClosing ? 2 : 1)
    var stop = start
    while stop < end && (bytes[stop].isAlphanumeric || bytes[stop] == UInt8(ascii: "-")) {
      stop += 1
    }
    guard stop > start, !(0x30...0x39).contains(bytes[start]), bytes[start] != UInt8(ascii: "-"),
      stop < end, [9, 10, 13, 32, UInt8(ascii: "/"), UInt8(ascii: ">")].contains(bytes[stop]),
      let close = close(from: stop)
    else { return nil }
    let name = String(decoding: bytes[start..<stop], as: UTF8.self).lowercased()
    return HTMLTag(name: name, isClosing: isClosing, range: index..<close + 1)
  }

  /// The `>` that ends a tag, not one inside an attribute's quotes.
  private func close(from start: Int) -> Int? {
    var quote: UInt8?
    for offset in start..<min(end, start + Self.lengthLimit) {
      switch bytes[offset] {
      case quote: quote = nil
      case _ where quote != nil: break
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = bytes[offset]
      case UInt8(ascii: ">"): return offset
      case UInt8(ascii: "<"): return nil
      default: break
      }
    }
    return nil
  }

  private func starts(with text: String) -> Bool {
    index + text.utf8.count <= end && bytes[index...].starts(with: text.utf8)
  }

  private mutating func skip(past marker: String) {
    while index < end && !starts(with: marker) { index += 1 }
    index = min(index + marker.utf8.count, end)
  }
}
