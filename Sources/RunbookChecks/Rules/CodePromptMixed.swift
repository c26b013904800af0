import RunbookCommands
import RunbookModel

enum CodePromptMixed {
  static let rule = Rule(
    "code-prompt-mixed", .warning, "a block labelled as a script shows prompts",
    rationale: """
      What is labelled `bash` is copied and pasted as a whole, prompts and output included. A block
      labelled `console` is known to be a transcript: only its commands are copied, and what they
      print is shown as output.
      """,
    passing: [
      Rule.Example("```console\n$ ls\na b\n```"),
      Rule.Example("```bash\nls \"$HOME\"\n# $ ls\n```"),
    ],
    failing: [
      Rule.Example("```▸bash\n$ ls\na b\n```"),
      Rule.Example("```▸sh\nls\n$ ls\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let prompts = context.config.contexts.compactMap(\.prompt)
    for block in context.draft.blocks where block.kind == .transcript {
      guard let label = block.code.fence?.language.range,
        BlockKind.scriptLanguages.contains(block.code.language)
      else { continue }
      let transcript = Transcript.split(ShellSource(block.code), prompts: prompts)
      let isPure = isPure(transcript, context)
      let fix = Diagnostic.Fix("Label it `console`", edits: [.init(label, with: "console")])
      let prompt = transcript.entries.first.map {
        Diagnostic.Note("a prompt", at: context.range($0.prompt))
      }
      diagnostics.append(
        context.finding(
          rule, at: label, "a block labelled `\(block.code.language)` has prompts in it",
          explanation: isPure
            ? "Label it `console`, or take prompts and output away."
            : "Some of its lines are commands without a prompt. Take prompts and output away, or put "
              + "them into a block labelled `console`.",
          notes: [prompt].compactMap(\.self), fixes: isPure ? [fix] : []))
    }
  }

  /// True if each command has its prompt, so that all other lines are output.
  private static func isPure(_ transcript: Transcript, _ context: PageContext) -> Bool {
    let others = transcript.preamble + transcript.entries.flatMap(\.output)
    return !others.contains { range in
      let word = context.file.bytes[range].drop { $0 == UInt8(ascii: " ") }
        .prefix { $0 != UInt8(ascii: " ") }
      let name = String(decoding: word, as: UTF8.self)
      // In output `[` opens a list, and `level=warn` is a field of a log.
      return context.config.programs.contains(name) || isAssignment(name)
        || name != "[" && ShellBuiltins.names.contains(name)
    }
  }

  private static func isAssignment(_ word: String) -> Bool {
    let name = word.prefix { $0 != "=" }
    return name.endIndex < word.endIndex && VariableEvents.isName(String(name))
      && !name.contains(where: \.isLowercase)
  }
}
