/// What the values of an input are like, in words and for the page's script.
extension InputDeclaration {
  /// True if the page says what a value may be.
  package var isLimited: Bool { pattern != nil || type.pattern != nil || !choices.isEmpty }

  /// What fits, after "It has to be"; nil if no words are known for it.
  package var fits: String? { pattern.flatMap { Self.words(for: $0.value) } ?? type.fits }

  /// True if values are meant to begin with a hyphen: the pattern starts with a sign.
  package var takesHyphen: Bool {
    if type == .integer && pattern == nil { return true }
    guard let text = pattern?.value, var parser = Optional(PatternParser(text)),
      let root = try? parser.parse()
    else { return false }
    return Self.firstClass(root).map { set in
      set.contains(0x2D) && !set.isNegated && set.ranges.allSatisfy { $0.count == 1 }
        && set.ranges.count <= 2
    } ?? false
  }

  private static func firstClass(_ node: Pattern.Node) -> Pattern.Class? {
    switch node {
    case .one(let set): return set
    case .start, .end, .boundary, .either: return nil
    case .repeated(let inner, _, _): return firstClass(inner)
    case .sequence(let nodes):
      for node in nodes {
        if case .start = node { continue }
        return firstClass(node)
      }
      return nil
    }
  }

  /// The kinds of characters of a pattern that takes no others and has no fixed letters.
  private static func words(for pattern: String) -> String? {
    var parser = PatternParser(pattern)
    guard pattern.hasPrefix("^"), pattern.hasSuffix("$"), let root = try? parser.parse() else {
      return nil
    }
    var sets: [Pattern.Class] = []
    collect(root, &sets)
    var words: [String] = []
    var singles: Set<UInt32> = []
    for set in sets {
      guard !set.isNegated else { return nil }
      for range in set.ranges {
        if let kind = kinds.first(where: { $0.range == range }) {
          if !words.contains(kind.name) { words.append(kind.name) }
        } else if range.count == 1, names[range.lowerBound] != nil {
          singles.insert(range.lowerBound)
        } else {
          return nil
        }
      }
    }
    words = kinds.map(\.name).filter(words.contains)
    words += singles.sorted().compactMap { names[$0] }
    guard let last = words.popLast() else { return nil }
    return words.isEmpty ? last : words.joined(separator: ", ") + " and " + last
  }

  private static func collect(_ node: Pattern.Node, _ sets: inout [Pattern.Class]) {
    switch node {
    case .one(let set): sets.append(set)
    case .start, .end, .boundary: break
    case .sequence(let nodes), .either(let nodes): for node in nodes { collect(node, &sets) }
    case .repeated(let inner, _, _): collect(inner, &sets)
    }
  }

  private static let kinds: [(range: ClosedRange<UInt32>, name: String)] = [
    (0x61...0x7A, "lower-case letters"), (0x41...0x5A, "capital letters"), (0x30...0x39, "digits"),
  ]

  private static let names: [UInt32: String] = [
    0x20: "spaces", 0x2B: "`+`", 0x2C: "commas", 0x2D: "hyphens", 0x2E: "dots", 0x2F: "slashes",
    0x3A: "colons", 0x3D: "`=`", 0x40: "`@`", 0x5F: "underscores",
  ]
}

extension InputDeclaration.ValueType {
  fileprivate var fits: String? {
    switch self {
    case .integer: "a whole number"
    case .ip: "an IP address"
    case .awsRegion: "the name of an AWS region"
    case .instanceID: "an EC2 instance id: i- and 8 to 17 digits or letters from a to f"
    case .k8sName: "lower-case letters, digits, dots and hyphens"
    case .string, .enum, .duration, .path: nil
    }
  }
}
