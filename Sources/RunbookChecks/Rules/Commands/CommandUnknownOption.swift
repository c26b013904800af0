import RunbookCommands
import RunbookModel

enum CommandUnknownOption {
  private static let quick = """
    ---
    tables: [{under: quick, schema: quick-reference}]
    ---
    # Quick

    | Task | Command |
    |------|---------|

    """

  static let rule = Rule(
    "command-unknown-option", .error, "a command has an option that its program does not know",
    rationale: """
      The program answers with a usage message and does nothing, and the reader, who has a node to
      save, has to find out what was meant. The options come from the program's own documentation,
      which `runbookgen programs NAME` shows. Where not all of them are listed, an unknown one is a
      warning, and only when it is one slip of the finger away from an option that exists.
      """,
    passing: [
      Rule.Example("```bash\njournalctl -xeu kubelet --since=today --no-pager -n 50\n```"),
      Rule.Example("```bash\njournalctl \"$@\" $OPTIONS -- --no-option\n```"),
      Rule.Example("```bash\nlinger --no-such-program\n```"),
      Rule.Example("```bash\ngroupmems --no-such-option alice\njournalctl --[no-]pager\n```"),
    ],
    failing: [
      Rule.Example("```bash\nsudo true; journalctl -u kubelet ▸--folow\n```"),
      Rule.Example("```bash\nuseradd ▸--no-creat-home alice\ndate ▸-v-1d\n```"),
      Rule.Example("```console\n$ journalctl -e▸Ze ▸--until-now\nno entries\n```"),
      Rule.Example("```bash\nkubectl ▸-A get pods\nhelm ▸--install upgrade web ./chart\n```"),
      Rule.Example("```bash\njournalctl -f ▸--u kubelet ▸-verify\n```"),
      Rule.Example(quick + "| Logs | `journalctl ▸--no-pagr` |"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for (finding, command) in context.commandFindings {
      if case .earlyOption(let name, let verb) = finding.kind {
        diagnostics.append(
          context.finding(
            rule, at: finding.range,
            "the option `\(name)` has to stand after `\(verb)`",
            explanation:
              "It is an option of the verb: in this place the program does not know it, and stops.",
            severity: finding.isCertain ? rule.severity : .warning))
        continue
      }
      guard case .unknownOption(let name, let known) = finding.kind else { continue }
      if let program = command.command.invocation?.program.name,
        let system = ForeignOption.system(of: name, in: program)
      {
        diagnostics.append(
          context.finding(
            rule, at: finding.range,
            "only \(system) has the option `\(name)` of `\(command.title)`",
            explanation:
              "With the tools of GNU and Linux the command stops here. Say for which system "
              + "the command is, or write it for the one that the reader is on.",
            severity: .warning))
        continue
      }
      let suggestion =
        wholeWord(at: finding.range, known, command, context)
        ?? CommandSuggestion(name, at: finding.range, among: known, context)
      diagnostics.append(
        context.finding(
          rule, at: finding.range,
          "`\(command.title)` has no option `\(name)`" + (suggestion?.question ?? ""),
          explanation: source(of: command)
            + (finding.isCertain
              ? "Nothing runs before the option is corrected."
              : "Another version may have it; more likely it is a slip."),
          fixes: finding.isCertain ? [suggestion?.fix].compactMap(\.self) : [],
          severity: finding.isCertain ? rule.severity : .warning))
    }
  }

  /// A long option behind one dash, which the program reads letter by letter.
  private static func wholeWord(
    at range: ByteRange, _ known: [String], _ command: PageCommand, _ context: PageContext
  ) -> CommandSuggestion? {
    guard
      let word = command.command.words.first(where: { $0.range.contains(range.lowerBound) }),
      let text = word.literal, text.utf8.count > 2, known.contains("-" + text)
    else { return nil }
    return CommandSuggestion("-" + text, isCertain: true, at: word.range, instead: text, context)
  }

  private static func source(of command: PageCommand) -> String {
    guard let source = command.command.invocation?.program.source, !source.isEmpty else {
      return ""
    }
    return "It is not in \(source). "
  }
}
