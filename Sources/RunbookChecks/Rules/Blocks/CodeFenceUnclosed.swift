import RunbookModel

enum CodeFenceUnclosed {
  static let rule = Rule(
    "code-fence-unclosed", .error, "a fenced code block is never closed",
    rationale: """
      Everything after an opening fence is code until a fence of at least the same length closes
      it. Without one, the rest of the page, its headings and its warnings, is shown as code.
      """,
    passing: [Rule.Example("```bash\nkubectl get nodes\n```\n\nText.")],
    failing: [
      Rule.Example("▸```bash\nkubectl get nodes\n\n## This heading is code"),
      Rule.Example("▸````bash\nkubectl get nodes\n```\n\nText."),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for block in context.outline.codeBlocks {
      guard let fence = block.value.fence, !fence.isClosed else { continue }
      let marker = context.file.text(fence.marker)
      diagnostics.append(
        context.finding(
          rule, at: fence.marker, "this code block is never closed",
          explanation:
            "Add a line \"\(marker)\" after its last line. All that follows, to the end "
            + "of the page or of the list or quote around it, is code now."))
    }
  }
}
