import RunbookModel

enum ReferenceUndefined {
  static let rule = Rule(
    "reference-undefined", .error, "a reference has no definition",
    rationale: """
      `[text][name]` is a link only if a line `[name]: address` is on the page, and `[^1]` is a
      footnote only if `[^1]: text` is. Without it, the brackets are shown as they stand and the
      reader gets no link. Add the definition, or write `\\[` for a bracket that is meant.
      """,
    passing: [
      Rule.Example(
        """
        [text][name], [name][], and a footnote[^1]. Not `[a][b]` in code, not \\[a][b].
        An item list[0][1], marks [S][M], a time [2026-11-23][12:00], a test [[ -f x ]],
        a range [a-z][0-9]+, a class [^abc]*.

        - [ ] a task

        [name]: https://example.com
        [^1]: The note.
        """)
    ],
    failing: [
      Rule.Example("See ▸[the text][nope] and ▸[nope][]."),
      Rule.Example("> It is so▸[^nope],\n> with ▸[*some* words][no\n> pe]."),
      Rule.Example("| A |\n|---|\n| ▸[cell][nope] |"),
      Rule.Example("▸![a picture of the dashboard]"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for text in context.plainText {
      var second: Int?
      for (index, pair) in text.pairs.enumerated() where pair.open != second {
        let next = index + 1 < text.pairs.count ? nextPair(after: index, text) : nil
        if let next, let label = label(pair, next, text) {
          second = next.open
          diagnostics.append(undefined(label, pair.open..<next.close + 1, context))
        } else if let label = picture(pair, text) {
          diagnostics.append(undefined(label, pair.open - 1..<pair.close + 1, context))
        } else if let label = footnote(pair, text) {
          diagnostics.append(undefined("^" + label, pair.open..<pair.close + 1, context))
        }
      }
    }
  }

  private static func undefined(
    _ label: String, _ range: ByteRange, _ context: PageContext
  ) -> Diagnostic {
    let isNote = label.hasPrefix("^")
    return context.finding(
      rule, at: range,
      isNote ? "there is no footnote `[\(label)]`" : "there is no definition of `[\(label)]`",
      explanation: "Add a line `[\(label)]: \(isNote ? "text" : "address")`, or write `\\[` for a "
        + "bracket that is meant.")
  }

  /// The pair that opens where this one closes: `[…][…]`. Pairs inside this one lie between them.
  private static func nextPair(after index: Int, _ text: MaskedProse) -> MaskedProse.Pair? {
    let wanted = text.pairs[index].close + 1
    guard text[wanted] == UInt8(ascii: "[") else { return nil }
    var low = index + 1
    var high = text.pairs.count
    while low < high {
      let middle = (low + high) / 2
      if text.pairs[middle].open < wanted { low = middle + 1 } else { high = middle }
    }
    return low < text.pairs.count && text.pairs[low].open == wanted ? text.pairs[low] : nil
  }

  /// What `[text][label]` refers to, or nil when it is something else: an index, a range of
  /// characters, a number in brackets.
  private static func label(
    _ first: MaskedProse.Pair, _ second: MaskedProse.Pair, _ text: MaskedProse
  ) -> String? {
    guard !text.followsWord(first.open), !isPattern(behind: second.close, text),
      text[first.open - 1] != UInt8(ascii: "[")
    else { return nil }
    let words = text.text(first.open + 1..<first.close)
    let written = text.text(second.open + 1..<second.close)
    let label = written.isBlank ? words : written
    guard !words.isBlank, label.utf8.count < 200, !label.contains("["), !label.hasPrefix("!"),
      !isCharacterClass(words), !isCharacterClass(label),
      words.contains(where: \.isLetter) || label.contains(where: \.isLetter),
      words.utf8.count > 1 || label.utf8.count > 1
    else { return nil }
    return label.split(whereSeparator: \.isWhitespace).filter { $0 != ">" }.joined(separator: " ")
  }

  /// `![text]` alone, which stands for `![text][text]`.
  private static func picture(_ pair: MaskedProse.Pair, _ text: MaskedProse) -> String? {
    guard text[pair.open - 1] == UInt8(ascii: "!"), text[pair.open + 1] != UInt8(ascii: "["),
      text[pair.close + 1].map({ !$0.isOne(of: "([{:") }) ?? true,
      !text.followsWord(pair.open - 1)
    else { return nil }
    let label = text.text(pair.open + 1..<pair.close)
    return label.contains(where: \.isLetter) && !isCharacterClass(label) && !label.contains("\0")
      ? label : nil
  }

  private static func footnote(_ pair: MaskedProse.Pair, _ text: MaskedProse) -> String? {
    guard text[pair.open + 1] == UInt8(ascii: "^"), pair.close > pair.open + 2,
      !isPattern(behind: pair.close, text), text[pair.close + 1] != UInt8(ascii: "["),
      text[pair.close + 1] != UInt8(ascii: "(")
    else { return nil }
    let before = text[pair.open - 1]
    if let before, before.isOne(of: "\\]([|^/") { return nil }
    let label = text.text(pair.open + 2..<pair.close)
    guard label.utf8.allSatisfy({ $0.isAlphanumeric || $0.isOne(of: "-_.:") || $0 >= 0x80 }),
      !isCharacterClass(label)
    else { return nil }
    return label
  }

  /// Whether what follows makes the brackets a regular expression: `[^abc]+`.
  private static func isPattern(behind close: Int, _ text: MaskedProse) -> Bool {
    guard let next = text[close + 1] else { return false }
    return next.isOne(of: "+*?{$|\\/")
  }

  /// `a-z`, `0-9A-F_`: ranges of single characters.
  private static func isCharacterClass(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "^") { rest = rest.dropFirst() }
    var ranges = 0
    while let first = rest.first {
      let next = rest.dropFirst()
      if next.first == UInt8(ascii: "-"), let last = next.dropFirst().first,
        first.isAlphanumeric, last.isAlphanumeric
      {
        ranges += 1
        rest = rest.dropFirst(3)
      } else if ranges > 0 || !first.isAlphanumeric {
        rest = next
      } else {
        return false
      }
    }
    return ranges > 0
  }
}
