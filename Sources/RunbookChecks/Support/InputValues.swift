/// What the values of an input are like, in words and for the page's script.
extension InputDeclaration {
  /// True if the page says what a value may be.
  package var isLimited: Bool { pattern != nil || type.pattern != nil || !choices.isEmpty }

  /// What fits, after "It has to be"; nil if no words are known for it.
  package var shape: ValueShape? {
    pattern.flatMap { Self.kinds(for: $0.value) }.map { .characters($0) } ?? type.shape
  }

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
  private static func kinds(for pattern: String) -> [ValueShape.Characters]? {
    var parser = PatternParser(pattern)
    guard pattern.hasPrefix("^"), pattern.hasSuffix("$"), let root = try? parser.parse() else {
      return nil
    }
    var sets: [Pattern.Class] = []
    collect(root, &sets)
    var kinds: Set<ValueShape.Characters> = []
    for set in sets {
      guard !set.isNegated else { return nil }
      for range in set.ranges {
        guard let kind = ValueShape.Characters(range) else { return nil }
        kinds.insert(kind)
      }
    }
    return kinds.isEmpty ? nil : ValueShape.Characters.allCases.filter(kinds.contains)
  }

  private static func collect(_ node: Pattern.Node, _ sets: inout [Pattern.Class]) {
    switch node {
    case .one(let set): sets.append(set)
    case .start, .end, .boundary: break
    case .sequence(let nodes), .either(let nodes): for node in nodes { collect(node, &sets) }
    case .repeated(let inner, _, _): collect(inner, &sets)
    }
  }
}

extension InputDeclaration.ValueType {
  fileprivate var shape: ValueShape? {
    switch self {
    case .integer: .integer
    case .ip: .ip
    case .awsRegion: .awsRegion
    case .instanceID: .instanceID
    case .k8sName: .characters([.lowerCase, .digits, .hyphens, .dots])
    case .string, .enum, .duration, .path: nil
    }
  }
}
