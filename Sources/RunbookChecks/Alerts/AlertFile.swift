package import RunbookModel

/// A file with alerting rules: of Prometheus, Thanos or Loki, a `PrometheusRule` or a list of them, what a
/// mixin was rendered to, or alerts that Grafana provisions; as YAML or JSON.
package struct AlertFile: Sendable {
  package let file: SourceFile
  package private(set) var rules: [AlertingRule] = []
  package private(set) var diagnostics: [Diagnostic]
  /// Whether one of its documents is of a known shape, also one without an alert.
  private var isKnown = false

  /// - Parameters:
  ///   - documents: of the file, those that could be read.
  ///   - problems: what was found while they were read.
  package init(_ file: SourceFile, _ documents: [YAMLNode], _ problems: [Diagnostic]) {
    self.file = file
    diagnostics = problems
    for document in documents { read(document, depth: 0) }
    if !isKnown && problems.isEmpty { diagnostics.append(AlertFileUnknown.finding(file)) }
  }

  /// Groups stand at the top, below `spec` of a manifest, or below the name that mixins use.
  private mutating func read(_ node: YAMLNode, depth: Int) {
    guard depth < 8 else { return }
    for item in node["items"]?.items ?? [] { read(item, depth: depth + 1) }
    if node["items"] != nil { isKnown = true }
    for holder in [node, node["spec"], node["prometheusAlerts"], node["prometheusRules"]] {
      guard let groups = holder?["groups"] else { continue }
      isKnown = true
      for group in groups.items {
        rules += (group["rules"]?.items ?? []).compactMap { AlertingRule($0, in: file) }
      }
    }
    // Alertmanager's configuration says who is told, and raises nothing.
    if node["route"] != nil, node["receivers"] != nil { isKnown = true }
  }
}
