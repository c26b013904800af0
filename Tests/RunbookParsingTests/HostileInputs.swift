import RunbookModel
import Testing

/// Pages that nobody writes by accident, in any size.
enum HostileInputs {
  struct Shape: Sendable, CustomTestStringConvertible {
    let name: String
    /// Repetitions that take long enough to be measured.
    let size: Int
    /// False where cmark-gfm itself, fed by its own program, takes four times as long for twice as
    /// much.
    let isLinear: Bool
    let page: @Sendable (Int) -> [UInt8]

    var testDescription: String { name }

    init(
      _ name: String, size: Int = 20_000, isLinear: Bool = true,
      _ page: @escaping @Sendable (Int) -> [UInt8]
    ) {
      self.name = name
      self.size = size
      self.isLinear = isLinear
      self.page = page
    }

    init(
      _ name: String, size: Int = 20_000, isLinear: Bool = true, repeating piece: String,
      before: String = "", after: String = ""
    ) {
      self.init(name, size: size, isLinear: isLinear) {
        Array((before + String(repeating: piece, count: $0) + after).utf8)
      }
    }
  }

  static let shapes: [Shape] =
    markdown + tables + html + yaml + [
      Shape("random bytes", size: 100_000) { randomBytes($0, seed: 1) },
      Shape("random markup", size: 50_000) { randomMarkup($0, seed: 2) },
      Shape("NULs", size: 100_000) { [UInt8](repeating: 0, count: $0) },
      Shape("surrogates", size: 100_000) { count in
        (0..<count).flatMap { _ in [0xED, 0xA0, 0x80] as [UInt8] }
      },
      Shape("carriage returns", size: 100_000, repeating: "\r"),
      Shape("lone carriage returns", size: 50_000, repeating: "a\r"),
      Shape("empty lines", size: 100_000, repeating: "\n"),
    ]

  private static let markdown = [
    Shape("quotes", size: 100_000, repeating: ">", after: "a"),
    Shape("brackets", size: 100_000, repeating: "["),
    Shape("closing brackets", size: 100_000, repeating: "]"),
    Shape("bracket pairs", size: 50_000, repeating: "[a](", after: "b"),
    Shape("stars", size: 100_000, repeating: "*"),
    Shape("stars and letters", size: 50_000, repeating: "*a_ "),
    Shape("nested emphasis", size: 5_000) { Array((0..<$0).map { _ in "*a **b " }.joined().utf8) },
    Shape("emphasis", repeating: "*a* "),
    Shape("list markers", size: 20_000, repeating: "- ", after: "a"),
    Shape("items", repeating: "- a\n"),
    Shape("lazy lines", repeating: "a\n", before: "> > > b\n"),
    Shape("lazy markers", size: 5_000, repeating: "    > a\n", before: "> > > b\n"),
    Shape("a long line", size: 1_000_000, repeating: "a"),
    Shape("words", size: 100_000, repeating: "word "),
    Shape("backticks", size: 40_000) { count in
      let width = Int(Double(count).squareRoot())
      return Array((1..<width + 1).map { "a" + String(repeating: "`", count: $0) }.joined().utf8)
    },
    Shape("code spans", repeating: "`a` "),
    Shape("entities", repeating: "&amp;&nbsp;&#65; "),
    Shape("unknown entities", size: 10_000) { Array((0..<$0).map { "&a\($0); " }.joined().utf8) },
    Shape("escapes", size: 50_000, repeating: "\\*"),
    Shape("autolinks", size: 10_000, repeating: "https://a.b/c?d=e&amp;f "),
    Shape("addresses", size: 500, repeating: "a\\_b@c.de "),
    Shape("links", size: 10_000, repeating: "[a](/b \"c\") "),
    Shape("reference links", size: 10_000, repeating: "[a][b] ", before: "[b]: /c\n\n"),
    Shape("shortcuts before a title", size: 2_000, repeating: "[b](c \"", before: "[b]: /c\n\n"),
    Shape("definitions", size: 10_000) { Array((0..<$0).map { "[a\($0)]: /b\n" }.joined().utf8) },
    Shape("footnotes", size: 10_000) {
      Array((0..<$0).map { "a[^\($0)]\n\n[^\($0)]: b\n\n" }.joined().utf8)
    },
    Shape("headings", repeating: "# a\n"),
    Shape("underlined headings", repeating: "a\n=\n"),
    Shape("fences", repeating: "```a b=\"c\n```\n"),
    Shape("an unclosed fence", repeating: "> ```\n"),
    Shape("fence attributes", size: 50_000, repeating: "a=b ", before: "```c ", after: "\n```"),
    Shape("code lines", size: 50_000, repeating: "    a\n"),
    Shape("tabs", size: 50_000, repeating: "\t", after: "a"),
    Shape("alerts", size: 10_000, repeating: "> [!NOTE]\n> a\n\n"),
    Shape("an alert's marker", size: 50_000, repeating: "!NOTE", before: "> [", after: "]"),
  ]

