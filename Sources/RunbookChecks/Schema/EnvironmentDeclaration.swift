import RunbookModel

/// One entry of `environments` in the configuration: the values that inputs have there.
package struct EnvironmentDeclaration: Sendable {
  package let name: Field<String>
  /// By the name of the input, in the order of the file.
  package let values: [(input: Field<String>, value: Field<String>)]

  /// The value that an input has in the environment.
  package func value(of input: String) -> String? {
    values.first { $0.input.value == input }?.value.value
  }
}

extension SiteConfigSchema {
  /// The longest name of an environment, in characters.
  private static let longestName = 40

  /// `environments: {prod: {aws-region: eu-central-1}, test: {}}`.
  static func readEnvironments(_ reader: inout FieldReader, _ config: inout SiteConfig) {
    let wanted =
      "a mapping from environments to values of inputs, such as {prod: {aws-region: eu-central-1}}"
    reader.describe(
      "environments",
      .names(
        .names(.filledText), names: #"^(?=[\s\S]*\S).{1,\#(longestName)}$"#, takesNothing: true),
      wanted)
    guard let entry = reader.entry("environments") else { return }
    guard case .mapping(let pairs) = entry.value.kind else {
      reader.wrongType(entry, wanted: wanted)
      return
    }
    for pair in pairs {
      guard let name = pair.key.scalar else { continue }
      let range = entry.file.range(pair.key.range)
      guard !name.isBlank, name.count <= longestName, !name.contains(where: \.isNewline) else {
        reader.report(
          "type", at: range, "an environment is called `\(name.prefix(60))`",
          "Its name stands in the bar of a running incident and in every confirmation: one line of "
            + "at most \(longestName) characters.")
        continue
      }
      config.environments.append(
        EnvironmentDeclaration(
          name: Field(name, at: range), values: values(of: name, pair.value, entry.file, &reader)))
    }
  }

  private static func values(
    of name: String, _ node: YAMLNode, _ file: SourceFile, _ reader: inout FieldReader
  ) -> [(input: Field<String>, value: Field<String>)] {
    if node.isNull { return [] }
    guard case .mapping(let pairs) = node.kind else {
      reader.report(
        "type", at: file.range(node.range),
        "`environments.\(name)` is \(node.typeName); it takes a mapping from inputs to their values"
      )
      return []
    }
    return pairs.compactMap { pair in
      guard let input = pair.key.scalar, let value = pair.value.scalar, !value.isBlank else {
        reader.report(
          "type", at: file.range(pair.value.range),
          "a value of `environments.\(name)` is \(pair.value.typeName); it takes text")
        return nil
      }
      return (
        Field(input, at: file.range(pair.key.range)), Field(value, at: file.range(pair.value.range))
      )
    }
  }
}
