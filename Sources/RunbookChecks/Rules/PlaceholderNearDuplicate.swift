import RunbookCommands
import RunbookModel

enum PlaceholderNearDuplicate {
  static let rule = Rule(
    "placeholder-near-duplicate", .warning, "two placeholders differ by a slip of the keyboard",
    rationale: """
      `<target-keyspace>` and `<target-keysapce>` look like one value and count as two: a reader, or the
      form of the page, fills in only one of them.
      """,
    passing: [
      Rule.Example(
        "```bash\ncp <source-1> <source-2>\nls <cluster> <clusters> <node-a> <node-b>\n```")
    ],
    failing: [
      Rule.Example(
        "```bash\nmove ▸<target-keysapce> now\nmove <target-keyspace>\nmove <target-keyspace>\n```")
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var places: [String: [ByteRange]] = [:]
    for found in context.facts.undeclaredPlaceholders {
      places[found.name, default: []].append(found.piece.range)
    }
    let names = places.keys.filter { $0.utf8.count >= 8 && $0.utf8.count <= 60 }.sorted {
      (places[$0]?.count ?? 0, $1) < (places[$1]?.count ?? 0, $0)
    }
    guard names.count > 1, names.count <= 100 else { return }
    for (index, rare) in names.enumerated() {
      guard let usual = names[(index + 1)...].first(where: { isSlip(rare, $0) }),
        let here = places[rare]?.first, let there = places[usual]?.first
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: here,
          "`<\(rare)>` is nearly `<\(usual)>`: a value is filled in for one of them only",
          explanation: "If they are the same value, write `<\(usual)>` in both places.",
          notes: [.init("the other one", at: context.range(there))]))
    }
  }

  /// Letters that are exchanged, doubled or left out inside a word; never a number or a plural.
  private static func isSlip(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard abs(left.count - right.count) <= 1, left.first == right.first, left.last == right.last
    else { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let changed = [left, right].compactMap { start < $0.count ? $0[start] : nil }
    return changed.allSatisfy { $0.isAlphanumeric && $0 > UInt8(ascii: "9") }
      && (left.count == right.count
        ? isExchanged(left, right, start) : NearestName.distance(left, right) == 1)
  }

  private static func isExchanged(_ left: [UInt8], _ right: [UInt8], _ start: Int) -> Bool {
    start + 1 < left.count && left[start] == right[start + 1]
      && left[start + 1] == right[start] && left[(start + 2)...] == right[(start + 2)...]
  }
}
