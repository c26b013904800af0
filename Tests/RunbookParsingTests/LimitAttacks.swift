import RunbookModel
import Testing

/// A page that has to be refused, and the limit that it is beyond.
struct LimitAttack: Sendable, CustomTestStringConvertible {
  let name: String
  let limit: Limit
  let text: String

  var testDescription: String { name }

  init(_ name: String, _ limit: Limit, _ text: String) {
    (self.name, self.limit, self.text) = (name, limit, text)
  }
}

enum LimitAttacks {
  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private static let alternatives = ["*a_ ", "~~a ", "a* ", "__b", "**c"]

  static let markdown: [LimitAttack] = [
    LimitAttack("a large file", .fileSize, many("words and words\n", 70_000)),
    LimitAttack("a megabyte line", .lineLength, many("word ", 100_001)),
    LimitAttack(
      "a wide table", .tableColumns,
      many("|a", 1000) + "|\n" + many("|-", 1000) + "|\n" + many("b\n", 10_000)),
    LimitAttack(
      "a wide table on a small page", .tableColumns,
      many("|a", 600) + "|\n" + many("|-", 600) + "|\n" + many("b\n", 2000)),
    LimitAttack(
      "a long table", .tableCells,
      many("|a", 90) + "|\n" + many("|-", 90) + "|\n" + many("b\n", 1000)),
    LimitAttack("a table in a list", .tableCells, "- |a|b|c|\n  |-|-|-|\n" + many("  b\n", 20_000)),
    LimitAttack(
      "a table in a quote", .tableColumns, "> " + many("a|", 500) + "\n> " + many("-|", 500)),
    LimitAttack("rows of delimiters", .paragraphMarkup, many("a\n-|-\n", 1500)),
    LimitAttack(
      "mismatched delimiter runs", .paragraphMarkup,
      (0..<20_000).map { alternatives[$0 * 7 % 5] }.joined()),
    LimitAttack("open strikethrough", .paragraphMarkup, many("~~a ", 9000) + many("a~ ", 9000)),
    LimitAttack("instructions", .paragraphMarkup, many("a <?", 20_000)),
    LimitAttack("brackets", .paragraphMarkup, many("[", 20_000)),
    LimitAttack("closing parentheses", .paragraphMarkup, "http://a.b/" + many(")", 20_000)),
    LimitAttack("addresses", .paragraphMarkup, many("a.b@c.", 10_000)),
    LimitAttack("quotes", .nesting, many(">", 50_000) + "a\n" + many("a\n", 20_000)),
    LimitAttack("lists on one line", .nesting, many("- ", 2000) + "a\n" + many("\n", 20_000)),
    LimitAttack(
      "lists in a note", .nesting, "[^a]: " + many("- ", 2000) + "a\n" + many("\n", 20_000)),
    LimitAttack("empty quotes", .nesting, many(">", 50_000) + "\n" + many("\n", 20_000)),
    LimitAttack(
      "indented lists", .nesting,
      (0..<150).map { many("  ", $0) + "- a\n" }.joined() + many("\n", 20_000)),
    LimitAttack(
      "a long title in many links", .referenceText,
      "[a]: /b\n '" + many("title\n", 12_000) + "'\n\n" + many("[a]\n\n", 2000)),
    LimitAttack("a million links", .links, many("[a](b)\n\n", 30_000)),
    LimitAttack("notes", .footnotes, (0..<2000).map { "a[^\($0)]\n\n[^\($0)]: b\n\n" }.joined()),
    // No fence may hide what cmark does not see in one.
    LimitAttack("a fence in a comment", .paragraphMarkup, "<!--\n```\n-->\n" + many("*a_ ", 5000)),
    LimitAttack(
      "a fence after HTML", .paragraphMarkup,
      "<b>x\n```\ncode\n\n```\n" + many("*a_ ", 5000)),
    LimitAttack("a fence in a list", .paragraphMarkup, "-  ```\n" + many("*a_ ", 5000)),
    LimitAttack("a fence closed", .paragraphMarkup, "```\na\n```\n" + many("*a_ ", 5000)),
    // No table may hide what is one paragraph for cmark.
    LimitAttack("a lazy table", .paragraphMarkup, "- x\na|b\n-|-\n" + many("*a_ \n", 5000)),
    LimitAttack("a heading for a table", .paragraphMarkup, "# a|b\n-|-\n" + many("a*a_ \n", 5000)),
    LimitAttack("numbers for items", .paragraphMarkup, "a\n" + many("2. *a_ \n", 5000)),
    LimitAttack("lines of a quote", .paragraphMarkup, many("> *a_ \n", 5000)),
    LimitAttack("hashes for headings", .paragraphMarkup, many("#*a_ \n", 5000)),
  ]

  /// Two hundred levels of brackets would use up a thread's stack long before a million do.
  static let yaml: [LimitAttack] = [
    LimitAttack("flow lists", .yamlDepth, "a: " + many("[", 40_000)),
    LimitAttack("flow mappings", .yamlDepth, "a: " + many("{a: ", 10_000)),
    LimitAttack("lists on one line", .yamlDepth, "a:\n  " + many("- ", 20_000) + "b"),
    LimitAttack("questions", .yamlDepth, "  " + many("? ", 20_000) + "b"),
    LimitAttack("indentation", .yamlDepth, (0..<300).map { many(" ", $0) + "a:\n" }.joined()),
    LimitAttack("size", .yamlSize, "a: " + many("word ", 30_000)),
    LimitAttack("values", .yamlValues, "a: [" + many("b, ", 25_000) + "c]"),
    LimitAttack(
      "aliases", .yamlAliases, "a: &a b\nc: [" + many("*a, ", 200) + "d]"),
  ]

  /// Large pages that a generator may write, and people may want.
  static let allowed: [(String, String)] = [
    // One table of one column: behind its first two lines all is rows.
    ("rows of delimiters, centred", many("a\n:-:\n", 1500)),
    // Only a long page is looked at so closely.
    ("items without text", String(repeating: "-   \n", count: 3000)),
    ("a long fence", "```\n" + many("[a] *b* `c` | d <e> ~f~\n", 4000) + "```\n"),
    (
      "a fence in details",
      "<details>\n<summary>Log</summary>\n\n```\n" + many("[a] *b* `c`\n", 4000)
        + "```\n\n</details>\n"
    ),
    ("a long list", many("- [a](https://b.c) and `code` *d*\n", 2000)),
    (
      "a long table",
      "| a | b | c | d |\n|---|---|---|---|\n" + many("| `a` | *b* | [c](#d) | e |\n", 5000)
    ),
    ("many tables", many("| a | b |\n|---|---|\n| c | d |\n\n", 400)),
    (
      "rules",
      many(
        "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -"
          + " - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -\n\n", 100)
    ),
    ("paragraphs", many("Words *and* `words` with [links][a].\n\n", 3000) + "[a]: https://b.c\n"),
  ]
}
