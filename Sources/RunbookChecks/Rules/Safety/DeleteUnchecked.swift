import RunbookCommands
import RunbookModel

enum DeleteUnchecked {
  static let rule = Rule(
    "delete-unchecked", .warning, "without a value of its variable, `rm -r` deletes from the root",
    rationale: """
      A shell puts nothing in the place of a variable that is not set: `rm -rf $DIR/lib` is then
      `rm -rf /lib` (ShellCheck, SC2115).
      """,
    passing: [
      Rule.Example(
        "```bash\nrm -rf \"${DIR:?}/lib\" \"$HOME/lib\" $DIR\nrm $DIR/lib\nOUT=/tmp/x\nrm -r $OUT/lib\n```"
      )
    ],
    failing: [
      Rule.Example("```bash\nrm -rf ▸$DIR/lib\n```"),
      Rule.Example("```bash\nsudo rm -fr ▸\"${DIR}/\"*\nDIR=/tmp/x\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for command in context.stepCommands {
      guard let invocation = command.command.invocation, invocation.program.name == "rm",
        invocation.options.contains(where: { $0.option.names.contains("-r") })
      else { continue }
      for word in invocation.operands {
        guard let expansion = root(word),
          !context.facts.variables.isSet(expansion.name, before: word.range.lowerBound)
        else { continue }
        diagnostics.append(
          context.finding(
            rule, at: word.range,
            "without a value of `\(expansion.name)` this deletes `\(rest(word))`",
            explanation:
              "Write `${\(expansion.name):?}`: the shell then stops where it has no value."))
      }
    }
  }

  /// The variable that a path begins with, if the path goes on with a slash.
  private static func root(_ word: ShellWord) -> ParameterExpansion? {
    guard case .parameter(let expansion)? = word.pieces.first?.kind, expansion.isVariable,
      expansion.operation.isEmpty, expansion.prefix.isEmpty,
      !EnvironmentVariables.contains(expansion.name),
      word.pieces.dropFirst().first?.text?.hasPrefix("/") == true
    else { return nil }
    return expansion
  }

  private static func rest(_ word: ShellWord) -> String {
    ShellWord(pieces: Array(word.pieces.dropFirst()), range: word.range).display
  }
}
