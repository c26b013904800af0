import RunbookModel

enum CodeFenceSwallows {
  static let rule = Rule(
    "code-fence-swallows", .warning, "a code block has swallowed headings or tables",
    rationale: """
      When a fence is not closed, the next opening fence closes it, and from there on code is prose and
      prose is code. A heading with a table, a link or bold text around it inside a code block shows where.
      Close the block above its first line of prose.
      """,
    passing: [
      Rule.Example(
        "```markdown\n## Title\n\n**bold** [a](b)\n```\n\n```bash\n## part one\nls\n\n## part two\n```"
      ),
      Rule.Example(
        "```yaml\n## values\na: b\n\n## more\n```\n\n```\n## Output of a tool\n\nx\n```"),
    ],
    failing: [
      Rule.Example(
        "```xml\n<a/>\n\n**Pitfall**\n\n▸## Phase 6\n\nUse the UI:\n\n```\nName: x\n```\n\n```"),
      Rule.Example("```\nls\n\n▸### Check\n\nSee [the guide](guide.md).\n\n```\nls\n```\n\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for block in context.outline.codeBlocks {
      guard let fence = block.value.fence, fence.isClosed, !markdown.contains(block.value.language),
        let heading = swallowed(block.value, context.file)
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: heading, "this heading is inside a code block",
          explanation:
            "The block above it was probably never closed, so a fence that was meant to open "
            + "the next block closed it. Add a closing fence before the first line of prose.",
          notes: [.init("the block begins here", at: context.range(fence.marker))]))
    }
  }

  private static let markdown: Set = [
    "markdown", "md", "mdx", "gfm", "text", "txt", "rst", "asciidoc", "diff", "patch", "mustache",
    "jinja",
    "jinja2", "liquid", "handlebars", "erb",
  ]

  /// The first heading between empty lines, if the block has other marks of Markdown as well.
  private static func swallowed(_ block: CodeBlock, _ file: SourceFile) -> ByteRange? {
    guard block.text.holds(UInt8(ascii: "#")) else { return nil }
    let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
    var heading: Int?
    var hasOther = false
    for (index, line) in lines.enumerated() where index < block.lineOffsets.count {
      let isApart = index > 0 && lines[index - 1].allSatisfy(\.isWhitespace)
      if heading == nil, isApart, isHeading(line), index + 1 < lines.count,
        lines[index + 1].allSatisfy(\.isWhitespace)
      {
        heading = index
      } else if isMarkdown(line) {
        hasOther = true
      }
    }
    guard let heading, hasOther else { return nil }
    let offset = block.lineOffsets[heading]
    return file.lines.contentRange(ofLine: file.lines.line(at: offset), in: file.bytes)
      .clamped(to: offset..<Int.max)
  }

  private static func isHeading(_ line: Substring) -> Bool {
    let marks = line.prefix { $0 == "#" }.count
    let text = line.dropFirst(marks)
    return (2...6).contains(marks) && text.first == " "
      && text.dropFirst().first.map { $0.isLetter || $0.isNumber } == true
  }

  /// A line that is bold as a whole, a row of dashes of a table, or one with a link.
  private static func isMarkdown(_ line: Substring) -> Bool {
    if line.hasPrefix("**"), line.utf8.count > 4 {
      return line.dropFirst(2).firstRange(of: "**") != nil
    }
    if line.hasPrefix("|") {
      return line.contains("-") && line.allSatisfy { "|:- ".contains($0) }
    }
    guard let middle = line.firstRange(of: "](") else { return false }
    return line[..<middle.lowerBound].contains("[") && line[middle.upperBound...].contains(")")
  }
}
