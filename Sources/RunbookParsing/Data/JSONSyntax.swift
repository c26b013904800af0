import RunbookModel

/// Whether a text is JSON (RFC 8259), and if not, where it stops being so. Several values one after the
/// other are taken, as programs print them.
struct JSONSyntax {
  private static let maximumDepth = 500

  private let bytes: [UInt8]
  private var position = 0
  /// What is nested deeper is not judged.
  private var isTooDeep = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func problem() -> DataProblem? {
    do throws(DataProblem) {
      skipSpace()
      // A member without its object is an excerpt.
      guard let first = current, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
        return nil
      }
      while current != nil {
        try value(depth: 0)
        skipSpace()
        if current == UInt8(ascii: ",") || current == UInt8(ascii: "]") { return nil }
      }
      return nil
    } catch {
      // A comment, a placeholder or a mark that something is left out: an excerpt.
      let isExcerpt = bytes[min(error.offset, bytes.count - 1)].isOne(of: "/<#.&*%")
      return isTooDeep || isExcerpt ? nil : error
    }
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 32 || byte == 9 || byte == 10 || byte == 13 { position += 1 }
  }

  private mutating func value(depth: Int) throws(DataProblem) {
    guard depth < Self.maximumDepth else {
      isTooDeep = true
      position = bytes.count
      return
    }
    switch current {
    case UInt8(ascii: "{"): try members(depth)
    case UInt8(ascii: "["): try elements(depth)
    case UInt8(ascii: "\""): try string()
    case nil:
      throw DataProblem(text: "it ends before it is closed", offset: max(bytes.count - 1, 0))
    default: try word()
    }
  }

  private mutating func members(_ depth: Int) throws(DataProblem) {
    position += 1
    skipSpace()
    if current == UInt8(ascii: "}") {
      position += 1
      return
    }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else {
        throw unexpected(
          current == UInt8(ascii: "}")
            ? "a comma stands before the `}`" : "a name in double quotes is missing")
      }
      try string()
      skipSpace()
      guard current == UInt8(ascii: ":") else {
        throw unexpected("a `:` is missing after the name")
      }
      position += 1
      skipSpace()
      try value(depth: depth + 1)
      skipSpace()
      if current == UInt8(ascii: "}") {
        position += 1
        return
      }
      guard current == UInt8(ascii: ",") else { throw unexpected("a `,` or `}` is missing") }
      position += 1
    }
  }

  private mutating func elements(_ depth: Int) throws(DataProblem) {
    position += 1
    skipSpace()
    if current == UInt8(ascii: "]") {
      position += 1
      return
    }
    while true {
      skipSpace()
      if current == UInt8(ascii: "]") { throw unexpected("a comma stands before the `]`") }
      try value(depth: depth + 1)
      skipSpace()
      if current == UInt8(ascii: "]") {
        position += 1
        return
      }
      guard current == UInt8(ascii: ",") else { throw unexpected("a `,` or `]` is missing") }
      position += 1
    }
  }

  private mutating func string() throws(DataProblem) {
    let start = position
    position += 1
    while let byte = current {
      if byte == UInt8(ascii: "\"") {
        position += 1
        return
      }
      if byte == UInt8(ascii: "\n") { break }
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    throw DataProblem(text: "this text is not closed on its line", offset: start)
  }

  /// `true`, `false`, `null` or a number.
  private mutating func word() throws(DataProblem) {
    let start = position
    while let byte = current, !byte.isOne(of: " \t\r\n,:]}[{\"") { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if ["true", "false", "null"].contains(text) || isNumber(text) { return }
    position = start
    throw unexpected(text.isEmpty ? "a value is missing" : "`\(text.prefix(40))` is no value")
  }

  private func isNumber(_ text: String) -> Bool {
    guard let last = text.utf8.last, (48...57).contains(last) else { return false }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard let first = digits.utf8.first, (48...57).contains(first) else { return false }
    return Double(text) != nil && digits.utf8.allSatisfy { $0.isOne(of: "0123456789.eE+-") }
  }

  private func unexpected(_ text: String) -> DataProblem {
    DataProblem(text: text, offset: min(position, max(bytes.count - 1, 0)))
  }
}
