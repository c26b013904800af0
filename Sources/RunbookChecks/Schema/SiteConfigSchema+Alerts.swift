import RunbookModel

extension SiteConfigSchema {
  private static let wantedRules =
    "files or patterns inside the project, such as [rules/**/*.yml]"

  /// `alerts: {rules: [rules/**/*.yml]}`.
  static func readAlerts(_ reader: inout FieldReader, _ config: inout SiteConfig) {
    for rule in reader.list("rules") {
      if let path = ProjectFolder.path(rule.value) {
        config.alerts.rules.append(path)
      } else {
        reader.report(
          "type", at: rule.range,
          "an item of `alerts.rules` is `\(rule.value.prefix(60))`; it takes \(wantedRules)",
          "Rules of another repository are copied in, or named with `runbookgen alerts --rules`.")
      }
    }
  }
}
