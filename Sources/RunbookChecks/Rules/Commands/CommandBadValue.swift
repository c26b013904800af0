import RunbookCommands
import RunbookModel

enum CommandBadValue {
  static let rule = Rule(
    "command-bad-value", .error, "an option or operand has a value that its program refuses",
    rationale: """
      A number that is none, a format that does not exist, a value for a switch: the program checks
      it first and stops. Values that an expansion or a placeholder fills in are not judged.
      """,
    passing: [
      Rule.Example("```bash\njournalctl --vacuum-files=5\njournalctl --vacuum-files=<n> -k\n```")
    ],
    failing: [
      Rule.Example("```bash\njournalctl --vacuum-files=▸few\n```"),
      Rule.Example("```bash\njournalctl --dmesg=▸yes\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for (finding, command) in context.commandFindings {
      switch finding.kind {
      case .badValue(let text, let wanted):
        diagnostics.append(
          context.finding(
            rule, at: finding.range, "`\(text)` is not \(wanted)",
            explanation: "`\(command.title)` takes \(wanted) here."))
      case .unexpectedValue(let option):
        diagnostics.append(
          context.finding(
            rule, at: finding.range, "the option `\(option)` of `\(command.title)` takes no value",
            explanation: "It is a switch. Remove the value."))
      case .unknownVerb, .missingVerb, .unknownOption, .earlyOption, .missingValue,
        .missingOperand, .surplusOperand, .missingOption, .conflict, .deprecated, .repeated:
        break
      }
    }
  }
}
