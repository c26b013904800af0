import RunbookModel

enum CodeSpanUnclosed {
  static let rule = Rule(
    "code-span-unclosed", .warning, "a backtick stands in the text without a partner",
    rationale: """
      A code span ends with as many backticks as it began with, in the same paragraph. Where one is missing,
      readers see a stray backtick, and what was meant as code is prose: its `*`, `_` and `<name>` are read
      as markup.
      """,
    passing: [
      Rule.Example("`a`, ``b ` c``, \\`, a List`1, quoted `like this', ``TeX'' and the ` key."),
      Rule.Example("A role such as `` {ref}`name` ``, or `` `name` ``."),
      Rule.Example("```powershell\nGet-Item `\n  x\n```\n\nGet-Item x ` continues\n`"),
    ],
    failing: [
      Rule.Example("The `[test]` extra in pyproject.toml▸`, so it should be there."),
      Rule.Example("* ▸`C:\\Logs **(when there is no D:)**\n\nSet the value ``x` of it."),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let places = context.plainText.filter { $0.holds(ASCIISet("`")) }.compactMap(stray)
    let finding = context.finding(
      rule, atEach: places, "this backtick has no partner, so no code begins or ends here",
      explanation: "Readers see the backtick. Write as many at the end of the code as at its start."
    )
    if let finding { diagnostics.append(finding) }
  }

  /// The first backtick of a paragraph that was clearly meant to open or close code.
  private static func stray(_ text: MaskedProse) -> ByteRange? {
    let offsets = text.offsets(of: "`")
    var index = 0
    while index < offsets.count {
      let start = offsets[index]
      var end = start + 1
      while text[end] == tick { end += 1 }
      index += offsets[index...].prefix { $0 < end }.count
      // A fence in the middle of a paragraph is another thing.
      guard end - start < 3 else { return nil }
      if isMeant(start..<end, text) { return start..<end }
    }
    return nil
  }

  private static let tick = UInt8(ascii: "`")

  private static func isMeant(_ run: ByteRange, _ text: MaskedProse) -> Bool {
    let before = text[run.lowerBound - 1] ?? 32
    let after = text[run.upperBound] ?? 32
    let opens = before <= 32 && before != MaskedProse.mask || before == UInt8(ascii: "(")
    if opens {
      // `quoted' in the way of TeX and old manuals.
      let line = text.text(text.line(from: run.upperBound))
      return after > 32 && !line.utf8.contains(UInt8(ascii: "'"))
    }
    let closes = after <= 32 && after != MaskedProse.mask || after.isOne(of: ".,;:!?)")
    return closes && (before.isAlphanumeric || before.isOne(of: ")]}>\"/_-"))
  }
}
