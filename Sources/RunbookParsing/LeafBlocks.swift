import RunbookModel

/// Blocks that hold text. Each finds its own end in the source.
extension BlockConverter {
  mutating func paragraph(_ node: CMarkNode) -> Block? {
    // The lines above a table's header become a paragraph without a place; the table has it.
    if node.startLine == 0, let table = node.next {
      return paragraph(
        node,
        InlineSource(
          lines: source.lines(
            from: table.startLine, column: table.startColumn,
            through: headerLine(of: table) - 1, enclosure),
          of: source.file, unescapingPipes: true))
    }
    let lines = source.lines(
      from: node.startLine, column: node.startColumn, through: node.endLine, enclosure)
    let text = InlineSource(lines: lines, of: source.file)
    return paragraph(node, text, startingAt: LinkSyntax(source: text).definitionsEnd())
  }

  private mutating func paragraph(
    _ node: CMarkNode, _ text: InlineSource, startingAt start: Int = 0
  ) -> Block {
    let content = inlines.convert(node, from: text, startingAt: start)
    return Block(.paragraph(content), range: text.range(start, text.count))
  }

  mutating func heading(_ node: CMarkNode) -> Block {
    let (text, start, range) = headingText(node)
    let content = inlines.convert(node, from: text, startingAt: start)
    let heading = Heading(
      level: node.headingLevel, content: content, id: slugs.slug(for: content.plainText))
    return Block(.heading(heading), range: range)
  }

  private func headingText(_ node: CMarkNode) -> (InlineSource, start: Int, ByteRange) {
    let first = InlineSource(
      lines: source.lines(
        from: node.startLine, column: node.startColumn, through: node.startLine, enclosure),
      of: source.file)
    let marks = first.bytes.prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(marks), [nil, 9, 32].contains(first.byte(marks)) {
      let end = source.lineEnd(node.startLine)
      return (first, marks, source.start(of: node)..<end)
    }
    // cmark puts the end on the line behind the underline, unless the file ends there.
    let isBehind =
      node.endLine > node.startLine + 1 && source.isUnderline(node.endLine - 1, enclosure)
    let underline = isBehind ? node.endLine - 1 : node.endLine
    let text = InlineSource(
      lines: source.lines(
        from: node.startLine, column: node.startColumn, through: underline - 1, enclosure),
      of: source.file)
    let start = LinkSyntax(source: text).definitionsEnd()
    let range = text.range(start, text.count)
    return (text, start, range.lowerBound..<max(range.upperBound, source.lineEnd(underline)))
  }

  func html(_ node: CMarkNode) -> Block {
    let literal = node.literal
    let start = source.start(of: node)
    let end = source.lineEnd(node.startLine + max(lineCount(literal), 1) - 1)
    return Block(.html(literal), range: start..<max(start, end))
  }

  func code(_ node: CMarkNode) -> Block {
    let text = node.literal
    let start = source.start(of: node)
    guard let fence = node.fence else {
      let offsets = source.lineOffsets(of: text, firstLine: node.startLine)
      let first = min(start, offsets.first ?? start)
      let end = source.lineEnd(node.startLine + max(offsets.count, 1) - 1)
      return Block(
        .code(CodeBlock(text: text, lineOffsets: offsets, fence: nil)), range: first..<end)
    }
    let closingLine = node.startLine + lineCount(text) + 1
    let isClosed = source.isClosingFence(closingLine, of: node, fence)
    let opening = FenceParser.parse(
      source.file, at: start, length: fence.length, info: node.fenceInfo, isClosed: isClosed)
    let offsets = source.lineOffsets(of: text, firstLine: node.startLine + 1)
    let end = source.lineEnd(isClosed ? closingLine : closingLine - 1)
    return Block(
      .code(CodeBlock(text: text, lineOffsets: offsets, fence: opening)),
      range: start..<max(start, end))
  }

  private func lineCount(_ literal: String) -> Int {
    let newlines = literal.utf8.reduce(0) { $1 == 10 ? $0 + 1 : $0 }
    return literal.isEmpty || literal.utf8.last == 10 ? newlines : newlines + 1
  }
}
