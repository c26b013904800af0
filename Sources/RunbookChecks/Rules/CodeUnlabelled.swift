import RunbookCommands
import RunbookModel

enum CodeUnlabelled {
  static let rule = Rule(
    "code-unlabelled", .info, "a block without a language holds shell commands",
    rationale: """
      Without a label nobody knows that a block holds commands: it is not coloured, its prompts are
      copied along, and its commands are not checked. Label commands `bash`, and what shows prompts
      `console`.
      """,
    passing: [
      Rule.Example("```\nJournal entries\n```\n\n```text\njournalctl -k\n```\n\n    journalctl -k"),
      Rule.Example("```\njournalctl prints (among other things) this\n```"),
      Rule.Example("```\nwatch the pods come up.\n```"),
    ],
    failing: [
      Rule.Example("▸```\n# The kernel\njournalctl -k --no-pager\n```"),
      Rule.Example("▸```\n$ journalctl -k\nLine\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let prompts = context.config.contexts.compactMap(\.prompt)
    let inferred = Set(context.draft.blocks.lazy.filter { $0.kind == .inferred }.map(\.index))
    for (index, block) in context.outline.codeBlocks.enumerated() {
      guard let fence = block.value.fence, fence.language.text.isEmpty,
        !ForeignDirective.isDirective(fence)
      else { continue }
      let isTranscript =
        BlockKind.of(language: "", text: block.value.text, prompts: prompts) == .transcript
      guard isTranscript || inferred.contains(index) else { continue }
      let isMixed = context.draft.blocks.first { $0.index == index }?.hasOutput == true
      diagnostics.append(
        context.finding(
          rule, at: fence.marker, "this block holds commands and has no language",
          explanation: isMixed
            ? "Label commands `bash`, and put what they print into a block of its own, labelled `text`."
            : "Label it `\(isTranscript ? "console" : "bash")`.",
          fixes: isMixed || !fence.info.text.isBlank
            ? [] : [fix(fence, isTranscript ? "console" : "bash")]))
    }
  }

  private static func fix(_ fence: Fence, _ label: String) -> Diagnostic.Fix {
    Diagnostic.Fix(
      "Label it `\(label)`",
      edits: [.init(fence.marker.upperBound..<fence.marker.upperBound, with: label)])
  }
}
