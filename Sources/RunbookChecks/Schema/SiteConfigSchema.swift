package import RunbookModel

/// `runbookgen.yml` as a SiteConfig.
package enum SiteConfigSchema {
  /// Reads the root of the configuration file; nil stands for an empty one.
  package static func read(_ root: YAMLNode?, in file: SourceFile) -> (SiteConfig, [Diagnostic]) {
    var config = SiteConfig()
    let place = file.range(file.lines.contentRange(ofLine: 0, in: file.bytes))
    if let root, root.scalar != nil && !root.isNull || root.isSequence {
      return (
        config,
        [
          Diagnostic(
            "config-type", .error, at: file.range(root.range),
            "the configuration is \(root.typeName); it takes a mapping such as `site: …`")
        ]
      )
    }
    var reader = FieldReader(
      FieldReader.entries(of: root, in: file), idPrefix: "config", place: place)
    readSite(&reader, &config)
    readRules(&reader, &config)
    readDefaults(&reader, &config, file)
    readKeys(&reader, &config)
    config.contexts = reader.named("contexts", wanted: "a mapping from context names") {
      readContext($0, &$1)
    }
    checkGraph(config.contexts, &reader)
    let tables = reader.mappings("tables", wanted: "{name: …, schema: …}") { reader, _ in
      readTableSchema(&reader)
    }
    for (name, table) in tables { config.tableSchemas[name] = table }
    reader.finish()
    return (config, reader.diagnostics)
  }

  private static func readSite(_ reader: inout FieldReader, _ config: inout SiteConfig) {
    _ = reader.mapping("site") { reader in
      config.title = reader.text("title")?.value ?? config.title
      let language = reader.value(
        "language", "a language tag (BCP 47), such as en, de-CH or zh-Hant"
      ) { LanguageTag.isSound($0) ? $0 : nil }
      config.language = language?.value ?? config.language
      config.languageRange = language?.range
      config.baseURL =
        reader.value("base_url", "a URL that starts with http:// or https://") {
          $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil
        }?.value
      config.editLink =
        reader.value("edit_link", "a URL that holds {path} and runs no code") {
          $0.contains("{path}") && URLSafety.isSafe($0) ? $0 : nil
        }?.value
      config.sourceURL =
        reader.value("source_url", "a URL that starts with http:// or https://") {
          $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil
        }?.value
      config.stylesheet = reader.value(
        "stylesheet", "the path of a style sheet inside the project, such as branding/wiki.css"
      ) {
        $0.hasSuffix(".css") ? ProjectFolder.path($0) : nil
      }
    }
    config.isStrict =
      reader.value("preset", "strict") { $0 == "strict" ? true : nil }?.value ?? false
    _ = reader.mapping("directories") { readDirectories(&$0, &config.directories) }
    config.reviewEvery =
      reader.value("review_every", "a span such as P6M or \"6 months\"") {
        CalendarInterval($0)
      }?.value
    config.rawHTML =
      reader.choice("raw_html", of: RawHTMLPolicy.self)?.value ?? config.rawHTML
    readImageHosts(&reader, &config)
    readDiagrams(&reader, &config)
    readEnvironments(&reader, &config)
    _ = reader.mapping("search", wanted: "a mapping such as {synonyms: [[pg, placement group]]}") {
      readSearch(&$0, &config)
    }
    _ = reader.mapping("limits") { readLimits(&$0, &config.limits) }
    _ = reader.mapping("confluence") { readConfluence(&$0, &config.confluence) }
  }

  private static func readImageHosts(_ reader: inout FieldReader, _ config: inout SiteConfig) {
    for host in reader.list("image_hosts") {
      if let pattern = ImageHost(host.value) {
        config.imageHosts.append(pattern)
        continue
      }
      let near = WebHost(of: host.value).flatMap { ImageHost($0.name) }?.pattern
      reader.report(
        "type", at: host.range,
        "an item of `image_hosts` is `\(host.value.prefix(60))`; it takes the name of a host"
          + (near.map { ": `\($0)`" } ?? ""),
        "Such as img.example.com, or \"*.example.com\" for all hosts below it. Pictures are loaded "
          + "over https only, and not from hosts that anybody may have.")
    }
  }

  private static func readDirectories(
    _ reader: inout FieldReader, _ directories: inout SiteConfig.Directories
  ) {
    let wanted = "a folder inside the project, such as docs/runbooks"
    let content = reader.value("content", wanted, ProjectFolder.pathOrProject)
    let templates = reader.value("templates", wanted, ProjectFolder.path)
    let output = reader.value("output", wanted, ProjectFolder.path)
    directories.programs = reader.value("programs", wanted, ProjectFolder.path)?.value
    directories.exclude = reader.list("exclude").map { ProjectFolder.glob($0.value) }
    directories.contentField = content
    directories.content = content?.value ?? directories.content
    directories.templates = templates?.value ?? directories.templates
    directories.output = output?.value ?? directories.output
    // The output folder is cleared of what a build did not write.
    let sources =
      [directories.content, directories.templates] + (directories.programs.map { [$0] } ?? [])
    for source in sources where ProjectFolder.overlap(source, directories.output) {
      reader.report(
        "type", at: (output ?? content ?? templates)?.range ?? reader.place,
        "the output folder `\(directories.output)` overlaps with `\(source)`, which holds sources",
        "A build clears its output folder. Give it one of its own.")
    }
  }

  private static func readLimits(_ reader: inout FieldReader, _ limits: inout Limits) {
    for limit in Limit.allCases {
      let wanted = "a whole number from 1 to \(limit.ceiling)"
      let value = reader.value(limit.rawValue, wanted) { text in
        Int(text).flatMap { (1...limit.ceiling).contains($0) ? $0 : nil }
      }
      if let value { limits[limit] = value.value }
    }
  }

  private static func readConfluence(
    _ reader: inout FieldReader, _ confluence: inout SiteConfig.Confluence
  ) {
    confluence.isEnabled = reader.boolean("enabled")?.value ?? true
    confluence.isWanted = confluence.isEnabled
    confluence.target =
      reader.value("target", "cloud or data-center") {
        ["cloud", "data-center"].contains($0) ? $0 : nil
      }?.value ?? confluence.target
    confluence.space = reader.text("space")?.value
    confluence.parent = reader.text("parent")?.value
    confluence.hasGeneratedLine = reader.boolean("generated_line")?.value ?? true
    confluence.url =
      reader.value(
        "url", "the address of Confluence itself, such as https://acme.atlassian.net/wiki",
        ConfluenceSite.url)?.value
  }

  // MARK: Rules

  private static func readRules(_ reader: inout FieldReader, _ config: inout SiteConfig) {
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
      name, wanted: "a mapping from rule ids to off, info, warning or error")
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
      if rule.id == FileUnusable.rule.id && value != .error {
        reader.report(
          "type", at: level.range, "`\(rule.id)` is always an error",
          "A run that cannot read or write ends there.")
        continue
      }
      guard rule.id != LimitExceeded.rule.id || value == .error else {
        reader.report(
          "type", at: level.range, "`\(rule.id)` is always an error; a limit can be raised instead",
          "What is beyond a limit is not read and cannot be published. See `limits`.")
        continue
      }
      levels[rule.id] = value
    }
    return levels
  }

  private static func readDefaults(
    _ reader: inout FieldReader, _ config: inout SiteConfig, _ file: SourceFile
  ) {
    config.defaults = reader.mappings("defaults", wanted: "{paths: …, values: …}") { reader, _ in
      let paths = reader.text("paths", required: "a glob such as \"**\" or legacy/**")
      guard let values = reader.entry("values") else {
        reader.missing("values", "front-matter fields")
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
  private static func readKeys(_ reader: inout FieldReader, _ config: inout SiteConfig) {
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
    if let entry = reader.entry("keys"), let name = entry.value.scalar {
      preset(Field(name, at: entry.range))
      return
    }
    let wanted =
      "a mapping from keys of another tool to ours, or one of \(presets.joined(separator: ", "))"
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

  // MARK: Contexts

  private static func readContext(_ id: Field<String>, _ reader: inout FieldReader)
    -> ContextDeclaration
  {
    let title = reader.text("title")?.value ?? id.value
    let entry = reader.mapping("entered_by", wanted: "{from: …, command: …}") { reader in
      reader.text("from", required: "the context one comes from").map {
        ContextDeclaration.Entry(from: $0, command: reader.text("command"))
      }
    }
    return ContextDeclaration(
      id: id, title: title, prompt: reader.text("prompt")?.value,
      user: reader.text("user")?.value, enteredBy: entry ?? nil,
      programs: Set(reader.list("programs").map(\.value)),
      inferred: Set(reader.list("inferred").map(\.value)),
      absent: dictionary("absent", &reader), paths: dictionary("paths", &reader),
      absentPaths: dictionary("absent_paths", &reader))
  }

  private static func dictionary(_ name: String, _ reader: inout FieldReader) -> [String: String] {
    Dictionary(
      reader.texts(name, wanted: "a mapping from names to sentences")
        .map { ($0.name.value, $0.text.value) }, uniquingKeysWith: { first, _ in first })
  }

  private static func checkGraph(_ contexts: [ContextDeclaration], _ reader: inout FieldReader) {
    let names = contexts.map(\.id.value)
    for context in contexts {
      guard let from = context.enteredBy?.from, !names.contains(from.value) else { continue }
      let near = NearestName.suggestion(for: from.value, among: names)
      reader.report(
        "type", at: from.range,
        "there is no context `\(from.value)`" + (near.map { "; did you mean `\($0)`?" } ?? ""))
    }
    let from = Dictionary(
      contexts.map { ($0.id.value, $0.enteredBy?.from.value) },
      uniquingKeysWith: { first, _ in first })
    for context in contexts {
      guard let entry = context.enteredBy?.from else { continue }
      // A way back that is longer than the list of contexts runs in a circle.
      var name: String? = entry.value
      for _ in contexts where name != nil && name != context.id.value {
        name = from[name ?? ""] ?? nil
      }
      guard name == context.id.value else { continue }
      reader.report(
        "type", at: entry.range,
        "the context `\(context.id.value)` is entered from itself in the end",
        "Follow `entered_by`: the way has to begin at a context that is not entered from another.")
    }
  }

  private static func readTableSchema(_ reader: inout FieldReader) -> (String, TableDeclaration)? {
    let name = reader.text("name", required: "the name that pages use in `tables`")
    let schema = reader.text("schema", required: "comparison or quick-reference")
    let (columns, lists) = TableDeclaration.readOptions(&reader)
    guard let name, let schema else { return nil }
    return (
      name.value,
      TableDeclaration(under: name, schema: schema, columns: columns, lists: lists)
    )
  }
}

extension YAMLNode {
  var isSequence: Bool {
    if case .sequence = kind { true } else { false }
  }
}
