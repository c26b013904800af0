import RunbookModel

enum HeadingMarker {
  static let rule = Rule(
    "heading-marker", .warning, "a line that was meant as a heading is a paragraph",
    rationale: """
      A heading is `##`, a space and the text. Without the space, or with a no-break space, the line is a
      paragraph: it has no anchor and is missing from the contents.
      """,
    passing: [
      Rule.Example(
        "## Heading\n\n#channel and #1 in the list\n\n`##x`\n\n\\##Not\n\n```text\n##x\n```"),
      Rule.Example("A paragraph with\na line, then ##text."),
    ],
    failing: [
      Rule.Example("▸##Restart the pods\n\nText.\n\n▸###Check"),
      Rule.Example("▸#\u{A0}Restart"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for text in context.plainText where text.holds(ASCIISet("#")) {
      for start in text.lineStarts where text[start] == UInt8(ascii: "#") {
        guard let (marks, gap) = marker(start, text) else { continue }
        diagnostics.append(
          context.finding(
            rule, at: text.line(from: start),
            gap.isEmpty
              ? "no space follows `\(context.file.text(marks))`, so this is a paragraph, not a heading"
              : "a no-break space follows `\(context.file.text(marks))`, so this is a paragraph, not a heading",
            explanation: "It has no anchor and is missing from the contents. Write "
              + "`\(context.file.text(marks)) ` with a plain space.",
            fixes: [.init("Write a space", edits: [.init(gap, with: " ")])]))
      }
    }
  }

  /// The number signs, and what stands in the place of the space.
  private static func marker(_ start: Int, _ text: MaskedProse) -> (ByteRange, gap: ByteRange)? {
    var end = start
    while text[end] == UInt8(ascii: "#") { end += 1 }
    guard end - start <= 6, let next = text[end] else { return nil }
    if next == 0xC2, text[end + 1] == 0xA0 { return (start..<end, end..<end + 2) }
    // `#name` is a channel, `#1` an item of a list.
    guard end - start > 1, next.isAlphanumeric || next >= 0x80 else { return nil }
    return (start..<end, end..<end)
  }
}
