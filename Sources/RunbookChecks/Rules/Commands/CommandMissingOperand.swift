import RunbookCommands
import RunbookModel

enum CommandMissingOperand {
  static let rule = Rule(
    "command-missing-operand", .error, "a command lacks something that its program requires",
    rationale: """
      A verb, a file, a name or a required option is not there, so the program stops with a usage
      message. A word that an expansion or a placeholder may turn into several counts as all of them.
      """,
    passing: [
      Rule.Example("```bash\nmkdir -p /tmp/bundle\nmkdir $FOLDERS\nmkdir --help\n```"),
      Rule.Example("```bash\nfind . -name '*.log' | xargs mkdir\n```"),
    ],
    failing: [
      Rule.Example("```bash\n▸mkdir -p\n```"),
      Rule.Example("```bash\n▸kubectl delete | sort\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for (finding, command) in context.commandFindings {
      guard let (what, advice) = describe(finding.kind), !isCompleted(command) else { continue }
      diagnostics.append(
        context.finding(
          rule, at: finding.range, "`\(command.title)` \(what)",
          explanation: "The program refuses to run without it. " + advice))
    }
  }

  /// Whether the program that runs it adds words that the page does not show.
  private static func isCompleted(_ command: PageCommand) -> Bool {
    !Set(command.outer).isDisjoint(with: ["xargs", "parallel"])
  }

  private static func describe(_ kind: Invocation.Finding.Kind) -> (what: String, advice: String)? {
    switch kind {
    case .missingOperand(let name):
      return (
        "needs \(name)", "Write it, or a placeholder that is declared under `inputs`."
      )
    case .missingOption(let name):
      return (
        "needs the option `\(name)`",
        "Add it, with a placeholder that is declared under `inputs` if the value differs."
      )
    case .missingVerb(let known):
      let first = known.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
      return (
        "needs a verb", "Say what it is to do: \(first)\(known.count > 8 ? " and others" : "")."
      )
    case .unknownVerb, .unknownOption, .earlyOption, .missingValue, .unexpectedValue,
      .badValue, .surplusOperand, .conflict, .deprecated, .repeated:
      return nil
    }
  }
}
