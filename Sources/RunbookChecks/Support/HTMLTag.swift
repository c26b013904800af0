import RunbookModel

/// A tag of raw HTML in the source.
struct HTMLTag {
  /// In lower case.
  let name: String
  let isClosing: Bool
  let range: ByteRange

  /// The tags of a page in document order, block after block, each block once.
  static func blocks(of page: ParsedRunbook) -> [[HTMLTag]] {
    var seen: Set<ByteRange> = []
    var blocks: [[HTMLTag]] = []
    for entry in page.outline.html where seen.insert(entry.range).inserted {
      blocks.append(tags(in: entry.range, of: page.file.bytes))
    }
    return blocks
  }

  /// The values of `id` and `name` attributes.
  static func anchors(of page: ParsedRunbook) -> Set<String> {
    var anchors: Set<String> = []
    for tag in blocks(of: page).joined() where !tag.isClosing {
      for name in ["id", "name"] {
        if let value = tag.attribute(name, in: page.file.bytes) { anchors.insert(value) }
      }
    }
    return anchors
  }

  /// The value of an attribute that has one.
  private func attribute(_ wanted: String, in bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes[range].dropFirst().dropLast(), as: UTF8.self)
    for start in text.indices where text[start].isWhitespace {
      let rest = text[text.index(after: start)...]
      guard rest.lowercased().hasPrefix(wanted + "=") else { continue }
      let value = rest.dropFirst(wanted.count + 1)
      guard let quote = value.first, quote == "\"" || quote == "'" else {
        return String(value.prefix { !$0.isWhitespace && $0 != "/" })
      }
      return String(value.dropFirst().prefix { $0 != quote })
    }
    return nil
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
