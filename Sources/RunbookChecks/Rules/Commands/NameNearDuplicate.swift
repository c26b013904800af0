import RunbookModel

enum NameNearDuplicate {
  static let rule = Rule(
    "name-near-duplicate", .warning,
    "a name is spelt once in another way than elsewhere on the page",
    rationale: """
      `jupyerhub.sqlite` once and `jupyterhub.sqlite` four times: who copies the first gets an error, or a
      second object. Only names in code are compared, and only where two letters are exchanged or one is
      doubled or missing, or where `__NAME__` has lost its end. Plurals, numbers and `yml` beside `yaml`
      are names of their own.
      """,
    passing: [
      Rule.Example(
        """
        ```bash
        cp my-node-a my-node-b
        cat my-nodes-x values.yaml values.yml my-node-x my-node-x my-node-x
        ls values.yaml values.yaml
        ```
        """),
      Rule.Example("`from-client` `form-client` `from-client`, `__main` and `__init__`"),
    ],
    failing: [
      Rule.Example(
        "Open `jupyterhub.db`, then copy `jupyterhub.db` and `▸jupyerhub.db` to `/tmp/jupyterhub.db`."
      ),
      Rule.Example(
        "Assign it to `▸__DEFAULT`.\n\n```bash\nopenstack volume qos associate x __DEFAULT__\n```"),
      Rule.Example(
        "```\nMigrate --from <▸target-keysapce>\nMigrate <target-keyspace>\nShow <target-keyspace> <target-keyspace>\n```"
      ),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let names = Names(context)
    for (rare, place) in names.rare {
      guard let usual = names.usual(near: rare) else { continue }
      let (name, other) = (context.file.text(place), String(decoding: usual.name, as: UTF8.self))
      diagnostics.append(
        context.finding(
          rule, at: place, "`\(name)` stands here once, elsewhere on the page it is `\(other)`",
          explanation: "If both are the same, write `\(other)`.",
          notes: [.init("as here", at: context.range(usual.place))]))
    }
  }
}

/// The names in the code of a page that are long enough to be compared.
private struct Names {
  typealias Name = ArraySlice<UInt8>

  private struct Entry {
    var count: Int
    let first: ByteRange
  }

  /// Those that stand there once, in the order of the page.
  private(set) var rare: [(name: Name, place: ByteRange)] = []
  /// By a hash of the name: every word of every block is put in here.
  private var entries: [UInt64: Entry] = [:]
  /// Those that stand there often, by what a slip does not change: the first and the last letter.
  private var frequent: [UInt16: [Name]] = [:]

  /// More names than these are those of a generated reference, whose pairs nobody compares.
  private static let maximum = 2000
  private static let lengths = 8...80

  init(_ context: PageContext) {
    let bytes = context.file.bytes
    let code = context.outline.codeSpans.map(\.range) + context.outline.codeBlocks.map(\.range)
    for range in code { collect(range.clamped(to: 0..<bytes.count), bytes) }
    // Those have a rule of their own, which compares them however often they stand there.
    for found in context.facts.undeclaredPlaceholders {
      entries[Self.hash(Array(found.name.utf8)[...])] = nil
    }
    guard entries.count <= Self.maximum else { return }
    for entry in entries.values {
      let name = bytes[entry.first]
      if entry.count > 2 { frequent[Self.ends(of: name), default: []].append(name) }
      if entry.count == 1 { rare.append((name, entry.first)) }
    }
    rare.sort { $0.place.lowerBound < $1.place.lowerBound }
  }

  func usual(near rare: Name) -> (name: Name, place: ByteRange)? {
    if rare.starts(with: "__".utf8), rare.last != UInt8(ascii: "_") {
      let whole = rare + Array("__".utf8)
      if let entry = entries[Self.hash(whole)] { return (whole, entry.first) }
    }
    let near = (frequent[Self.ends(of: rare)] ?? []).filter { KeyboardSlip.isSlip(rare, $0) }
    guard let name = near.min(by: { $0.lexicographicallyPrecedes($1) }) else { return nil }
    return (name, name.startIndex..<name.endIndex)
  }

  private static func ends(of name: Name) -> UInt16 {
    UInt16(name.first ?? 0) << 8 | UInt16(name.last ?? 0)
  }

  /// FNV-1a.
  private static func hash(_ name: Name) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  private mutating func collect(_ range: ByteRange, _ bytes: [UInt8]) {
    let parts = Self.parts
    var index = range.lowerBound
    while index < range.upperBound {
      guard parts.contains(bytes[index]) else {
        index += 1
        continue
      }
      var start = index
      while index < range.upperBound, parts.contains(bytes[index]) { index += 1 }
      var end = index
      while end > start, Self.isEdge(bytes[end - 1]) { end -= 1 }
      while start < end, Self.isEdge(bytes[start]) { start += 1 }
      let name = bytes[start..<end]
      guard Self.lengths.contains(name.count), Self.isName(name) else { continue }
      entries[Self.hash(name), default: Entry(count: 0, first: start..<end)].count += 1
    }
  }

  private static func isEdge(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static let parts = ASCIISet(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_")

  /// A word of a language has no joint; what begins with a digit is a number or a hash.
  private static func isName(_ name: Name) -> Bool {
    guard let first = name.first, first > UInt8(ascii: "9") else { return false }
    var before = first
    for byte in name.dropFirst() {
      if !byte.isAlphanumeric { return true }
      let isHump =
        byte < UInt8(ascii: "a") && byte > UInt8(ascii: "9")
        && before >= UInt8(ascii: "a")
      if isHump { return true }
      before = byte
    }
    return false
  }
}
