import RunbookModel

enum CodeFenceIndented {
  static let rule = Rule(
    "code-fence-indented", .warning, "a fence is indented so far that it is no fence",
    rationale: """
      A line that is indented by four spaces more than the text around it is code as it stands: the fence
      itself is shown, the block has no language, and nothing in it is checked. That happens under the
      tabs and notes of MkDocs, and in lists. Start the fence where the text around it starts.
      """,
    passing: [
      Rule.Example(
        "1. Run\n\n   ```bash\n   ls\n   ```\n\n    some code\n\n```text\n    ```bash\n```")
    ],
    failing: [
      Rule.Example("Text:\n\n    ▸```bash\n    ls\n    ```\n\nMore.\n\n    ~~~\n    ls\n    ~~~")
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let places = context.outline.codeBlocks.compactMap { block -> ByteRange? in
      guard block.value.fence == nil, let offset = block.value.lineOffsets.first,
        block.value.text.hasPrefix("```") || block.value.text.hasPrefix("~~~")
      else { return nil }
      return context.file.lines.contentRange(
        ofLine: context.file.lines.line(at: offset), in: context.file.bytes
      ).clamped(to: offset..<Int.max)
    }
    let finding = context.finding(
      rule, atEach: places, "this fence is indented too far: it is shown as part of the code",
      explanation:
        "The block has no language, and nothing in it is checked. Start the fence where the "
        + "text around it starts.")
    if let finding { diagnostics.append(finding) }
  }
}
