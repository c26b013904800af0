import RunbookModel

extension InputDeclaration {
  /// Why the input does not take a value, to follow "the example", or nil when it does.
  func problem(of value: String) -> String? { patternProblem(value) ?? typeProblem(value) }

  /// A pattern that cannot be tried says nothing.
  private func patternProblem(_ value: String) -> String? {
    guard let text = pattern?.value, let compiled = try? Pattern.compiled(text),
      !compiled.isFound(in: String(value.prefix(1000)))
    else { return nil }
    return "does not match its pattern `\(text)`"
  }

  private func typeProblem(_ value: String) -> String? {
    switch type {
    case .integer: fits(value) ? nil : "is no whole number"
    case .ip: Self.isAddress(value) ? nil : "is no IP address"
    case .awsRegion: fits(value) ? nil : "is no name of an AWS region"
    case .instanceID: fits(value) ? nil : "is no EC2 instance id"
    case .k8sName:
      fits(value)
        ? nil : "is no name of a Kubernetes object: small letters, digits, `-` and `.`"
    case .enum:
      choices.isEmpty || choices.contains(value)
        ? nil : "is not among its choices: \(choices.joined(separator: ", "))"
    case .string, .duration, .path: nil
    }
  }

  private func fits(_ value: String) -> Bool {
    type.pattern.map { Self.isFound($0, value) } ?? true
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
      && groups.allSatisfy {
        isFound("^[0-9A-Fa-f]{0,4}$", String($0)) || Self.isAddress(String($0))
      }
  }
}
