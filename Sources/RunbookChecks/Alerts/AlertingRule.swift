import RunbookModel

/// An alert as the file that raises it describes it.
package struct AlertingRule: Sendable {
  /// What the alert is called: `alert` of Prometheus, `title` of Grafana.
  package let name: Field<String>
  /// What is measured against what, as text: it is shown and not judged.
  package let expression: String?
  /// How long it has to hold before the alert fires, as it is written.
  package let duration: String?
  /// The label `severity`.
  package let severity: Field<String>?
  /// The label `team` or `owner`.
  package let team: Field<String>?
  /// The annotation `runbook_url` or `runbook`, with the alert's name in the place of its label.
  package let runbook: Field<String>?
  /// The annotation `summary`, `message` or `description`.
  package let summary: String?

  /// Reads a rule of a group.
  ///
  /// - Returns: nil for what raises no alert: a recording rule, or a text that a template fills in.
  init?(_ node: YAMLNode, in file: SourceFile) {
    let isGrafana = node["alert"] == nil && (node["data"] != nil || node["condition"] != nil)
    guard let name = Self.text(node[isGrafana ? "title" : "alert"], file), !name.value.isEmpty
    else { return nil }
    self.name = name
    expression =
      isGrafana ? Self.grafanaExpression(node["data"]) : node["expr"]?.scalar?.trimmedLines
    duration = node["for"]?.scalar
    let labels = node["labels"]
    severity = Self.text(labels?["severity"], file)
    team = Self.text(labels?["team"], file) ?? Self.text(labels?["owner"], file)
    let annotations = node["annotations"]
    runbook = (annotations?["runbook_url"] ?? annotations?["runbook"]).flatMap { node in
      node.scalar.map { url in
        Field(Self.filled(url, name: name.value), at: file.range(node.range))
      }
    }
    summary =
      annotations?["summary"]?.scalar ?? annotations?["message"]?.scalar
      ?? annotations?["description"]?.scalar
  }

  /// The address of an alert whose rule writes `{{ $labels.alertname }}`; other templates stay.
  private static func filled(_ url: String, name: String) -> String {
    ["{{ $labels.alertname }}", "{{$labels.alertname}}", "{{ .Labels.alertname }}"].reduce(url) {
      $0.replacing($1, with: name)
    }
  }

  /// A scalar with its place. What a template fills in is not known.
  private static func text(_ node: YAMLNode?, _ file: SourceFile) -> Field<String>? {
    guard let node, let text = node.scalar, !text.contains("{{") else { return nil }
    return Field(text, at: file.range(node.range))
  }

  /// The query of the first source that has one.
  private static func grafanaExpression(_ data: YAMLNode?) -> String? {
    data?.items.lazy.compactMap { $0["model"]?["expr"]?.scalar?.trimmedLines }.first
  }
}

extension SiteConfig {
  /// The alerts of the site, and the files that raise them.
  package struct Alerts: Sendable {
    /// Files or patterns, from the project folder.
    package var rules: [String] = []
    /// What raises each alert, by its name; the first where there are several.
    package private(set) var byName: [String: AlertingRule] = [:]
    /// The files that were read.
    package private(set) var files: Set<String> = []

    package mutating func add(_ file: AlertFile) {
      files.insert(file.file.path)
      for rule in file.rules where byName[rule.name.value] == nil { byName[rule.name.value] = rule }
    }
  }
}

extension YAMLNode {
  /// The value of a key; nil where this is no mapping.
  subscript(_ key: String) -> YAMLNode? {
    guard case .mapping(let pairs) = kind else { return nil }
    return pairs.first { $0.key.scalar == key }?.value
  }

  /// The items of a list; none where this is no list.
  var items: [YAMLNode] {
    if case .sequence(let items) = kind { items } else { [] }
  }
}

extension String {
  /// Without line ends at its end, which a block scalar has.
  fileprivate var trimmedLines: String {
    var text = self[...]
    while text.last?.isNewline == true { text = text.dropLast() }
    return String(text)
  }
}
