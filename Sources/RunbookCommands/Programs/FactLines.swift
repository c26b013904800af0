/// Generated facts: lines that begin with a name and a `|`, sorted by the bytes of the names. They are
/// read where they lie, and no further than is asked for.
struct FactLines: Sendable {
  typealias Line = UnsafeBufferPointer<UInt8>.SubSequence

  private let text: StaticString

  init(_ text: StaticString) { self.text = text }

  private var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// The fields behind the name, found by bisection.
  func fields(of name: String) -> [Line]? {
    let bytes = bytes
    let wanted = Array(name.utf8)
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = (low + high) / 2
      let start = bytes[low..<middle].lastIndex(of: Self.newline).map { $0 + 1 } ?? low
      let end = bytes[middle..<high].firstIndex(of: Self.newline) ?? high
      let line = bytes[start..<end]
      let found = line.prefix { $0 != Self.bar }
      if found.elementsEqual(wanted) {
        return Array(
          line.split(separator: Self.bar, omittingEmptySubsequences: false).dropFirst())
      }
      if found.lexicographicallyPrecedes(wanted) { low = min(end + 1, high) } else { high = start }
    }
    return nil
  }

  var names: [String] {
    bytes.split(separator: Self.newline).map { line in
      String(decoding: line.prefix { $0 != Self.bar }, as: UTF8.self)
    }
  }

  private static let newline = UInt8(ascii: "\n")
  private static let bar = UInt8(ascii: "|")
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// The words of a field.
  func words(at separator: Unicode.Scalar = " ") -> [String] {
    split(separator: UInt8(ascii: separator)).map { String(decoding: $0, as: UTF8.self) }
  }
}
