import RunbookModel

enum EmphasisUnmatched {
  static let rule = Rule(
    "emphasis-unmatched", .warning,
    "asterisks that were meant as bold text are published as they stand",
    rationale: """
      `**` is bold only with a second one in the same paragraph, and if no space follows the first pair and none precedes the second. Next to Chinese
      or Japanese punctuation, a space is needed outside. Otherwise readers see the asterisks.
      """,
    passing: [
      Rule.Example(
        "**bold**, `**`, a glob src/**/*.yml, 2**3 and 3**4, \\*\\*not\\*\\*, a ** b, *** x ***"),
      Rule.Example("Footnotes: one** and two. Pass **kwargs on.\n\nUse **{'a': 1}."),
    ],
    failing: [
      Rule.Example("This is ▸**bold ** text."),
      Rule.Example("▸** Note:** read this.\n\n** Careful ** with it."),
      Rule.Example("It is **bold** and ▸**this is not."),
      Rule.Example("Then stop:▸** not twice."),
      Rule.Example("これは▸**「太字」**です。"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let places = context.plainText.filter { $0.holds(ASCIISet("*")) }.flatMap(pairs)
    let finding = context.finding(
      rule, atEach: places, "`**` is not bold here: the asterisks are shown",
      explanation:
        "Write `**bold**` without spaces inside the asterisks. Next to Chinese or Japanese "
        + "punctuation, put a space outside them, or move the punctuation out.")
    if let finding { diagnostics.append(finding) }
  }

  /// Two `**` left in one line with words between them, of which one was clearly meant to open or close.
  private static func pairs(_ text: MaskedProse) -> [ByteRange] {
    let star = UInt8(ascii: "*")
    let offsets = text.offsets(of: "**").filter { offset in
      text[offset + 2] != star && text[offset - 1] != star
        && ![text[offset - 1], text[offset + 2]].contains {
          $0.map { $0.isOne(of: "/.\\") } ?? false
        }
    }
    var found: [ByteRange] = []
    var index = 0
    if offsets.count == 1, isLone(offsets[0], text) { return [offsets[0]..<offsets[0] + 2] }
    while index + 1 < offsets.count {
      let (open, close) = (offsets[index], offsets[index + 1])
      let inner = text.text(open + 2..<close)
      guard isMeant(inner, text, open, close) else {
        index += 1
        continue
      }
      found.append(open..<close + 2)
      index += 2
    }
    return found
  }

  private static func isMeant(
    _ inner: String, _ text: MaskedProse, _ open: Int, _ close: Int
  ) -> Bool {
    guard let first = inner.first, let last = inner.last, inner.contains(where: \.isLetter),
      !inner.contains("\n")
    else { return false }
    let isBefore = text[open - 1].map { $0 <= 32 || $0 >= 0x80 || $0.isOne(of: "(\"'") } ?? true
    let isAfter = text[close + 2].map { !$0.isAlphanumeric } ?? true
    // One side touches the words, or punctuation of another script keeps both from working.
    let isLineStart = text[open - 1].map { $0 == 10 } ?? true
    return isBefore && isAfter && (isLineStart || !(first.isWhitespace && last.isWhitespace))
  }

  /// One `**` without a partner that opens a sentence or closes a label. `**kwargs` is Python, `one**` a
  /// footnote.
  private static func isLone(_ offset: Int, _ text: MaskedProse) -> Bool {
    let before = text[offset - 1] ?? 32
    let after = text[offset + 2] ?? 32
    if before == UInt8(ascii: ":") { return after <= 32 && after != MaskedProse.mask }
    guard before <= 32, before != MaskedProse.mask, after.isAlphanumeric else { return false }
    let words = text.text(text.line(from: offset + 2)).split(separator: " ")
    return words.count > 2 && words[0].allSatisfy(\.isLetter)
      && !["kwargs", "args", "options", "opts", "kw"].contains(words[0])
  }
}
