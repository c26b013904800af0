import RunbookModel

enum HeadingMarker {
  static let rule = Rule(
    "heading-marker", .warning, "a line that was meant as a heading is a paragraph",
    rationale: """
      A heading is `##`, a space and the text. Without the space, with a no-break space, or with four spaces
      before it, the line is a paragraph or code: it has no anchor and is missing from the contents.
      `---` right under a paragraph makes a heading of all of it.
      """,
    passing: [
      Rule.Example(
        "## Heading\n\n#channel and #1 in the list\n\n`##x`\n\n\\##Not\n\n```text\n##x\n```"),
      Rule.Example("A paragraph with\na line, then ##text."),
      Rule.Example(
        "A heading\n---\n\n    # a comment\n    ls\n\n    ## one\n    ## two\n\n- one\n  ## Heading\n\n  x"
      ),
    ],
    failing: [
      Rule.Example("▸##Restart the pods\n\nText.\n\n▸###Check"),
      Rule.Example("▸#\u{A0}Restart\n\n▸####### Deep"),
      Rule.Example("Text above.\n    ▸## Restart\n\nText.\n\n    ▸### Check\n\nText."),
      Rule.Example("▸A paragraph that goes on\nover two lines.\n---\n\nText."),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for section in context.outline.sections {
      guard let finding = underlined(section, context) else { continue }
      diagnostics.append(finding)
    }
    for block in context.outline.codeBlocks where isIndentedHeading(block.value) {
      let start = block.value.lineOffsets[0]
      diagnostics.append(swallowed(start..<start + block.value.text.utf8.count - 1, context))
    }
    for text in context.plainText where text.holds(ASCIISet("#")) {
      for start in text.lineStarts.dropFirst() where isHeading(text.text(text.line(from: start))) {
        diagnostics.append(swallowed(text.line(from: start), context))
      }
      for start in text.lineStarts where text[start] == UInt8(ascii: "#") {
        if isTooDeep(text.text(text.line(from: start))) {
          diagnostics.append(
            context.finding(
              rule, at: text.line(from: start), "headings end at `######`, so this is a paragraph",
              explanation: "Write six number signs at most."))
        }
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

  private static func isTooDeep(_ line: String) -> Bool {
    let marks = line.prefix { $0 == "#" }.utf8.count
    let text = line.dropFirst(marks)
    return (7...9).contains(marks) && text.first == " " && text.contains(where: \.isLetter)
  }

  /// A paragraph of several lines that the line under it made a heading.
  private static func underlined(
    _ section: PageOutline.Section, _ context: PageContext
  ) -> Diagnostic? {
    let lines = context.file.lines
    let first = lines.line(at: section.range.lowerBound)
    let last = lines.line(at: max(section.range.lowerBound, section.range.upperBound - 1))
    guard last > first + 1, section.heading.level < 3 else { return nil }
    return context.finding(
      rule,
      at: section.range
        .lowerBound..<lines.contentRange(ofLine: first, in: context.file.bytes).upperBound,
      "the line under this paragraph makes a heading of all its lines",
      explanation:
        "Put an empty line before `\(context.file.text(lines.contentRange(ofLine: last, in: context.file.bytes)))`."
    )
  }

  private static func swallowed(_ line: ByteRange, _ context: PageContext) -> Diagnostic {
    context.finding(
      rule, at: line, "four spaces before this line keep it from being a heading",
      explanation: "It is a part of what stands above, or code. Remove the spaces.")
  }

  /// An indented block of one line that begins with two number signs or more.
  private static func isIndentedHeading(_ code: CodeBlock) -> Bool {
    code.fence == nil && code.lineOffsets.count == 1 && isHeading(String(code.text.dropLast()))
  }

  private static func isHeading(_ line: String) -> Bool {
    let marks = line.prefix { $0 == "#" }.utf8.count
    let text = line.dropFirst(marks)
    return (2...6).contains(marks) && text.first == " "
      && text.dropFirst().first.map { $0.isLetter || $0.isNumber } == true
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
