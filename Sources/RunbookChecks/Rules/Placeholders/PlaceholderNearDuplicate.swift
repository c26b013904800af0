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
      guard
        let usual = names[(index + 1)...].first(where: {
          KeyboardSlip.isSlip(rare.utf8, $0.utf8)
        }),
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
}
