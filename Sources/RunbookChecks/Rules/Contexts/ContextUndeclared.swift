import RunbookModel

enum ContextUndeclared {
  private static let config = (
    path: "runbookgen.yml", text: "contexts:\n  host: {title: Host}\n  admin: {title: Admin}\n"
  )

  static let rule = Rule(
    "context-undeclared", .warning, "nothing says where the commands of a block run",
    rationale: """
      A command that is right on one machine is missing, or destructive, on another. Give the page a
      `context`, or the fence an `in`; blocks further down in the section follow it. A site that
      declares no contexts is not asked for them.
      """,
    passing: [
      Rule.Example(files: [
        (
          "content/page.md",
          """
          # Look
          ```bash {in=host}
          ls
          ```
          ## Closer
          ```bash
          ls -l
          ```
          ```bash
          # nothing yet
          ```
          """
        ), config,
      ]),
      Rule.Example("```bash\nls\n```"),
    ],
    failing: [
      Rule.Example(files: [
        (
          "content/page.md",
          """
          # Look
          ```▸bash
          ls
          ```
          ## Closer
          ```bash
          ls -l
          ```
          # Elsewhere
          ```▸console
          $ ls
          ```
          """
        ), config,
      ])
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    guard !context.config.contexts.isEmpty else { return }
    var reported: Set<Int?> = []
    for block in context.draft.blocks where block.context == nil && !block.commands.isEmpty {
      // An `in` at the block before it would hold for this one too.
      guard !isFollowing(block, reported, context.outline) else { continue }
      reported.insert(context.outline.codeBlocks[block.index].section)
      diagnostics.append(
        context.finding(
          rule, at: block.labelRange, "nothing says where this block runs",
          explanation: "Give the fence `in=` with one of "
            + context.config.contexts.map { "`\($0.id.value)`" }.joined(separator: ", ")
            + ", or the page a `context`."))
    }
  }

  private static func isFollowing(
    _ block: CommandBlock, _ reported: Set<Int?>, _ outline: PageOutline
  ) -> Bool {
    var section = outline.codeBlocks[block.index].section
    while let current = section {
      if reported.contains(current) { return true }
      section = outline.sections[current].parent
    }
    return reported.contains(nil)
  }
}

extension CommandBlock {
  /// Where the block's language stands, or else its fence or its first line.
  var labelRange: ByteRange {
    guard let fence = code.fence else { return range }
    return fence.language.text.isEmpty ? fence.marker : fence.language.range
  }
}
