import RunbookModel

enum AlertFileUnknown {
  static let rule = Rule(
    "alert-file-unknown", .warning, "a file has no alerting rules in a form that is known",
    rationale: """
      `runbookgen alerts` reads rule files of Prometheus, Thanos and Loki (`groups`), `PrometheusRule` manifests and lists of
      them, rendered mixins (`prometheusAlerts`) and alerts that Grafana provisions, as YAML or JSON. A file that is
      none of these was named by a pattern that is too wide, or its groups stand where nobody looks for them. Jsonnet and charts of
      Helm have to be rendered first.
      """,
    passing: [Rule.Example("Nothing of a page is judged.")], failing: [], check: .reading)

  static func finding(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule.id, rule.severity,
      at: file.range(file.lines.contentRange(ofLine: 0, in: file.bytes)),
      "no alerting rules are found in this file",
      explanation: "It takes `groups` at the top, below `spec`, or below `prometheusAlerts`. "
        + "Name the files with '--rules' more narrowly.")
  }
}
