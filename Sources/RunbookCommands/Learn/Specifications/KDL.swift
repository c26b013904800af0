import RunbookModel

/// A node of a KDL document: `flag "-v --verbose" global=#true { … }`.
struct KDLNode: Sendable, Equatable {
  let name: String
  /// Values without a name, as text.
  var arguments: [String] = []
  var properties: [String: String] = [:]
  var children: [KDLNode] = []

  func isTrue(_ property: String) -> Bool { properties[property] == "true" }

  /// The children of a name.
  func all(_ name: String) -> [KDLNode] { children.filter { $0.name == name } }
}

/// Why a text is no KDL.
package struct KDLProblem: Error, Sendable, Equatable {
  /// One-based.
  package let line: Int
  package let reason: String
}

/// Reads KDL (kdl.dev), versions 1 and 2, as far as specifications of usage have it: nodes, values, properties,
/// children, comments, strings of one and of several lines. Annotations of types are left out.
struct KDLReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func read(_ bytes: [UInt8]) throws(KDLProblem) -> [KDLNode] {
    var reader = KDLReader(bytes)
    let nodes = try reader.nodes(depth: 0)
    if reader.index < bytes.count { throw reader.problem("a `}` closes nothing") }
    return nodes
  }

  private func problem(_ reason: String) -> KDLProblem {
    KDLProblem(line: bytes[..<min(index, bytes.count)].count { $0 == 0x0A } + 1, reason: reason)
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  // MARK: Nodes

  private mutating func nodes(depth: Int) throws(KDLProblem) -> [KDLNode] {
    guard depth < 32 else { throw problem("nodes nest more than 32 levels deep") }
    var nodes: [KDLNode] = []
    while true {
      try skip(lines: true)
      guard let byte = current, byte != UInt8(ascii: "}") else { return nodes }
      let isLeftOut = starts("/-")
      if isLeftOut {
        index += 2
        try skip(lines: true)
      }
      let node = try node(depth: depth)
      if !isLeftOut { nodes.append(node) }
    }
  }

  private mutating func node(depth: Int) throws(KDLProblem) -> KDLNode {
    var node = KDLNode(name: try value())
    while true {
      try skip(lines: false)
      guard let byte = current else { return node }
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ";"):
        index += 1
        return node
      case UInt8(ascii: "}"): return node
      case UInt8(ascii: "{"):
        index += 1
        node.children += try nodes(depth: depth + 1)
        guard current == UInt8(ascii: "}") else { throw problem("a `{` is not closed") }
        index += 1
      default:
        let isLeftOut = starts("/-")
        if isLeftOut {
          index += 2
          try skip(lines: false)
          if current == UInt8(ascii: "{") {
            index += 1
            _ = try nodes(depth: depth + 1)
            guard current == UInt8(ascii: "}") else { throw problem("a `{` is not closed") }
            index += 1
            continue
          }
        }
        let text = try value()
        if current == UInt8(ascii: "=") {
          index += 1
          let property = try value()
          if !isLeftOut { node.properties[text] = property }
        } else if !isLeftOut {
          node.arguments.append(text)
        }
      }
    }
  }

  // MARK: Values

  private mutating func value() throws(KDLProblem) -> String {
    if current == UInt8(ascii: "(") {
      // The annotation of a type.
      while let byte = current, byte != UInt8(ascii: ")") { index += 1 }
      guard current != nil else { throw problem("a `(` is not closed") }
      index += 1
    }
    if current == UInt8(ascii: "\"") || starts("r#") || starts("r\"") || rawHashes > 0 {
      return try string()
    }
    let start = index
    while let byte = current, byte > 0x20, !byte.isOne(of: "{}();=\"") { index += 1 }
    guard index > start else { throw problem("a value is missing") }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    // `#true` of version 2 is `true` of version 1.
    return text.hasPrefix("#") ? String(text.dropFirst()) : text
  }

  /// How many `#` stand here before a quotation mark.
  private var rawHashes: Int {
    let count = bytes[index...].prefix { $0 == UInt8(ascii: "#") }.count
    let next = index + count
    return next < bytes.count && bytes[next] == UInt8(ascii: "\"") ? count : 0
  }

  private mutating func string() throws(KDLProblem) -> String {
    var isRaw = false
    if current == UInt8(ascii: "r") {
      index += 1
      isRaw = true
    }
    let hashes = bytes[index...].prefix { $0 == UInt8(ascii: "#") }.count
    isRaw = isRaw || hashes > 0
    index += hashes
    let quotes = starts("\"\"\"") ? 3 : 1
    index += quotes
    let end =
      [UInt8](repeating: UInt8(ascii: "\""), count: quotes)
      + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
    var text: [UInt8] = []
    while true {
      guard let byte = current else { throw problem("a string is not closed") }
      if bytes[index...].starts(with: end) {
        index += end.count
        return String(decoding: text, as: UTF8.self)
      }
      index += 1
      if byte == UInt8(ascii: "\\"), !isRaw, let escaped = current {
        index += 1
        switch escaped {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        default: text.append(escaped)
        }
      } else {
        text.append(byte)
      }
    }
  }

  // MARK: Blanks

  private mutating func skip(lines: Bool) throws(KDLProblem) {
    while let byte = current {
      if starts("//") {
        while let next = current, next != 0x0A { index += 1 }
      } else if starts("/*") {
        guard
          let end = bytes[index...].indices.first(where: { place in
            place > index + 1 && bytes[place...].starts(with: "*/".utf8)
          })
        else { throw problem("a comment is not closed") }
        index = end + 2
      } else if byte == UInt8(ascii: "\\") {
        // The node goes on in the next line; only spaces and a comment may come before it.
        index += 1
        while let next = current, next == 0x20 || next == 0x09 || next == 0x0D { index += 1 }
        if starts("//") { while let next = current, next != 0x0A { index += 1 } }
        if let next = current {
          guard next == 0x0A else { throw problem("a `\\` does not end its line") }
          index += 1
        }
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0D
        || lines && (byte == 0x0A || byte == UInt8(ascii: ";"))
      {
        index += 1
      } else if byte == 0xEF && starts("\u{FEFF}") {
        index += 3
      } else {
        return
      }
    }
  }
}
