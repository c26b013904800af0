import RunbookCommands
import RunbookModel

enum CommandUnknownVerb {
  static let rule = Rule(
    "command-unknown-verb", .error, "a command has a verb that its program does not know",
    rationale: """
      The first words behind a program such as `systemctl` or `aws` say what it shall do. One that it
      does not know stops it, whatever follows. `runbookgen programs NAME` lists the verbs.
      """,
    passing: [
      Rule.Example("```bash\nsystemctl status kubelet --no-pager\n```"),
      Rule.Example("```bash\nsystemctl \"$action\" <unit>\nsystemctl <verb> kubelet\n```"),
    ],
    failing: [
      Rule.Example("```bash\nsystemctl ▸restrat kubelet\n```"),
      Rule.Example("```console\n$ sudo systemctl --no-pager ▸look kubelet\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for (finding, command) in context.commandFindings {
      guard case .unknownVerb(let name, let known) = finding.kind else { continue }
      let suggestion = CommandSuggestion(name, at: finding.range, among: known, context)
      diagnostics.append(
        context.finding(
          rule, at: finding.range,
          "`\(command.title)` has no verb `\(name)`" + (suggestion?.question ?? ""),
          explanation: "It knows \(list(known)). Name what it shall do with one of these.",
          fixes: [suggestion?.fix].compactMap(\.self)))
    }
  }

  /// The first of the known verbs; some programs have hundreds.
  private static func list(_ names: [String]) -> String {
    let first = names.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 12 ? first + " and \(names.count - 12) more" : first
  }
}
