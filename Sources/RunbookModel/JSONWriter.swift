/// Writes JSON (RFC 8259) with two-space indentation, or in one line. Members stand in the order in which
/// they are written, so that the same values always make the same bytes.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var depth: Int
  private var isFirst = true
  private let isOneLine: Bool

  /// - Parameters:
  ///   - depth: how many arrays and objects there are around what is written.
  ///   - isOneLine: whether nothing but the values is written, as protocols with one message a line want it.
  package init(depth: Int = 0, isOneLine: Bool = false) {
    self.depth = depth
    self.isOneLine = isOneLine
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclosed("{", "}", body)
  }

  package mutating func member(_ name: String, _ value: (inout JSONWriter) -> Void) {
    separate()
    string(name)
    append(isOneLine ? ":" : ": ")
    value(&self)
  }

  package mutating func array<Element>(
    _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    enclosed("[", "]") { writer in
      for element in elements {
        writer.separate()
        body(&writer, element)
      }
    }
  }

  /// A value that another writer has written for this place.
  package mutating func raw(_ bytes: [UInt8]) { self.bytes += bytes }

  package mutating func number(_ number: Int) { append(String(number)) }

  package mutating func boolean(_ value: Bool) { append(value ? "true" : "false") }

  package mutating func string(_ text: String?) {
    guard var text else {
      append("null")
      return
    }
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { content($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// What needs no escape is copied in runs.
  private mutating func content(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (index, byte) in text.enumerated() {
      guard let escape = Self.escape(byte) else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      append(escape)
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  private static func escape(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case 0x0A: "\\n"
    case 0x0D: "\\r"
    case 0x09: "\\t"
    case 0..<0x20, 0x7F: "\\u00" + hex(byte)
    default: nil
    }
  }

  /// A value that was read elsewhere.
  package mutating func value(_ node: JSONNode) {
    switch node.kind {
    case .null: append("null")
    case .boolean(let value): boolean(value)
    case .number(let text): append(text)
    case .string(let text): string(text)
    case .array(let elements): array(elements) { $0.value($1) }
    case .object(let members):
      object { writer in
        for member in members { writer.member(member.name) { $0.value(member.value) } }
      }
    }
  }

  private mutating func enclosed(
    _ open: String, _ close: String, _ body: (inout JSONWriter) -> Void
  ) {
    append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newLine() }
    append(close)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { append(",") }
    isFirst = false
    newLine()
  }

  private mutating func newLine() {
    if isOneLine { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * depth { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
