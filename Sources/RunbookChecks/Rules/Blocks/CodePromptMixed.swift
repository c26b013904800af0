import RunbookCommands
import RunbookModel

enum CodePromptMixed {
  static let rule = Rule(
    "code-prompt-mixed", .warning, "a block labelled as a script shows prompts",
    rationale: """
      What is labelled `bash` is copied and pasted as a whole, prompts and output included, by everything
      but this wiki. A block labelled `console` is known to be a transcript. Where each command has its
      prompt, the finding is information only.
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
    var pure: [ByteRange] = []
    var mixed: [ByteRange] = []
    for block in context.draft.blocks where block.kind == .transcript {
      guard let label = block.code.fence?.language.range,
        BlockKind.scriptLanguages.contains(block.code.language)
      else { continue }
      let transcript = Transcript.split(ShellSource(block.code), prompts: prompts)
      if isPure(transcript, context) { pure.append(label) } else { mixed.append(label) }
    }
    let fix = Diagnostic.Fix(
      "Label it `console`", edits: pure.map { .init($0, with: "console") })
    diagnostics += [
      finding(
        pure, "Label it `console`, or remove prompts and output.", [fix], context, severity: .info),
      finding(
        mixed,
        "Some of its lines are commands without a prompt. Remove prompts and output, or move them to a "
          + "block labelled `console`.", [], context),
    ].compactMap(\.self)
  }

  /// One for all labels of a page that are mended in the same way.
  private static func finding(
    _ labels: [ByteRange], _ advice: String, _ fixes: [Diagnostic.Fix], _ context: PageContext,
    severity: Severity? = nil
  ) -> Diagnostic? {
    guard let first = labels.first else { return nil }
    let others = labels.count - 1
    return context.finding(
      rule, atEach: labels,
      "a block labelled `\(context.file.text(first))` has prompts in it"
        + (others == 0
          ? "" : others == 1 ? ", and so has another" : ", and so have \(others) others"),
      explanation: advice, fixes: fixes, severity: severity)
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
