import RunbookModel

/// Puts the events of a document together as a tree with byte ranges, within the limits.
struct YAMLTreeBuilder {
  /// A key that stands in its mapping already. Its entry is left out.
  struct RepeatedKey {
    let name: String
    let range: ByteRange
    let first: ByteRange
  }

  private struct Level {
    let event: YAMLEvents.Event
    let isMapping: Bool
    let isFlow: Bool
    /// How many values there were before this one.
    let countBefore: Int
    /// Of a mapping its keys and values in turn.
    var items: [YAMLNode] = []
  }

  private let limits: Limits
  private let bytes: [UInt8]
  private var levels: [Level] = []
  private var anchors: [String: (node: YAMLNode, count: Int)] = [:]
  /// Values so far, aliases written out.
  private var count = 0
  private var aliasCount = 0
  private(set) var root: YAMLNode?
  private(set) var repeatedKeys: [RepeatedKey] = []

  /// Reads the one document in a byte range of a file; nothing comes of an empty text.
  init(_ file: SourceFile, _ range: ByteRange, _ limits: Limits) throws(YAMLFailure) {
    self.limits = limits
    bytes = file.bytes
    let range = range.clamped(to: 0..<bytes.count)
    guard !range.isEmpty else { return }
    try Self.requireFewDirectives(file, range)
    try file.bytes[range].withUnsafeBufferPointer { bytes throws(YAMLFailure) in
      let events = try YAMLEvents(bytes, at: range.lowerBound)
      var documents = 0
      while true {
        let event = try events.next()
        if case .endOfText = event.kind { return }
        if case .document = event.kind { documents += 1 }
        guard documents < 2 else {
          throw .syntax(
            YAMLProblem(
              text: "but found another document", offset: event.range.lowerBound,
              context: ("expected a single document in the stream", range.lowerBound)))
        }
        try take(event)
      }
    }
  }

  /// libyaml holds every `%TAG` against all before it.
  private static func requireFewDirectives(_ file: SourceFile, _ range: ByteRange)
    throws(YAMLFailure)
  {
    var count = 0
    for line in file.lines.line(at: range.lowerBound)..<file.lines.count {
      let start = file.lines.starts[line]
      guard start < range.upperBound else { return }
      if file.bytes[start] == UInt8(ascii: "%") { count += 1 }
      guard count <= 100 else {
        throw .syntax(YAMLProblem(text: "there are more than 100 directives", offset: start))
      }
    }
  }

  private mutating func take(_ event: YAMLEvents.Event) throws(YAMLFailure) {
    switch event.kind {
    case .scalar(let text, let style): try add(scalar(text, style, event), event.anchor)
    case .sequence(let isFlow): try open(event, isMapping: false, isFlow)
    case .mapping(let isFlow): try open(event, isMapping: true, isFlow)
    case .endOfCollection: try close(event)
    case .alias(let name): try addAlias(name, event)
    case .document, .endOfText, .other: break
    }
  }

  private func scalar(_ text: String, _ style: YAMLEvents.Event.Style, _ event: YAMLEvents.Event)
    -> YAMLNode
  {
    let start = event.anchor == nil && !event.hasTag ? event.range.lowerBound : content(of: event)
    var end = max(start, event.range.upperBound)
    // libyaml ends a block where the next token starts.
    while style == .block && end > start && bytes[end - 1] <= 32 { end -= 1 }
    return YAMLNode(.scalar(text, quoted: style != .plain), range: start..<end)
  }

  /// Behind an anchor and a tag, and the blanks after them.
  private func content(of event: YAMLEvents.Event) -> Int {
    let end = event.range.upperBound
    var index = event.range.lowerBound
    while index < end, bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "!") {
      while index < end && bytes[index] > 32 { index += 1 }
      while index < end && bytes[index] <= 32 { index += 1 }
    }
    return index
  }

  private mutating func open(_ event: YAMLEvents.Event, isMapping: Bool, _ isFlow: Bool)
    throws(YAMLFailure)
  {
    let limit = limits[.yamlDepth]
    guard levels.count < limit else {
      throw .limit(.yamlDepth, found: limit + 1, at: event.range)
    }
    try countValues(1, at: event.range)
    levels.append(
      Level(event: event, isMapping: isMapping, isFlow: isFlow, countBefore: count - 1))
  }

  private mutating func close(_ event: YAMLEvents.Event) throws(YAMLFailure) {
    guard let level = levels.popLast() else { return }
    let start = level.event.range.lowerBound
    // A block collection ends where the next token starts; its last child ends earlier.
    let end = level.isFlow ? event.range.upperBound : level.items.last?.range.upperBound ?? start
    let kind: YAMLNode.Kind =
      level.isMapping ? .mapping(pairs(of: level.items)) : .sequence(level.items)
    let node = YAMLNode(kind, range: start..<max(start, end))
    put(node, level.event.anchor, count: count - level.countBefore)
  }

  private mutating func pairs(of items: [YAMLNode]) -> [YAMLNode.Pair] {
    var pairs: [YAMLNode.Pair] = []
    pairs.reserveCapacity(items.count / 2)
    var first = FirstKeys(count: items.count / 2)
    for index in stride(from: 0, to: items.count - 1, by: 2) {
      let key = items[index]
      if let name = key.scalar, let earlier = first.range(of: name, or: key.range) {
        repeatedKeys.append(RepeatedKey(name: name, range: key.range, first: earlier))
        continue
      }
      pairs.append(YAMLNode.Pair(key: key, value: items[index + 1]))
    }
    return pairs
  }

  private mutating func add(_ node: YAMLNode, _ anchor: String?) throws(YAMLFailure) {
    try countValues(1, at: node.range)
    put(node, anchor, count: 1)
  }

  private mutating func addAlias(_ name: String, _ event: YAMLEvents.Event) throws(YAMLFailure) {
    aliasCount += 1
    guard aliasCount <= limits[.yamlAliases] else {
      throw .limit(.yamlAliases, found: aliasCount, at: event.range)
    }
    guard let known = anchors[name] else {
      throw .syntax(YAMLProblem(text: "found undefined alias", offset: event.range.lowerBound))
    }
    try countValues(known.count, at: event.range)
    put(known.node, nil, count: known.count)
  }

  private mutating func countValues(_ more: Int, at range: ByteRange) throws(YAMLFailure) {
    count += more
    guard count <= limits[.yamlValues] else {
      throw .limit(.yamlValues, found: count, at: range)
    }
  }

  private mutating func put(_ node: YAMLNode, _ anchor: String?, count: Int) {
    if let anchor { anchors[anchor] = (node, count) }
    if levels.isEmpty {
      root = node
    } else {
      levels[levels.count - 1].items.append(node)
    }
  }
}

/// The keys of a mapping, each where it first stands. Most mappings have a few, which are looked through
/// sooner than hashed.
private struct FirstKeys {
  private var few: [(name: String, range: ByteRange)] = []
  private var many: [String: ByteRange] = [:]
  private let isMany: Bool

  init(count: Int) {
    isMany = count > 12
    if !isMany { few.reserveCapacity(count) }
  }

  /// Where a key stands already; nil for a new one, which is remembered.
  mutating func range(of name: String, or range: ByteRange) -> ByteRange? {
    if let earlier = isMany ? many[name] : few.first(where: { $0.name == name })?.range {
      return earlier
    }
    if isMany { many[name] = range } else { few.append((name, range)) }
    return nil
  }
}
