import RunbookCommands
import RunbookModel

enum DeleteUntyped {
  static let rule = Rule(
    "delete-untyped", .warning, "`kubectl delete` is given a name without its type",
    rationale: """
      `kubectl delete NAME` takes the name for a type, and ends with “resource(s) were provided, but no
      name was specified” or “the server doesn't have a resource type”.
      """,
    passing: [
      Rule.Example(
        "```bash\nkubectl delete pod <pod>\nkubectl delete <type> <name>\noc delete <type/name>\nkubectl delete -f <file>\nkubectl delete pods --all\nkubectl delete <resource>\n```"
      )
    ],
    failing: [Rule.Example("```bash\nkubectl delete -n a ▸<virt-handler>\n```")],
    check: .page(check))

  /// Options that stand in the place of a name.
  private static let selecting: Set = [
    "-f", "--filename", "-k", "--kustomize", "-l", "--selector", "--all", "--field-selector",
    "--raw",
  ]
  private static let typeWords = ["type", "kind", "resource", "object", "/", "crd", "file", "yaml"]

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for command in context.stepCommands {
      guard let invocation = command.command.invocation,
        let (word, name) = untyped(invocation)
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: word.range, "`\(command.title)` needs a type before the name `<\(name)>`",
          explanation: "Write `\(command.title) pod <\(name)>`, or whatever it is."))
    }
  }

  /// The placeholder that stands alone where a type and a name belong.
  static func untyped(_ invocation: Invocation) -> (word: ShellWord, name: String)? {
    guard ["kubectl", "oc"].contains(invocation.program.name),
      invocation.verbs.count <= 2, invocation.verbs.last?.text == "delete",
      let only = invocation.operands.first, invocation.operands.count == 1,
      selecting.isDisjoint(with: invocation.options.flatMap(\.option.names)),
      let name = placeholder(only), !typeWords.contains(where: name.lowercased().contains)
    else { return nil }
    return (only, name)
  }

  /// The name of a word that is one placeholder and nothing else.
  private static func placeholder(_ word: ShellWord) -> String? {
    guard word.pieces.count == 1, case .placeholder(let name) = word.pieces[0].kind else {
      return nil
    }
    return name
  }
}
