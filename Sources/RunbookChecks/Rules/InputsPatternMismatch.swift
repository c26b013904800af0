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
        let problem = patternProblem(input, example.value) ?? typeProblem(input, example.value)
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: example.range, "the example of `\(input.name.value)` \(problem)",
          explanation: "Correct the example, or what refuses it.",
          notes: input.pattern.map { [.init("the pattern", at: $0.range)] } ?? []))
    }
  }

  /// A pattern that cannot be tried says nothing.
  private static func patternProblem(_ input: InputDeclaration, _ example: String) -> String? {
    guard let text = input.pattern?.value, let pattern = try? Pattern.compiled(text),
      !pattern.isFound(in: String(example.prefix(1000)))
    else { return nil }
    return "does not match its pattern `\(text)`"
  }

  private static func typeProblem(_ input: InputDeclaration, _ example: String) -> String? {
    switch input.type {
    case .integer: fits(input, example) ? nil : "is no whole number"
    case .ip: isAddress(example) ? nil : "is no IP address"
    case .awsRegion: fits(input, example) ? nil : "is no name of an AWS region"
    case .instanceID: fits(input, example) ? nil : "is no EC2 instance id"
    case .k8sName:
      fits(input, example)
        ? nil : "is no name of a Kubernetes object: small letters, digits, `-` and `.`"
    case .enum:
      input.choices.isEmpty || input.choices.contains(example)
        ? nil : "is not among its choices: \(input.choices.joined(separator: ", "))"
    case .string, .duration, .path: nil
    }
  }

  private static func fits(_ input: InputDeclaration, _ example: String) -> Bool {
    input.type.pattern.map { isFound($0, example) } ?? true
  }

  private static func isFound(_ pattern: String, _ text: String) -> Bool {
    (try? Pattern.compiled(pattern))?.isFound(in: text) ?? true
  }

  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if !text.contains(":") {
      return parts.count == 4
        && parts.allSatisfy { isFound("^[0-9]{1,3}$", String($0)) && Int($0) ?? 256 <= 255 }
    }
    let groups = text.split(separator: ":", omittingEmptySubsequences: false)
    let isShort = text.contains("::")
    return (isShort ? groups.count <= 9 : groups.count == 8)
      && groups.allSatisfy { isFound("^[0-9A-Fa-f]{0,4}$", String($0)) || isAddress(String($0)) }
  }
}
