package import RunbookModel

package enum EnvironmentValue {
  static let rule = Rule(
    "environment-value", .error,
    "`environments` in the configuration gives an input a value that it does not take",
    rationale: """
      Whoever chooses an environment gets its values in every command, without typing them. A value
      that the input would refuse from a reader would go into production unseen, and one for an
      input that no page has is never filled in. Secrets would stand in every page for all to read.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "---\ninputs: {region: {type: aws-region}}\n---"),
        ("runbookgen.yml", "environments: {prod: {region: eu-central-1}, test: {}}"),
      ])
    ],
    failing: [
      Rule.Example(files: [
        (
          "content/page.md",
          "---\ninputs: {region: {type: aws-region}, key: {type: string, secret: true}}\n---"
        ),
        (
          "runbookgen.yml",
          "environments:\n  prod: {region: ▸Frankfurt}\n  test: {▸regions: eu-central-1, key: ▸hunter2}"
        ),
      ])
    ],
    check: .reading)

  /// - Parameter pages: every page of the site.
  package static func check(_ config: SiteConfig, _ pages: [PageSummary]) -> [Diagnostic] {
    guard !config.environments.isEmpty else { return [] }
    var inputs: [String: [(input: InputDeclaration, page: PageSummary)]] = [:]
    for page in pages {
      for input in page.metadata.inputs {
        inputs[input.name.value, default: []].append((input, page))
      }
    }
    var diagnostics: [Diagnostic] = []
    for environment in config.environments {
      for (name, value) in environment.values {
        let uses = inputs[name.value] ?? []
        if uses.isEmpty {
          diagnostics.append(unknown(name, in: environment, among: inputs.keys.sorted()))
        } else if let secret = uses.first(where: \.input.isSecret) {
          diagnostics.append(
            Diagnostic(
              rule.id, rule.severity, at: value.range,
              "the secret `\(name.value)` stands in the configuration",
              explanation: "It would be in every page. Remove it here, and have it typed.",
              notes: [.init("the input", at: secret.input.name.range)]))
        } else if let (input, problem) = uses.lazy.compactMap({ use in
          use.input.problem(of: value.value).map { (use.input, $0) }
        }).first {
          diagnostics.append(
            Diagnostic(
              rule.id, rule.severity, at: value.range,
              "the value of `\(name.value)` in `\(environment.name.value)` \(problem)",
              explanation: "Correct the value, or what refuses it.",
              notes: [.init("the input", at: input.name.range)]))
        }
      }
    }
    return diagnostics
  }

  private static func unknown(
    _ name: Field<String>, in environment: EnvironmentDeclaration, among inputs: [String]
  ) -> Diagnostic {
    let near = NearestName.suggestion(for: name.value, among: inputs)
    return Diagnostic(
      rule.id, rule.severity, at: name.range,
      "no page has an input `\(name.value)`" + (near.map { "; did you mean `\($0)`?" } ?? ""),
      explanation:
        "Values of an environment are filled into inputs of the same name. Declare it under "
        + "`inputs` of a page, or remove it here.")
  }
}
