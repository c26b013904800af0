import RunbookCommands
import RunbookModel

enum ConsoleCommandUnprompted {
  static let rule = Rule(
    "console-command-unprompted", .warning,
    "a transcript begins with a command that has no prompt",
    rationale: """
      In a block with prompts every other line is taken for output. A command without its prompt is
      neither checked nor copied.
      """,
    passing: [
      Rule.Example("```console\n$ docker exec -it web bash\nroot@web:/# ls\n```"),
      Rule.Example("```console\nlast login: today\nhost status ok\n$ ls\n```"),
    ],
    failing: [
      Rule.Example("```console\n▸docker exec -it web bash\nroot@web:/# ls\n```")
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let evidence = CommandEvidence(context.config.programs)
    for block in context.draft.blocks {
      guard let line = block.transcript?.preamble.first,
        !BlockKind.scriptLanguages.contains(block.code.language),
        case let script = ShellScript.parse(
          ShellSource(inline: context.file.text(line), at: line.lowerBound)),
        script.errors.isEmpty, let first = script.simpleCommands.first, evidence.isTyped(first)
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: first.range, "this command has no prompt, so that it is taken for output",
          explanation: "Put `$ ` before it, or move it to a block of its own."))
    }
  }
}
