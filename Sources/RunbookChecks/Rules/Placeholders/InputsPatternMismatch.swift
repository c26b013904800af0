import RunbookModel

enum InputsPatternMismatch {
  static let rule = Rule(
    "inputs-pattern-mismatch", .error,
    "the example of an input is not a value that the input takes",
    rationale: """
      The example shows what to type. If the input's own `pattern`, type or `choices` refuse it, one
      of the two is wrong: the reader is turned away with the right value, or lets a wrong one pass.
      """,
    passing: [
      Rule.Example(
        """
        ---
        inputs:
          node: {type: k8s-name, example: ip-192-0-2-17.compute.internal, pattern: "^[a-z0-9.-]+$"}
          id: {type: instance-id, example: i-0a1b2c3d4e5f67890, pattern: "^i-[0-9a-f]{8,17}$"}
          region: {type: aws-region, example: eu-central-1, pattern: "^[a-z]{2}(-[a-z]+)+-\\\\d$"}
          address: {type: ip, example: "2001:db8::7"}
          count: {type: integer, example: 3}
          kind: {type: enum, choices: [pod, node], example: node}
          other: {pattern: "^(?!x).*$", example: x}
        ---
        """)
    ],
    failing: [
      Rule.Example(
        """
        ---
        inputs:
          node: {type: k8s-name, example: ▸Node_1}
          id: {type: string, example: ▸i-xyz, pattern: "^i-[0-9a-f]{8,17}$"}
          region: {type: aws-region, example: ▸Frankfurt}
          address: {type: ip, example: ▸192.0.2.300}
          count: {type: integer, example: ▸three}
          kind: {type: enum, choices: [pod, node], example: ▸job}
        ---
        """)
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for input in context.draft.metadata.inputs {
      guard let example = input.example,
        let problem = input.problem(of: example.value)
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: example.range, "the example of `\(input.name.value)` \(problem)",
          explanation: "Correct the example, or what refuses it.",
          notes: input.pattern.map { [.init("the pattern", at: $0.range)] } ?? []))
    }
  }
}
