import RunbookModel

/// Severities of rules, and front matter for many pages.
extension SiteConfigSchema {
  static func readRules(_ reader: inout FieldReader, _ config: inout SiteConfig) {
    config.severities = levels("rules", &reader)
    config.severityOverrides = reader.mappings("overrides", wanted: "{paths: …, rules: …}") {
      reader, _ in
      let paths = reader.text("paths", required: "a glob such as legacy/**")
      let severities = levels("rules", &reader)
      return paths.map { .init(paths: Glob($0.value), severities: severities) }
    }
  }

  private static func levels(_ name: String, _ reader: inout FieldReader) -> [String: RuleLevel] {
    var levels: [String: RuleLevel] = [:]
    for (id, level) in reader.texts(
      name, wanted: "a mapping from rule ids to off, info, warning or error",
      as: .shared(
        "rules",
        .mapping(RuleCatalog.fields { .choice(RuleLevel.levels(of: $0).map(\.rawValue)) })))
    {
      guard let rule = RuleCatalog.rule(id.value) else {
        let near = NearestName.suggestion(for: id.value, among: RuleCatalog.all.map(\.id))
        reader.report(
          "unknown-key", at: id.range,
          "there is no rule `\(id.value)`" + (near.map { "; did you mean `\($0)`?" } ?? ""),
          "`runbookgen rules` lists them.")
        continue
      }
      guard let value = RuleLevel(rawValue: level.value) else {
        reader.report(
          "type", at: level.range,
          "`\(level.value)` is no severity; a rule takes off, info, warning or error")
        continue
      }
      guard RuleLevel.levels(of: rule).contains(value) else {
        let isLimit = rule.id == LimitExceeded.rule.id
        reader.report(
          "type", at: level.range,
          "`\(rule.id)` is always an error" + (isLimit ? "; a limit can be raised instead" : ""),
          isLimit
            ? "What is beyond a limit is not read and cannot be published. See `limits`."
            : "A run that cannot read or write ends there.")
        continue
      }
      levels[rule.id] = value
    }
    return levels
  }

  static func readDefaults(
    _ reader: inout FieldReader, _ config: inout SiteConfig, _ file: SourceFile
  ) {
    config.defaults = reader.mappings("defaults", wanted: "{paths: …, values: …}") { reader, _ in
      let paths = reader.text("paths", required: "a glob such as \"**\" or legacy/**")
      let wanted = "front-matter fields"
      reader.describe(
        "values", .mapping(FrontMatterSchema.fields(config).map(\.optional)), isRequired: true,
        wanted)
      guard let values = reader.entry("values") else {
        reader.missing("values", wanted)
        return nil
      }
      guard case .mapping = values.value.kind else {
        reader.wrongType(values, wanted: "a mapping of front-matter fields")
        return nil
      }
      return paths.map { .init(paths: Glob($0.value), values: values.value, file: file) }
    }
  }

  /// `keys: hugo`, or a mapping that may hold such a preset too.
  static func readKeys(_ reader: inout FieldReader, _ config: inout SiteConfig) {
    let presets = ForeignKeys.presets.keys.sorted()
    func preset(_ name: Field<String>) {
      if let keys = ForeignKeys.presets[name.value] {
        config.keys.merge(keys) { own, _ in own }
        return
      }
      let near = NearestName.suggestion(for: name.value, among: presets)
      reader.report(
        "type", at: name.range,
        "there are no keys of `\(name.value)`" + (near.map { "; did you mean `\($0)`?" } ?? ""),
        "Known: \(presets.joined(separator: ", ")).")
    }
    let wanted =
      "a mapping from keys of another tool to ours, or one of \(presets.joined(separator: ", "))"
    let names = FieldShape.names(
      .choice(FrontMatterSchema.keys + [ForeignKeys.ignored]),
      besides: [FieldDescription("preset", .choice(presets), summary: "the keys of a tool")])
    reader.describe("keys", .either([.choice(presets), names]), wanted)
    if let entry = reader.entry("keys"), let name = entry.value.scalar {
      preset(Field(name, at: entry.range))
      return
    }
    for (key, target) in reader.texts("keys", wanted: wanted) {
      if key.value == "preset" {
        preset(target)
      } else if target.value == ForeignKeys.ignored || FrontMatterSchema.keys.contains(target.value)
      {
        config.keys[key.value] = target.value
      } else {
        let near = NearestName.suggestion(for: target.value, among: FrontMatterSchema.keys)
        reader.report(
          "type", at: target.range,
          "`\(target.value)` is no key of a page" + (near.map { "; did you mean `\($0)`?" } ?? ""),
          "Give the key that this one stands for, or `ignore`.")
      }
    }
  }
}