  private static let tables = [
    Shape("rows", size: 10_000, repeating: "|c|d|\n", before: "|a|b|\n|-|-|\n"),
    Shape("a wide table", size: 2_000, isLinear: false) { count in
      Array(
        [String](["a|", "-|", "b|"].map { String(repeating: $0, count: count) + "\n" }).joined()
          .utf8)
    },
    Shape("a surplus row", size: 3_000, isLinear: false, repeating: "c|", before: "|a|b|\n|-|-|\n"),
    Shape("escaped pipes", size: 50_000, repeating: "\\|", before: "|a|b|\n|-|-|\n"),
    Shape("delimiter rows", size: 200, isLinear: false, repeating: "|-|\n|-|-|\n"),
    Shape("tables under lines", size: 5_000, repeating: "a\n|b|\n|-|\n\n"),
    Shape(
      "a table under many lines", size: 3_000, isLinear: false, repeating: "a\n",
      after: "|b|\n|-|\n"),
  ]

  private static let html = [
    Shape("open details", size: 5_000, repeating: "<details>\n\n"),
    Shape("open tags", size: 50_000, repeating: "<a", before: "<details>"),
    Shape("open summaries", size: 1_000, repeating: "<details><summary>"),
    Shape("quote marks in tags", size: 10_000, repeating: "<a \"", before: "<details>"),
    Shape("odd quote marks", size: 10_000, repeating: "<a '>", before: "<details>"),
    Shape("comments", size: 20_000, repeating: "<!-- ", before: "<details>"),
    Shape(
      "details", size: 5_000, repeating: "<details>\n<summary>a</summary>\n\nb\n\n</details>\n\n"),
    Shape("inline tags", size: 10_000, repeating: "a <b> "),
  ]

  private static let yaml = [
    Shape("a list on one line", repeating: "a, ", before: "---\na: [", after: "]\n---\n"),
    Shape("keys", size: 10_000) {
      Array(("---\n" + (0..<$0).map { "a\($0): b\n" }.joined() + "---\n").utf8)
    },
    Shape("equal keys", size: 5_000, repeating: "a: b\n", before: "---\n", after: "---\n"),
    Shape(
      "equal keys in many mappings", size: 500, repeating: "- a: b\n  a: c\n", before: "---\n",
      after: "---\n"),
    Shape("nested lists", size: 100_000, repeating: "[", before: "---\na: ", after: "\n---\n"),
    Shape("nested mappings", size: 100_000, repeating: "{a: ", before: "---\n", after: "\n---\n"),
    Shape(
      "list markers in YAML", size: 20_000, repeating: "- ", before: "---\n", after: "a\n---\n"),
    Shape("unclosed front matter", size: 50_000, repeating: "a\n", before: "---\n"),
    Shape(
      "a long scalar", size: 100_000, repeating: "ä\u{2028}", before: "---\na: ", after: "\n---\n"),
    Shape(
      "comments in YAML", size: 50_000, repeating: "# a\n", before: "---\na: [b,\n",
      after: "]\n---\n"),
  ]

  /// Each list holds the one before it ten times.
  static func aliasBomb(levels: Int, isKey: Bool = false) -> [UInt8] {
    var text = "---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<max(levels, 2) {
      let alias = "*a\(level - 1)"
      let list = [String](repeating: alias, count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(list)]\n"
    }
    if isKey { text += "? *a\(levels - 1)\n: b\n" }
    return Array((text + "---\n").utf8)
  }

  static func randomBytes(_ count: Int, seed: UInt64) -> [UInt8] {
    var random = LinearGenerator(seed: seed)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() >> 33) }
  }

  /// Pieces of markup in random order, which reach more of the parser than random bytes do.
  static func randomMarkup(_ count: Int, seed: UInt64) -> [UInt8] {
    let pieces = [
      "*", "**", "_", "~~", "`", "``", "[", "](", "]", ")", "![", "<", ">", "\n", "\n\n", "\n> ",
      "\n- ",
      "\n1. ", "\n    ", "\t", "|", "\n|-|-|\n", "\\", "&amp;", "&nbsp;", "\n```\n",
      "\n```a {b=c}\n",
      "\n===\n", "\n---\n", "\n# ", "<b>", "</b>", "<!-- ", " -->", "<details>", "</details>",
      "<summary>", "[^1]", "\n[^1]: ", "\n[a]: /b \"c\"\n", "[a]", "https://a.b/", "www.a.b",
      "a@b.c",
      "a", "b ", "ä", "\"", "'", "[!NOTE]", "\r", "\r\n", "  \n", "\u{2028}", "[ ] ", "[x] ", " ",
    ].map { Array($0.utf8) }
    var random = LinearGenerator(seed: seed)
    return (0..<count).flatMap { _ in pieces[Int(random.next() >> 33) % pieces.count] }
  }
}

/// Knuth's MMIX generator: the same numbers on every machine.
struct LinearGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state
  }
}
