import RunbookCommands
import RunbookModel

enum VariableInSingleQuotes {
  static let rule = Rule(
    "variable-in-single-quotes", .warning, "a variable stands in single quotes",
    rationale: """
      In single quotes `$TOKEN` is six characters, and the program gets them as they are (ShellCheck,
      SC2016). Only what is set on the page counts, and only programs to which `$` means nothing.
      """,
    passing: [
      Rule.Example(
        """
        ```bash
        TOKEN=a
        curl -H "Authorization: Bearer $TOKEN" -d '{"a": "'$TOKEN'"}' https://a.example
        ssh host 'echo $TOKEN'; awk '$TOKEN' f; echo 'export A=$TOKEN' >> ~/.bashrc
        curl -d '$OTHER' https://a.example
        ```
        """)
    ],
    failing: [
      Rule.Example(
        "```bash\nTOKEN=a\ncurl -H '▸Authorization: Bearer $TOKEN' https://a.example\n```"),
      Rule.Example(
        "```bash\nexport NS=a\nkubectl patch node n -p '▸{\"metadata\": {\"x\": \"${NS}\"}}'\n```"),
    ],
    check: .page(check))

  private static let programs: Set = [
    "aws", "az", "calicoctl", "consul", "curl", "flux", "gcloud", "grpcurl", "helm", "http",
    "ibmcloud", "kubectl", "oc", "openstack", "vault", "wget",
  ]
  /// Verbs that hand words to a shell of another place.
  private static let handing: Set = ["debug", "exec", "rsh", "run", "ssh"]

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let events = context.facts.variables
    guard !events.assignments.isEmpty else { return }
    for command in context.stepCommands {
      guard let name = command.command.name, programs.contains(name),
        !command.command.words.contains(where: { handing.contains($0.literal ?? "") })
      else { continue }
      for piece in command.command.words.flatMap(\.pieces) where piece.quoting == .single {
        guard let text = piece.text,
          let variable = variables(in: text).first(where: {
            events.isSet($0, before: piece.range.lowerBound)
          })
        else { continue }
        diagnostics.append(
          context.finding(
            rule, at: piece.range,
            "in single quotes `$\(variable)` stays as it is, and `\(name)` gets it without its value",
            explanation: text.contains("\"")
              ? "End the quotes around it: `'…'\"$\(variable)\"'…'`." : "Use double quotes."))
      }
    }
  }

  /// Names in capitals behind `$` or `${`, as variables of the environment are written.
  private static func variables(in text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "$"), omittingEmptySubsequences: false).dropFirst()
      .compactMap { part in
        let rest = part.first == UInt8(ascii: "{") ? part.dropFirst() : part
        let name = rest.prefix(while: VariableEvents.isNameByte)
        guard name.count > 1, !name.contains(where: { (0x61...0x7A).contains($0) }),
          part.first != UInt8(ascii: "{") || rest.dropFirst(name.count).first == UInt8(ascii: "}")
        else { return nil }
        return String(decoding: Array(name), as: UTF8.self)
      }
  }
}
