import RunbookModel

/// A document with `apiVersion` and `kind`, as `kubectl apply` takes it.
///
/// Only kinds of the Kubernetes API itself are closed: a kind of a custom resource may be called anything,
/// and may hold anything beside `metadata`.
struct KubernetesManifest {
  private let pairs: [YAMLNode.Pair]
  private let version: YAMLNode
  private let kind: YAMLNode

  /// Nil for a document that is no manifest, or not spelt out: one with a merge key or a template.
  init?(_ root: YAMLNode) {
    guard case .mapping(let pairs) = root.kind else { return nil }
    func value(_ name: String) -> YAMLNode? {
      let node = pairs.first { $0.key.scalar?.lowercased() == name }?.value
      return node?.scalar?.isEmpty == false ? node : nil
    }
    guard let version = value("apiversion"), let kind = value("kind"),
      !pairs.contains(where: { $0.key.scalar == "<<" || $0.key.scalar == nil })
    else { return nil }
    (self.pairs, self.version, self.kind) = (pairs, version, kind)
  }

  func findings(in block: DataBlock) -> [Diagnostic] {
    guard let kind = kind.scalar, let version = version.scalar else { return [] }
    if let known = KubernetesKinds.all[kind] {
      guard known.versions.contains(version) else {
        return [wrongVersion(version, kind, known, block)].compactMap(\.self)
      }
      return misspelt(among: KubernetesKinds.common + known.fields, kind, block)
    }
    if let finding = wrongKind(kind, version, block) { return [finding] }
    // `specs` or `sped` of another product's object may be meant; `metdata` never is.
    return misspelt(among: ["apiVersion", "kind", "metadata"], kind, block)
  }

  private func misspelt(among known: [String], _ kind: String, _ block: DataBlock) -> [Diagnostic] {
    let given = Set(pairs.compactMap(\.key.scalar))
    let missing = known.filter { !given.contains($0) }
    return pairs.compactMap { pair in
      guard let name = pair.key.scalar, !known.contains(name),
        let meant = near(name, among: missing)
      else { return nil }
      return finding(
        pair.key, "`\(name)` is no field of a `\(kind)`; did you mean `\(meant)`?", block)
    }
  }

  /// A kind of the API in a group that does not have it.
  private func wrongVersion(
    _ version: String, _ kind: String, _ known: KubernetesKinds.Kind, _ block: DataBlock
  ) -> Diagnostic? {
    // Other products have kinds of the same name in groups of their own.
    let isOwn = KubernetesKinds.versions.contains(version)
    let meant = near(version, among: known.versions)
    guard isOwn || meant != nil else { return nil }
    return finding(
      self.version,
      "there is no `\(kind)` in `\(version)`; it is `\(meant ?? known.versions[0])`", block)
  }

  /// A kind that a group of the API does not have, nearly spelt as one that it has.
  private func wrongKind(_ kind: String, _ version: String, _ block: DataBlock) -> Diagnostic? {
    guard KubernetesKinds.versions.contains(version) else { return nil }
    let kinds = KubernetesKinds.all.filter { $0.value.versions.contains(version) }.keys.sorted()
    guard let meant = near(kind, among: kinds) else { return nil }
    return finding(
      self.kind, "`\(version)` has no kind `\(kind)`; did you mean `\(meant)`?", block)
  }

  /// The name that a slip or two of the keyboard made another one.
  private func near(_ name: String, among known: [String]) -> String? {
    guard name.utf8.count < 80 else { return nil }
    if let same = known.first(where: { $0.lowercased() == name.lowercased() }) { return same }
    return known.first {
      let distance = NearestName.distance(Array(name.utf8), Array($0.utf8))
      return distance <= ($0.utf8.count >= 7 ? 2 : 1)
    }
  }

  private func finding(_ node: YAMLNode, _ summary: String, _ block: DataBlock) -> Diagnostic {
    Diagnostic(
      "manifest-misspelt", .error, at: block.place(of: node.range), summary,
      explanation: "The API server refuses the manifest, and nothing is applied.")
  }
}
