import RunbookModel

/// Splits raw HTML into tags and what lies between them; enough to find `<details>`, no more.
struct HTMLScanner {
  struct Tag {
    /// In lower case.
    let name: String
    let isClosing: Bool
    /// Words between the name and `>`, in lower case.
    let attributes: [String]
  }

  enum Token {
    case tag(Tag)
    case text(String)
  }

  private let bytes: [UInt8]
  private(set) var index = 0
  /// From here on no `>` is left, and no `</summary>`; looking for them again and again would take
  /// quadratic time.
  private var endOfTags = Int.max
  private var endOfSummaries = Int.max

  init(_ text: String) { bytes = Array(text.utf8) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func next() -> Token? {
    guard index < bytes.count else { return nil }
    let start = index
    if let tag = tag() { return .tag(tag) }
    if starts(with: "<!--", at: index) {
      index = endOfComment(from: index + 4)
    } else {
      index = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    }
    return .text(text(start..<index))
  }

  private func starts(with text: String, at index: Int) -> Bool {
    bytes[index...].starts(with: text.utf8)
  }

  /// An unclosed comment takes the rest.
  private func endOfComment(from start: Int) -> Int {
    var index = min(start, bytes.count)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "-") && starts(with: "-->", at: index) { return index + 3 }
      index += 1
    }
    return index
  }

  /// The tag that starts here.
  private mutating func tag() -> Tag? {
    guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { return nil }
    var nameStart = index + 1
    let isClosing = bytes[nameStart] == UInt8(ascii: "/")
    if isClosing { nameStart += 1 }
    let name = bytes[nameStart...].prefix { Self.isNameByte($0) }
    guard !name.isEmpty, let close = endOfTag(from: name.endIndex) else { return nil }
    let attributes = text(name.endIndex..<close).lowercased()
    index = close + 1
    return Tag(
      name: String(decoding: name, as: UTF8.self).lowercased(), isClosing: isClosing,
      attributes: attributes.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "=" }
        .map(String.init))
  }

  /// The `>` of a tag; one inside a quoted attribute value is not it.
  private mutating func endOfTag(from start: Int) -> Int? {
    guard start < endOfTags else { return nil }
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    // With an odd quote mark in it, the tag ends at the first `>` after all.
    if quote != nil, let close = bytes[start...].firstIndex(of: UInt8(ascii: ">")) { return close }
    endOfTags = start
    return nil
  }

  /// Reads `<summary>…</summary>` if that is what comes next and returns its plain text.
  mutating func summary() -> String {
    let start = index
    while index < bytes.count && [32, 9, 10].contains(bytes[index]) { index += 1 }
    guard index < min(bytes.count, endOfSummaries), let open = tag(), open.name == "summary",
      !open.isClosing
    else {
      index = start
      return ""
    }
    var text = ""
    while let token = next() {
      switch token {
      case .tag(let tag) where tag.name == "summary" && tag.isClosing:
        return HTMLEntities.decode(text).split(whereSeparator: \.isWhitespace).joined(
          separator: " ")
      case .tag: break
      case .text(let string): if !string.hasPrefix("<!--") { text += string }
      }
    }
    (index, endOfSummaries) = (start, start)
    return ""
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
  }
}

/// Character references in the text of raw HTML.
enum HTMLEntities {
  static func decode(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"),
        let semicolon = bytes[index...].prefix(34).firstIndex(of: UInt8(ascii: ";")),
        let text = CMarkTree.entityText(Array(bytes[index...semicolon]))
      {
        result += text
        index = semicolon + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
