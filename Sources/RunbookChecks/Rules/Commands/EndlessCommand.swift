import RunbookCommands
import RunbookModel

enum EndlessCommand {
  static let rule = Rule(
    "endless-command", .info, "a command never ends, and nothing says how to stop it",
    rationale: """
      `journalctl -f` shows what happens until someone interrupts it. Whoever pastes the steps of a
      runbook one after the other waits for it to end, or closes the session and loses its place.
      Write how to stop it, in the section or in a comment.
      """,
    strict: .warning,
    passing: [
      Rule.Example("Follow the log. Stop with Ctrl-C.\n\n```bash\njournalctl -f\n```"),
      Rule.Example("```bash\n# Ctrl+C ends it.\njournalctl -f\n```"),
      Rule.Example("```bash\njournalctl -n 50\ntimeout 30 journalctl -f\njournalctl -f &\n```"),
      Rule.Example(
        "---\ntables: [{under: quick, schema: quick-reference}]\n---\n# Quick\n\n"
          + "| Task | Command |\n|-|-|\n| Logs | `journalctl -f` |"),
    ],
    failing: [
      Rule.Example(
        "# Logs\n\nPress Ctrl-C.\n\n# More logs\n\n```bash\njournalctl -u kubelet ▸-f\n```"),
      Rule.Example("```console\n$ journalctl ▸--follow\nlog line # stop\n```"),
    ],
    check: .page(check))

  private static let words: Set = [
    "ctrl-c", "^c", "stop", "stops", "interrupt", "interrupted", "cancel", "quit", "abort",
  ]

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let endless = context.stepCommands.filter { $0.command.invocation?.isEndless == true }
    guard !endless.isEmpty else { return }
    let sections = SectionWords(context)
    var blocks: [Int: (saysHow: Bool, background: SortedRanges)] = [:]
    for command in endless where !command.outer.contains("timeout") {
      guard let block = command.block else { continue }
      let known =
        blocks[block.index] ?? (
          says(sections, command.section, block), background(of: block)
        )
      blocks[block.index] = known
      guard !known.saysHow, !known.background.contains(command.command.range.lowerBound) else {
        continue
      }
      diagnostics.append(
        context.finding(
          rule, at: place(of: command), "`\(command.title)` does not end by itself here",
          explanation:
            "Say how to stop it, for example \"Stop with Ctrl-C\", in this section or in "
            + "a comment of the block."))
    }
  }

  private static func place(of command: PageCommand) -> ByteRange {
    let option = command.command.invocation?.options.first { $0.option.isEndless }
    return option?.name.range ?? command.decisiveRange
  }

  private static func says(
    _ sections: SectionWords, _ section: Int?, _ block: CommandBlock
  ) -> Bool {
    !words.isDisjoint(with: sections.ofSection(section))
      || !words.isDisjoint(with: sections.ofComments(in: block))
  }

  /// What nobody waits for: `journalctl -f &`.
  private static func background(of block: CommandBlock) -> SortedRanges {
    let statements = block.scripts.flatMap(\.statementLists).flatMap(\.self)
    return SortedRanges(statements.filter(\.isBackground).map(\.range))
  }
}
