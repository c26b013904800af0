import RunbookModel

/// Splits raw HTML into tags and what lies between them; enough to find `<details>`, no more.
struct HTMLScanner {
  struct Tag {
    let text: String
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

  init(_ text: String) { bytes = Array(text.utf8) }

  func text(from start: Int) -> String { String(decoding: bytes[start..<index], as: UTF8.self) }

  mutating func next() -> Token? {
    guard index < bytes.count else { return nil }
    let start = index
    if let tag = tag() { return .tag(tag) }
    index = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    return .text(text(from: start))
  }

  /// The tag that starts here; comments are skipped over as text.
  private mutating func tag() -> Tag? {
    guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { return nil }
    var nameStart = index + 1
    let isClosing = bytes[nameStart] == UInt8(ascii: "/")
    if isClosing { nameStart += 1 }
    let name = bytes[nameStart...].prefix { Self.isNameByte($0) }
    guard !name.isEmpty, let close = bytes[name.endIndex...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let attributes = String(decoding: bytes[name.endIndex..<close], as: UTF8.self).lowercased()
    let start = index
    index = close + 1
    return Tag(
      text: text(from: start), name: String(decoding: name, as: UTF8.self).lowercased(),
      isClosing: isClosing,
      attributes: attributes.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "=" }
        .map(String.init))
  }

  /// Reads `<summary>…</summary>` if that is what comes next and returns its plain text.
  mutating func summary() -> String {
    let start = index
    while index < bytes.count && [32, 9, 10].contains(bytes[index]) { index += 1 }
    guard index < bytes.count, let open = tag(), open.name == "summary", !open.isClosing else {
      index = start
      return ""
    }
    var text = ""
    while let token = next() {
      switch token {
      case .tag(let tag) where tag.name == "summary" && tag.isClosing:
        return HTMLEntities.decode(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      case .tag: break
      case .text(let string): text += string
      }
    }
    index = start
    return ""
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
  }
}

/// The handful of entities that people write by hand.
enum HTMLEntities {
  static func decode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[ampersand...]
      let match = named.first { rest.hasPrefix($0.name) }
      result += match?.text ?? "&"
      rest = rest.dropFirst(match?.name.count ?? 1)
    }
    return result + rest
  }

  private static let named: [(name: String, text: String)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ("&nbsp;", "\u{A0}"),
  ]
}
