import RunbookCommands
import RunbookModel

enum CommandMissingValue {
  static let rule = Rule(
    "command-missing-value", .error, "an option that needs a value has none",
    rationale: """
      A value was lost: in an edit, in a line that was cut, or because the option was taken for a
      switch. The program stops with a usage message. What an expansion such as `$UNIT` or a
      placeholder fills in counts as a value.
      """,
    passing: [
      Rule.Example("```bash\njournalctl --unit kubelet -n -u \"$UNIT\" -t<tag> -p <level>\n```"),
      Rule.Example("```bash\njournalctl $OPTIONS --unit\n```"),
    ],
    failing: [
      Rule.Example("```bash\njournalctl -f ▸--unit\njournalctl ▸-ku | sort\n```")
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for (finding, command) in context.commandFindings {
      guard case .missingValue(let option) = finding.kind,
        // They add words that the page does not show.
        !command.outer.contains("xargs"), !command.outer.contains("parallel")
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: finding.range, "the option `\(option)` of `\(command.title)` has no value",
          explanation: "The command ends where the value belongs. Write it, or a placeholder "
            + "that is declared under `inputs`."))
    }
  }
}
