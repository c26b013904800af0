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
    readFields(&reader, &config, file)
    checkGraph(config.contexts, &reader)
    reader.finish()
    return (config, reader.diagnostics)
  }

  /// What the fields of a configuration take.
  static let fields = FieldReader.fields { reader in
    var config = SiteConfig()
    readFields(&reader, &config, SourceFile(path: "", bytes: []))
  }

  private static func readFields(
    _ reader: inout FieldReader, _ config: inout SiteConfig, _ file: SourceFile
  ) {
    readSite(&reader, &config)
    readRules(&reader, &config)
    readDefaults(&reader, &config, file)
    readKeys(&reader, &config)
    config.contexts = reader.named("contexts", wanted: "a mapping from context names") {
      readContext($0, &$1)
    }
    let tables = reader.mappings("tables", wanted: "{name: …, schema: …}") { reader, _ in
      readTableSchema(&reader)
    }
    for (name, table) in tables { config.tableSchemas[name] = table }
  }

  private static func readSite(_ reader: inout FieldReader, _ config: inout SiteConfig) {
    _ = reader.mapping("site", wanted: "a mapping such as {title: Platform Runbooks}") { reader in
      config.title = reader.text("title")?.value ?? config.title
      let language = reader.value(
        "language", "a language tag (BCP 47), such as en, de-CH or zh-Hant",
        as: .pattern(TextForm.languageTag)
      ) { LanguageTag.isSound($0) ? $0 : nil }
      config.language = language?.value ?? config.language
      config.languageRange = language?.range
      config.baseURL =
        reader.value(
          "base_url", "a URL that starts with http:// or https://",
          as: .pattern(TextForm.webAddress)
        ) {
          $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil
        }?.value
      config.editLink =
        reader.value(
          "edit_link", "a URL that holds {path} and runs no code", as: .pattern(#"\{path\}"#)
        ) {
          $0.contains("{path}") && URLSafety.isSafe($0) ? $0 : nil
        }?.value
      config.sourceURL =
        reader.value(
          "source_url", "a URL that starts with http:// or https://",
          as: .pattern(TextForm.webAddress)
        ) {
          $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil
        }?.value
      config.stylesheet = reader.value(
        "stylesheet", "the path of a style sheet inside the project, such as branding/wiki.css",
        as: .pattern(TextForm.styleSheet)
      ) {
        $0.hasSuffix(".css") ? ProjectFolder.path($0) : nil
      }
    }
    config.isStrict =
      reader.value("preset", "strict", as: .choice(["strict"])) { $0 == "strict" ? true : nil }?
      .value ?? false
    _ = reader.mapping("directories", wanted: "a mapping such as {content: docs/runbooks}") {
      readDirectories(&$0, &config.directories)
    }
    config.reviewEvery =
      reader.value(
        "review_every", "a span such as P6M or \"6 months\"", as: .pattern(TextForm.interval)
      ) { CalendarInterval($0) }?.value
    config.rawHTML =
      reader.choice("raw_html", of: RawHTMLPolicy.self)?.value ?? config.rawHTML
    readImageHosts(&reader, &config)
    readDiagrams(&reader, &config)
    readEnvironments(&reader, &config)
    _ = reader.mapping("search", wanted: "a mapping such as {synonyms: [[pg, placement group]]}") {
      readSearch(&$0, &config)
    }
    _ = reader.mapping("alerts", wanted: "a mapping such as {rules: [rules/**/*.yml]}") {
      readAlerts(&$0, &config)
    }
    config.trendsFile = reader.value(
      "trends", "the path of a file inside the project, such as trends.jsonl",
      as: .pattern(TextForm.path), ProjectFolder.path)
    _ = reader.mapping("assistants", wanted: "a mapping such as {markdown: true}") {
      config.hasMarkdownPages = $0.boolean("markdown")?.value ?? false
    }
    _ = reader.mapping("limits", wanted: "a mapping such as {table_cells: 80000}") {
      readLimits(&$0, &config.limits)
    }
    _ = reader.mapping("confluence", wanted: "a mapping such as {target: cloud, space: OPS}") {
      readConfluence(&$0, &config.confluence)
    }
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
    func folder(_ name: String, _ read: (String) -> String? = ProjectFolder.path) -> Field<String>?
    {
      reader.value(name, wanted, as: .pattern(TextForm.path), read)
    }
    let content = folder("content", ProjectFolder.pathOrProject)
    let templates = folder("templates")
    let output = folder("output")
    directories.programs = folder("programs")?.value
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
      let value = reader.value(limit.rawValue, wanted, as: .integer(1...limit.ceiling)) { text in
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
      reader.value("target", "cloud or data-center", as: .choice(["cloud", "data-center"])) {
        ["cloud", "data-center"].contains($0) ? $0 : nil
      }?.value ?? confluence.target
    confluence.space = reader.text("space")?.value
    confluence.parent = reader.text("parent")?.value
    confluence.hasGeneratedLine = reader.boolean("generated_line")?.value ?? true
    confluence.url =
      reader.value(
        "url", "the address of Confluence itself, such as https://acme.atlassian.net/wiki",
        as: .pattern(TextForm.webAddress), ConfluenceSite.url)?.value
  }

  private static func readTableSchema(_ reader: inout FieldReader) -> (String, TableDeclaration)? {
    let name = reader.text("name", required: "the name that pages use in `tables`")
    let schema = reader.text("schema", required: "one of comparison, quick-reference")
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
