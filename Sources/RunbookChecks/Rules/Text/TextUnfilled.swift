import RunbookModel

enum TextUnfilled {
  static let rule = Rule(
    "text-unfilled", .warning, "a paragraph of a page template was never filled in",
    rationale: """
      A template says `Intro` or `[Describe the impact here]` where the author is to write. Left as it is, it
      tells the reader nothing, and looks finished to everybody else. Write the paragraph, or remove it.
      """,
    passing: [
      Rule.Example(
        "# T\n\nDetails\n\n- one\n\n**Description**\n\nDetails:\n\nText. Intro text.\n\nYes"),
      Rule.Example(
        "[See the guide](https://example.com)\n\n[x y]: https://a.b\n\n[Note]\n\n`[a b]`"),
    ],
    failing: [
      Rule.Example("# Mattermost\n\n▸Intro\n\nThe chat.\n\nDetails\n\n## Install"),
      Rule.Example(
        "## Impact\n\n▸[Describe the impact here]\n\n## Mend\n\n▸Lorem ipsum dolor sit amet."),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var words: [ByteRange] = []
    let blocks = context.page.document.blocks
    for (index, block) in blocks.enumerated() {
      guard case .paragraph(let content) = block.kind, content.count == 1,
        case .text(let text) = content[0].kind
      else { continue }
      if isTemplate(text) {
        diagnostics.append(finding(at: block.range, context))
      } else if text.utf8.count < 16, stubs.contains(text),
        !isLabel(of: index + 1 < blocks.count ? blocks[index + 1] : nil)
      {
        words.append(block.range)
      }
    }
    let finding = context.finding(
      rule, atEach: words,
      "`\(words.first.map { context.file.text($0) } ?? "")` is a word of a template",
      explanation: "Write what the paragraph is to say, or remove it.")
    if let finding { diagnostics.append(finding) }
  }

  private static func finding(at range: ByteRange, _ context: PageContext) -> Diagnostic {
    context.finding(
      rule, at: range, "this paragraph is text of a template",
      explanation: "Write what it asks for, or remove it.")
  }

  /// What templates put in the place of a paragraph.
  private static let stubs: Set = [
    "Intro", "Introduction", "Details", "Description", "Summary", "Overview", "Placeholder",
  ]

  /// Whether what follows is named by the word above it.
  private static func isLabel(of next: Block?) -> Bool {
    switch next?.kind {
    case .list, .table, .code, .quote, .alert, .details: true
    default: false
    }
  }

  private static let verbs: Set = [
    "add", "briefly", "describe", "document", "enter", "explain", "fill", "insert", "list",
    "provide",
    "replace", "your", "specify", "write",
  ]

  /// `[Describe … ]` as a whole paragraph, or the filler text of typesetters.
  private static func isTemplate(_ text: String) -> Bool {
    if text.hasPrefix("Lorem ipsum dolor") { return true }
    guard text.hasPrefix("["), text.hasSuffix("]"), FrontMatterTemplateText.isTemplateText(text)
    else { return false }
    let words = text.dropFirst().dropLast().split(separator: " ")
    return words.count > 1 && verbs.contains(words[0].lowercased())
  }
}
