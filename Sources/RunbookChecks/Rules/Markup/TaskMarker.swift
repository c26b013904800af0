import RunbookModel

enum TaskMarker {
  static let rule = Rule(
    "task-marker", .warning, "a check box is not written as Markdown wants it",
    rationale: """
      A task is `- [ ] text` or `- [x] text`: one character between the brackets, one space after them.
      `- [] text` and `- [x]text` are list items that begin with brackets, and nothing can be checked.
      """,
    passing: [
      Rule.Example(
        "- [ ] one\n- [x] two\n- [link](https://a.b)\n- [x][y]\n- []byte\n- `[]` x\n\n[] x")
    ],
    failing: [Rule.Example("- ▸[] one\n- [ ]two\n\n1. [x]three\n2. [  ] four")],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let places = context.plainText.filter { $0.holds(ASCIISet("[")) }
      .compactMap { marker($0, context.file) }
    let finding = context.finding(
      rule, atEach: places, "this is no check box but text in brackets",
      explanation: "Write `- [ ] text`, with one space between the brackets and one after them.")
    if let finding { diagnostics.append(finding) }
  }

  private static func marker(_ text: MaskedProse, _ file: SourceFile) -> ByteRange? {
    let start = text.range.lowerBound
    guard let pair = text.pairs.first, pair.open == start, startsItem(start, file) else {
      return nil
    }
    let inner = text.text(start + 1..<pair.close)
    let after = text[pair.close + 1] ?? 0
    let isMeant: Bool
    if inner.allSatisfy({ $0 == " " }) {
      isMeant = inner.utf8.count == 1 ? after.isAlphanumeric : after == 32
    } else {
      isMeant = ["x", "X"].contains(inner) && after.isAlphanumeric
    }
    return isMeant ? start..<pair.close + 1 : nil
  }

  /// Whether nothing but the mark of a list item stands before an offset on its line.
  private static func startsItem(_ offset: Int, _ file: SourceFile) -> Bool {
    let line = file.lines.range(ofLine: file.lines.line(at: offset)).lowerBound
    guard offset - line < 100 else { return false }
    let words = file.text(line..<offset).split(separator: " ")
    guard let mark = words.last else { return false }
    return ["-", "*", "+"].contains(mark)
      || (mark.hasSuffix(".") || mark.hasSuffix(")")) && mark.dropLast().allSatisfy(\.isNumber)
  }
}
