import RunbookCommands
import RunbookModel

enum CodeUnlabelled {
  static let rule = Rule(
    "code-unlabelled", .info, "a block without a language holds shell commands",
    rationale: """
      Without a label nobody knows that a block holds commands: it is not coloured, its prompts are
      copied along, and its commands are not checked. Label commands `bash`, what shows prompts
      `console`, and both `powershell` where they are PowerShell's.
      """,
    passing: [
      Rule.Example("```\nJournal entries\n```\n\n```text\njournalctl -k\n```\n\n    journalctl -k"),
      Rule.Example("```\njournalctl prints (among other things) this\n```"),
      Rule.Example("```\nwatch the pods come up.\n```"),
    ],
    failing: [
      Rule.Example("▸```\n# The kernel\njournalctl -k --no-pager\n```"),
      Rule.Example("▸```\n$ journalctl -k\nLine\n```"),
      Rule.Example("▸```\nGet-Service -Name w32time | Restart-Service\n```"),
      Rule.Example("▸```\nPS C:\\> Get-Service w32time\nRunning\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let prompts = context.config.contexts.compactMap(\.prompt)
    let blocks = Dictionary(
      context.draft.blocks.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, block) in context.outline.codeBlocks.enumerated() {
      guard let fence = block.value.fence, fence.language.text.isEmpty,
        !ForeignDirective.isDirective(fence)
      else { continue }
      let isTranscript =
        BlockKind.of(language: "", text: block.value.text, prompts: prompts) == .transcript
      let read = blocks[index]
      let isPowerShell = read?.powerShell.isEmpty == false && read?.scripts.isEmpty == true
      guard isTranscript || read?.kind == .inferred || isPowerShell else { continue }
      let isMixed = read?.hasOutput == true
      let label = isPowerShell ? "powershell" : isTranscript ? "console" : "bash"
      diagnostics.append(
        context.finding(
          rule, at: fence.marker, "this block holds commands and has no language",
          explanation: isMixed
            ? "Label commands `bash`, and put what they print into a block of its own, labelled `text`."
            : "Label it `\(label)`.",
          fixes: isMixed || !fence.info.text.isBlank
            ? [] : [fix(fence, label)]))
    }
  }

  private static func fix(_ fence: Fence, _ label: String) -> Diagnostic.Fix {
    Diagnostic.Fix(
      "Label it `\(label)`",
      edits: [.init(fence.marker.upperBound..<fence.marker.upperBound, with: label)])
  }
}
