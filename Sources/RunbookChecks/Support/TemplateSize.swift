import RunbookModel

/// What a template comes to once the templates that it includes are put in. Sections are
/// rendered by a call for each level, and a template may include another one many times.
struct TemplateSize: Sendable {
  /// The tag at which a template becomes too large by itself.
  struct Excess: Sendable {
    let range: ByteRange
    /// A sentence without its full stop.
    let what: String
  }

  static let maximumLevels = 64
  static let maximumTags = 2000

  private var levels = 0
  private var tags = 0
  /// Nil also where a template that is included is the one to be mended.
  private(set) var excess: Excess?
  private(set) var isTooLarge = false

  /// - Parameter known: the templates that it includes; one that does not exist counts for nothing.
  private init(_ reader: MustacheReader, _ known: [String: TemplateSize]) {
    tags = reader.count
    // Comments count as well, so that the last tag may not be one that is kept.
    if tags > Self.maximumTags {
      exceed(reader.tags.last?.range, "the limit is \(Self.maximumTags) tags")
    }
    var open = 0
    for tag in reader.tags {
      switch tag.kind {
      case .variable, .verbatim, .comment: break
      case .end: open = max(0, open - 1)
      case .section, .inverted:
        open += 1
        add(TemplateSize(levels: open), at: tag.range)
      case .partial:
        guard var included = known[tag.name] else { break }
        included.levels += open + 1
        add(included, at: tag.range)
      }
    }
  }

  private init(levels: Int) { self.levels = levels }

  private mutating func add(_ other: TemplateSize, at range: ByteRange) {
    if other.isTooLarge { isTooLarge = true }
    guard !isTooLarge else { return }
    levels = max(levels, other.levels)
    tags += other.tags
    if levels > Self.maximumLevels {
      exceed(
        range,
        "the limit is \(Self.maximumLevels) levels of sections and templates inside each other")
    } else if tags > Self.maximumTags {
      exceed(range, "the limit is \(Self.maximumTags) tags with the templates that it includes")
    }
  }

  private mutating func exceed(_ range: ByteRange?, _ what: String) {
    isTooLarge = true
    excess = Excess(range: range ?? 0..<0, what: what)
  }

  /// The sizes of templates by their names, without those that include themselves and those that
  /// include one of these: they have none.
  static func all(_ readers: [String: MustacheReader]) -> [String: TemplateSize] {
    var sizes: [String: TemplateSize] = [:]
    var users: [String: [String]] = [:]
    var missing: [String: Int] = [:]
    for (name, reader) in readers {
      let included = Set(reader.tags.filter { $0.kind == .partial }.map(\.name))
        .filter { readers[$0] != nil }
      missing[name] = included.count
      for other in included { users[other, default: []].append(name) }
    }
    var ready = missing.filter { $0.value == 0 }.map(\.key)
    while let name = ready.popLast() {
      guard let reader = readers[name] else { continue }
      sizes[name] = TemplateSize(reader, sizes)
      for user in users[name] ?? [] {
        missing[user, default: 0] -= 1
        if missing[user] == 0 { ready.append(user) }
      }
    }
    return sizes
  }
}
