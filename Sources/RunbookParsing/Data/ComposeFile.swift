import RunbookModel

/// A file of Docker Compose: services, and the networks and volumes that they use.
struct ComposeFile {
  private struct Service {
    let key: YAMLNode
    /// The networks it names; nil where it names none and is on `default`.
    let networks: [YAMLNode]?
    /// Volumes that it calls by a name.
    let volumes: [YAMLNode]
  }

  private let services: [Service]
  /// What stands at the top, nil where the file has no such part.
  private let networks: [YAMLNode]?
  private let volumes: [YAMLNode]?

  /// Nil for another document, and for one that other files or a merge key add to.
  init?(_ root: YAMLNode) {
    let top = root.entries
    guard let listed = top["services"]?.pairs, !listed.isEmpty,
      top["include"] == nil, top["<<"] == nil
    else { return nil }
    var services: [Service] = []
    for pair in listed {
      let fields = pair.value.entries
      guard fields["<<"] == nil, fields["extends"] == nil else { return nil }
      // `network_mode` is another way to be reached.
      let isApart = fields["network_mode"] != nil
      services.append(
        Service(
          key: pair.key, networks: isApart ? [] : fields["networks"].map(\.names),
          volumes: (fields["volumes"]?.items ?? []).compactMap(Self.namedVolume)))
    }
    guard listed.contains(where: { $0.value.entries["image"] ?? $0.value.entries["build"] != nil })
    else { return nil }
    self.services = services
    networks = top["networks"].map(\.names)
    volumes = top["volumes"].map(\.names)
  }

  /// `name:/path` of the short syntax. A path, a variable and an anonymous volume have no name.
  private static func namedVolume(_ node: YAMLNode) -> YAMLNode? {
    guard let text = node.scalar, let colon = text.firstIndex(of: ":") else { return nil }
    let name = text[..<colon]
    guard let first = name.first, first.isLetter || first.isNumber, name.utf8.count > 1,
      name.allSatisfy({ $0.isLetter || $0.isNumber || "_.-".contains($0) })
    else { return nil }
    return YAMLNode(
      .scalar(String(name), quoted: false),
      range: node.range.lowerBound..<node.range.lowerBound + name.utf8.count)
  }

  /// - Parameter block: where a part at the top is missing as a whole, the block may be an excerpt, and
  ///   nothing is said of it.
  func findings(in block: DataBlock) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for service in services {
      if let networks {
        findings += undeclared(service.networks ?? [], among: networks, "network", block)
      }
      if let volumes {
        findings += undeclared(service.volumes, among: volumes, "volume", block)
      }
    }
    return findings + forgotten(block)
  }

  private func undeclared(
    _ used: [YAMLNode], among declared: [YAMLNode], _ sort: String, _ block: DataBlock
  ) -> [Diagnostic] {
    let known = Set(declared.compactMap(\.scalar))
    return used.compactMap { node in
      guard let name = node.scalar, name != "default" || sort == "volume", !known.contains(name),
        !name.utf8.contains(UInt8(ascii: "$"))
      else { return nil }
      let near =
        known.count > 100 ? nil : NearestName.suggestion(for: name, among: known.sorted())
      return Diagnostic(
        "compose-reference", .error, at: block.place(of: node.range),
        "no \(sort) `\(name)` is declared in this file"
          + (near.map { "; did you mean `\($0)`?" } ?? ""),
        explanation:
          "Compose refuses the file. Declare it under `\(sort)s:` at the top, or name one "
          + "that is declared there.")
    }
  }

  /// A service that names no network while all others do, and a network that waits for it.
  private func forgotten(_ block: DataBlock) -> [Diagnostic] {
    let used = Set(services.flatMap { $0.networks ?? [] }.compactMap(\.scalar))
    let unused = (networks ?? []).compactMap(\.scalar).filter {
      !used.contains($0) && $0 != "default"
    }
    let alone = services.filter { $0.networks == nil }
    guard let network = unused.first, alone.count == 1, services.count > 1,
      let service = alone.first, let name = service.key.scalar, !used.contains("default")
    else { return [] }
    return [
      Diagnostic(
        "compose-reference", .warning, at: block.place(of: service.key.range),
        "`\(name)` names no network, so no other service of this file can be reached from it",
        explanation:
          "A service without `networks` is on `default` alone, and the others are not. `\(network)` is "
          + "declared and nobody uses it: name the networks of `\(name)`.")
    ]
  }
}

extension YAMLNode {
  fileprivate var pairs: [Pair] { if case .mapping(let pairs) = kind { pairs } else { [] } }
  fileprivate var items: [YAMLNode] { if case .sequence(let items) = kind { items } else { [] } }

  fileprivate var entries: [String: YAMLNode] {
    Dictionary(
      pairs.compactMap { pair in pair.key.scalar.map { ($0, pair.value) } },
      uniquingKeysWith: { $1 })
  }

  /// The names in a list, or the keys of a mapping.
  fileprivate var names: [YAMLNode] { pairs.map(\.key) + items.filter { $0.scalar != nil } }
}
