/// `<name>`, the notation of documents for a value that the reader fills in.
///
/// As a pattern: `(?<!<)<[A-Za-z]([\w .:/|-]*[\w.])?>`, where `\w` takes every byte of a character
/// outside ASCII, and a `*` between two hyphens is taken as well: `<ocm-*-namespace>`. No blank may
/// stand at the inner edges, so `a <b >c` and `cat <<EOF > f` stay redirections. `</path/to/file>` at the
/// end of a line is a placeholder, too.
package enum PlaceholderToken {
  /// The index behind the `>`, or nil if no placeholder starts here.
  package static func end(in bytes: [UInt8], at start: Int, limit: Int) -> Int? {
    guard start + 2 < limit, bytes[start] == Byte.less else { return nil }
    guard Byte.isLetter(bytes[start + 1]) else {
      return endOfPath(in: bytes, at: start, limit: limit)
    }
    if start > 0 && bytes[start - 1] == Byte.less { return nil }
    var index = start + 1
    while index < limit, isInner(bytes[index]) || isStar(at: index, bytes, limit) { index += 1 }
    guard index < limit, bytes[index] == Byte.greater, isLast(bytes[index - 1]) else { return nil }
    return index + 1
  }

  /// The index behind `</path/to/file>`, which a shell would refuse: no word follows the `>`.
  private static func endOfPath(in bytes: [UInt8], at start: Int, limit: Int) -> Int? {
    guard bytes[start + 1] == Byte.slash, Byte.isLetter(bytes[start + 2]) else { return nil }
    var index = start + 2
    var slashes = 0
    while index < limit,
      isLast(bytes[index]) || bytes[index] == Byte.minus || bytes[index] == Byte.slash
    {
      if bytes[index] == Byte.slash { slashes += 1 }
      index += 1
    }
    guard index < limit, bytes[index] == Byte.greater, slashes > 0, isLast(bytes[index - 1]),
      index + 1 == limit || bytes[index + 1] == Byte.newline
    else { return nil }
    return index + 1
  }

  private static func isInner(_ byte: UInt8) -> Bool {
    isLast(byte) || byte == Byte.space || byte == Byte.colon || byte == Byte.slash
      || byte == Byte.pipe || byte == Byte.minus
  }

  private static func isStar(at index: Int, _ bytes: [UInt8], _ limit: Int) -> Bool {
    bytes[index] == UInt8(ascii: "*") && bytes[index - 1] == Byte.minus && index + 1 < limit
      && bytes[index + 1] == Byte.minus
  }

  private static func isLast(_ byte: UInt8) -> Bool {
    Byte.continuesName(byte) || byte == Byte.dot || byte >= 0x80
  }
}

/// The names of all closing tags of a text. In quotes and here-documents, `<name>` beside a
/// `</name>` is markup, such as the XML of a virtual machine, and no placeholder.
struct MarkupNames: Sendable {
  private var names: Set<[UInt8]> = []

  init(_ bytes: [UInt8]) {
    var index = 0
    while index + 2 < bytes.count {
      guard bytes[index] == Byte.less, bytes[index + 1] == Byte.slash else {
        index += 1
        continue
      }
      let start = index + 2
      index = start
      while index < bytes.count && Self.isName(bytes[index]) { index += 1 }
      if index > start { names.insert(Array(bytes[start..<index])) }
    }
  }

  func contains(_ name: ArraySlice<UInt8>) -> Bool {
    !names.isEmpty && names.contains(Array(name))
  }

  private static func isName(_ byte: UInt8) -> Bool {
    Byte.continuesName(byte) || byte == Byte.minus || byte == Byte.colon || byte == Byte.dot
  }
}
