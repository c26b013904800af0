extension Pattern {
  /// A pattern as an extended regular expression of POSIX (XBD 9.4), as `[[ … =~ … ]]` of bash reads it in
  /// the C locale. There a character outside ASCII is as many characters as it has bytes.
  ///
  /// - Returns: nil for a pattern that cannot be read, and where POSIX has no word for a part of it: `\b`,
  ///   a character outside ASCII in a set.
  package static func posix(_ text: String) -> String? {
    var parser = PatternParser(text)
    guard let root = try? parser.parse() else { return nil }
    return posix(root)
  }

  private static func posix(_ node: Node) -> String? {
    switch node {
    case .start: return "^"
    case .end: return "$"
    case .boundary: return nil
    case .one(let set): return posix(set)
    case .sequence(let nodes): return all(nodes)?.joined()
    case .either(let nodes): return all(nodes).map { "(\($0.joined(separator: "|")))" }
    case .repeated(let inner, let min, let max):
      guard let text = posix(inner) else { return nil }
      let isOne = if case .one = inner { text.utf8.allSatisfy { $0 < 0x80 } } else { false }
      return (isOne ? text : "(\(text))") + count(min, max)
    }
  }

  private static func all(_ nodes: [Node]) -> [String]? {
    let texts = nodes.map(posix)
    return texts.contains(nil) ? nil : texts.compactMap(\.self)
  }

  private static func count(_ min: Int, _ max: Int?) -> String {
    switch (min, max) {
    case (0, nil): "*"
    case (1, nil): "+"
    case (0, 1): "?"
    case (_, nil): "{\(min),}"
    case (_, let max?): min == max ? "{\(min)}" : "{\(min),\(max)}"
    }
  }

  // MARK: Sets

  private static func posix(_ set: Class) -> String? {
    if !set.isNegated, set.ranges.count == 1, let range = set.ranges.first, range.count == 1,
      let scalar = Unicode.Scalar(range.lowerBound)
    {
      return (".[]\\()*+?{}|^$".unicodeScalars.contains(scalar) ? "\\" : "") + String(scalar)
    }
    let isBeyond = { (scalar: UInt32) in scalar > 0x7F && !whiteSpace.contains(scalar) }
    guard !set.ranges.contains(where: { isBeyond($0.lowerBound) || isBeyond($0.upperBound) }) else {
      return nil
    }
    let plain = Class(ranges: set.ranges)
    let members = (UInt8(1)...0x7F).filter { plain.contains(UInt32($0)) }
    return "[" + (set.isNegated ? "^" : "") + list(members, isNegated: set.isNegated) + "]"
  }

  /// What `\s` has outside ASCII: it is left out of a set.
  private static let whiteSpace: Set<UInt32> = [
    0xA0, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF,
  ]

  /// The inside of brackets: `]` first, `^` not first, `-` last, and no `[` before a `.`, `=` or `:`.
  private static func list(_ members: [UInt8], isNegated: Bool) -> String {
    var text = members.contains(UInt8(ascii: "]")) ? "]" : ""
    var end = ""
    var rest = members[...]
    while let first = rest.first {
      var count = 1
      while isAlphanumeric(first), count < rest.count,
        rest[rest.startIndex + count] == first + UInt8(count),
        isAlphanumeric(first + UInt8(count))
      {
        count += 1
      }
      let last = first + UInt8(count - 1)
      rest = rest.dropFirst(count)
      switch first {
      case UInt8(ascii: "]"): break
      case UInt8(ascii: "["), UInt8(ascii: "^"), UInt8(ascii: "-"):
        end.unicodeScalars.append(Unicode.Scalar(first))
      default:
        text.unicodeScalars.append(Unicode.Scalar(first))
        if count > 2 { text += "-" }
        if count > 1 { text.unicodeScalars.append(Unicode.Scalar(last)) }
      }
    }
    // "-" sorts before "[" and "^".
    if end.hasPrefix("-") { end = String(end.dropFirst()) + "-" }
    if text.isEmpty, !isNegated, end.hasPrefix("^") {
      end = end.count > 1 ? String(end.dropFirst()) + "^" : end
    }
    return text + end
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
