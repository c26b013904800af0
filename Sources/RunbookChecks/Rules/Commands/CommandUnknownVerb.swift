import RunbookCommands
import RunbookModel

enum CommandUnknownVerb {
  static let rule = Rule(
    "command-unknown-verb", .error, "a command has a verb that its program does not know",
    rationale: """
      The first words after a program such as `systemctl` or `aws` say what it is to do. One that it
      does not know stops it, whatever follows. `runbookgen programs NAME` lists the verbs.

      Programs such as `git`, `kubectl` and `docker` take plugins, and of others not every verb is
      listed here. There an unknown verb is a warning, and only when it is one slip of the finger away
      from a verb that exists.
      """,
    passing: [
      Rule.Example("```bash\nsystemctl status kubelet --no-pager\n```"),
      Rule.Example("```bash\nsystemctl \"$action\" <unit>\nsystemctl <verb> kubelet\n```"),
      Rule.Example("```bash\ngit filter-repo --force\nkubectl neat\nsystemctl ... kubelet\n```"),
    ],
    failing: [
      Rule.Example("```bash\nsystemctl ▸restrat kubelet\n```"),
      Rule.Example("```bash\ngit ▸chekout main\n```"),
      Rule.Example("```console\n$ sudo systemctl --no-pager ▸look kubelet\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for (finding, command) in context.commandFindings {
      guard case .unknownVerb(let name, let known) = finding.kind else { continue }
      let suggestion = CommandSuggestion(name, at: finding.range, among: known, context)
      if known.count == 1 {
        diagnostics.append(
          context.finding(
            rule, at: finding.range,
            "`\(command.title)` has no verb `\(name)`; it is `\(command.title) \(known[0])`",
            explanation: "The program stops with a message, unless a plugin brings the verb.",
            severity: finding.isCertain ? rule.severity : .warning))
        continue
      }
      guard finding.isCertain else {
        diagnostics.append(
          context.finding(
            rule, at: finding.range,
            "`\(command.title)` has no verb `\(name)` that is known here"
              + (suggestion?.question ?? ""),
            explanation:
              "Only a plugin or another version could bring one. If it does, add the verb "
              + "to a file in the folder that `directories.programs` names.",
            severity: .warning))
        continue
      }
      diagnostics.append(
        context.finding(
          rule, at: finding.range,
          "`\(command.title)` has no verb `\(name)`" + (suggestion?.question ?? ""),
          explanation: "It knows \(list(known)). Use one of these.",
          fixes: [suggestion?.fix].compactMap(\.self)))
    }
  }

  /// The first of the known verbs; some programs have hundreds.
  private static func list(_ names: [String]) -> String {
    let first = names.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 12 ? first + " and \(names.count - 12) more" : first
  }
}
