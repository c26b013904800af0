/// Reads JSON strictly as RFC 8259 has it: one value, no comments, no trailing commas. What it
/// refuses it names with its place.
package struct JSONReader {
  /// How deep arrays and objects may be nested; deeper is no manifest, and would fill the stack.
  static let deepestNesting = 64

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private let replacesHalves: Bool

  /// - Parameter replacesHalves: whether half of a surrogate pair is read as U+FFFD, and not refused: editors send one
  ///   where somebody edits inside a character that is two in UTF-16.
  /// - Throws: why the text is not JSON, and where.
  package static func read(
    _ bytes: [UInt8], replacesHalves: Bool = false
  ) throws(JSONProblem) -> JSONNode {
    var reader = JSONReader(bytes: bytes, replacesHalves: replacesHalves)
    reader.skipBlanks()
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.position == bytes.count else {
      throw reader.problem("something follows the end of the value")
    }
    return value
  }

  private init(bytes: [UInt8], replacesHalves: Bool) {
    (self.bytes, self.replacesHalves) = (bytes, replacesHalves)
  }

  private func problem(_ reason: String) -> JSONProblem {
    JSONProblem(offset: position, reason: reason)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(JSONProblem) -> JSONNode {
    let start = position
    let kind: JSONNode.Kind
    switch next {
    case UInt8(ascii: "{"): kind = .object(try members())
    case UInt8(ascii: "["): kind = .array(try elements())
    case UInt8(ascii: "\""): kind = .string(try string())
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      kind = .number(try number())
    case UInt8(ascii: "t"): kind = try word("true", .boolean(true))
    case UInt8(ascii: "f"): kind = try word("false", .boolean(false))
    case UInt8(ascii: "n"): kind = try word("null", .null)
    case nil: throw problem("the text ends where a value should be")
    default: throw problem("a value should be here")
    }
    return JSONNode(kind: kind, offset: start)
  }

  private mutating func word(_ word: String, _ kind: JSONNode.Kind) throws(JSONProblem)
    -> JSONNode.Kind
  {
    guard bytes[position...].starts(with: word.utf8) else {
      throw problem("a value should be here")
    }
    position += word.utf8.count
    return kind
  }

  // MARK: - Arrays and objects

  private mutating func enter() throws(JSONProblem) {
    guard depth < Self.deepestNesting else {
      throw problem("values are nested more than \(Self.deepestNesting) levels deep")
    }
    depth += 1
    position += 1
    skipBlanks()
  }

  /// Whether another element follows behind a comma; else the closing bracket has been passed.
  private mutating func continues(until close: Character) throws(JSONProblem) -> Bool {
    skipBlanks()
    if skip(UInt8(ascii: ",")) {
      skipBlanks()
      return true
    }
    guard let byte = close.asciiValue, skip(byte) else {
      throw problem("a comma or '\(close)' is missing here")
    }
    depth -= 1
    return false
  }

  private mutating func elements() throws(JSONProblem) -> [JSONNode] {
    try enter()
    if skip(UInt8(ascii: "]")) {
      depth -= 1
      return []
    }
    var elements = [try value()]
    while try continues(until: "]") { elements.append(try value()) }
    return elements
  }

  private mutating func members() throws(JSONProblem) -> [JSONNode.Member] {
    try enter()
    if skip(UInt8(ascii: "}")) {
      depth -= 1
      return []
    }
    var members = [try member()]
    while try continues(until: "}") { members.append(try member()) }
    return members
  }

  private mutating func member() throws(JSONProblem) -> JSONNode.Member {
    guard next == UInt8(ascii: "\"") else { throw problem("a name in quotes should be here") }
    let name = try string()
    skipBlanks()
    guard skip(UInt8(ascii: ":")) else { throw problem("a colon is missing after the name") }
    skipBlanks()
    return JSONNode.Member(name: name, value: try value())
  }

  // MARK: - Numbers and strings

  private mutating func number() throws(JSONProblem) -> String {
    let start = position
    _ = skip(UInt8(ascii: "-"))
    if !skip(UInt8(ascii: "0")) { try digits() }
    if skip(UInt8(ascii: ".")) { try digits() }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSONProblem) {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    if position == start { throw problem("a digit is missing here") }
  }

  private mutating func string() throws(JSONProblem) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw JSONProblem(offset: start, reason: "this string is not UTF-8")
        }
        return string
      case UInt8(ascii: "\\"): text += try escape()
      case 0..<0x20: throw problem("a control character in a string must be escaped")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw JSONProblem(offset: start, reason: "this string is never closed")
  }

  private mutating func escape() throws(JSONProblem) -> [UInt8] {
    position += 1
    let byte = next
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return byte.map { [$0] } ?? []
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try unicode()
    default:
      position -= 2
      throw problem("there is no such escape in JSON")
    }
  }

  /// The rest of `\uXXXX`, with the other half of a surrogate pair.
  private mutating func unicode() throws(JSONProblem) -> [UInt8] {
    let start = position - 2
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return Array(String(scalar).utf8) }
    let behind = position
    if first < 0xDC00, skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) {
      let second = try hexadecimal()
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return Array(String(scalar).utf8)
      }
    }
    guard replacesHalves else {
      throw JSONProblem(offset: start, reason: "this is half of a surrogate pair")
    }
    // What follows is a character of its own.
    position = behind
    return Array("\u{FFFD}".utf8)
  }

  private mutating func hexadecimal() throws(JSONProblem) -> UInt32 {
    let end = position + 4
    guard end <= bytes.count,
      let value = UInt32(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16),
      bytes[position] != UInt8(ascii: "+")
    else { throw problem("four hexadecimal digits should be here") }
    position = end
    return value
  }
}
