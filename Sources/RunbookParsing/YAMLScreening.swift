import RunbookModel

/// Keeps from the YAML library what it would not survive: it reads nested collections by calling
/// itself, and compares keys that are collections with everything that their aliases stand for
/// written out.
///
/// The bytes are looked at without knowing what is quoted, so too much is counted rather than too
/// little.
struct YAMLScreening {
  /// With so few, keys cannot stand for more than some ten thousand copies of anything.
  private static let harmlessAliases = 30

  private let limits: Limits
  private var aliases = 0
  private var hasCollectionKey = false
  private var lastAlias = 0
  private var brackets = 0
  /// Indentations of the block collections that are open, the outermost first.
  private var indents: [Int] = []
  private var depth = (deepest: 0, offset: 0)

  /// The finding that some YAML is not to be parsed.
  static func refusal(of file: SourceFile, _ range: ByteRange, _ limits: Limits) -> Diagnostic? {
    var screening = YAMLScreening(limits: limits)
    file.bytes.withUnsafeBufferPointer { screening.scan($0, range.clamped(to: 0..<$0.count)) }
    return screening.refusal(of: file)
  }

  private init(limits: Limits) { self.limits = limits }

  private func refusal(of file: SourceFile) -> Diagnostic? {
    func exceeded(_ limit: Limit, _ found: Int, _ offset: Int) -> Diagnostic {
      limits.exceeded(
        limit, found: found, at: file.range(offset..<offset + 1), YAMLReader.consequence)
    }
    if depth.deepest > limits[.yamlDepth] {
      return exceeded(.yamlDepth, depth.deepest, depth.offset)
    }
    let allowed = hasCollectionKey ? Self.harmlessAliases : limits[.yamlAliases]
    guard aliases > min(allowed, limits[.yamlAliases]) else { return nil }
    if aliases > limits[.yamlAliases] { return exceeded(.yamlAliases, aliases, lastAlias) }
    return Diagnostic(
      "limit-exceeded", .error, at: file.range(lastAlias..<lastAlias + 1),
      "there are \(aliases) aliases in this YAML, and a key that is a list, a mapping or an alias; "
        + "with such a key the limit is \(Self.harmlessAliases)",
      explanation: "\(YAMLReader.consequence) Write keys as text; this limit cannot be raised.")
  }

  private mutating func scan(_ yaml: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var previous = UInt8(ascii: "\n")
    var index = range.lowerBound
    while index < range.upperBound {
      if previous == 10 || previous == 13 { index = startLine(yaml, index..<range.upperBound) }
      guard index < range.upperBound else { return }
      let byte = yaml[index]
      let isTokenStart = previous <= 32 || Self.opensToken(previous)
      previous = byte
      index += 1
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets += 1
        noteDepth(brackets + indents.count, at: index - 1)
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        brackets = max(0, brackets - 1)
        hasCollectionKey = hasCollectionKey || Self.isColon(yaml, index..<range.upperBound)
      case UInt8(ascii: "*") where isTokenStart:
        (aliases, lastAlias) = (aliases + 1, index - 1)
        while index < range.upperBound, yaml[index] > 32, !Self.endsAlias(yaml[index]) {
          index += 1
        }
        hasCollectionKey = hasCollectionKey || Self.isColon(yaml, index..<range.upperBound)
      case UInt8(ascii: "?") where isTokenStart: hasCollectionKey = true
      default: break
      }
    }
  }

  /// Follows the indentation of a line, and the `- ` and `? ` that each open one more level on it;
  /// returns where its content starts.
  private mutating func startLine(_ yaml: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int {
    var index = line.lowerBound
    while index < line.upperBound && yaml[index] == 32 { index += 1 }
    guard index < line.upperBound, yaml[index] > 32, yaml[index] != UInt8(ascii: "#") else {
      return index
    }
    open(index - line.lowerBound)
    while index + 1 < line.upperBound, Self.isIndicator(yaml[index]),
      yaml[index + 1] == 32 || yaml[index + 1] == 9
    {
      if yaml[index] == UInt8(ascii: "?") { hasCollectionKey = true }
      index += 2
      while index < line.upperBound && (yaml[index] == 32 || yaml[index] == 9) { index += 1 }
      open(index - line.lowerBound)
    }
    noteDepth(indents.count + brackets, at: index)
    return index
  }

  private mutating func open(_ indent: Int) {
    while let last = indents.last, last >= indent { indents.removeLast() }
    indents.append(indent)
  }

  private mutating func noteDepth(_ found: Int, at offset: Int) {
    if found > depth.deepest { depth = (found, offset) }
  }

  private static func opensToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"): true
    default: false
    }
  }

  private static func endsAlias(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
  }

  private static func isIndicator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
  }

  private static func isColon(_ yaml: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>) -> Bool {
    yaml[rest].first { $0 != 32 && $0 != 9 } == UInt8(ascii: ":")
  }
}
