import RunbookModel

/// The front matter as RunbookMetadata. design: fields, types and which kinds need them.
enum FrontMatterSchema {
  /// - Parameter firstHeading: asked for when the front matter says no title: one of level 1 is it.
  static func read(
    _ frontMatter: FrontMatter?, of file: SourceFile, at path: PagePath, _ config: SiteConfig,
    firstHeading: () -> PageOutline.Section?
  ) -> (RunbookMetadata, [Diagnostic]) {
    let root = frontMatter?.root
    var metadata = RunbookMetadata()
    let start = frontMatter?.range.lowerBound ?? file.lines.starts[0]
    let place = file.range(
      file.lines.contentRange(ofLine: file.lines.line(at: start), in: file.bytes))
    var diagnostics = read(frontMatter, root, &metadata, file, path, place, config)
    guard metadata.title.value.isBlank else { return (metadata, diagnostics) }
    let heading = firstHeading().flatMap { $0.text.isBlank ? nil : $0 }
    let isRead = frontMatter.map { root?.isMapping ?? isEmpty($0, file) } ?? true
    // The title that is there and empty has been reported.
    let isGiven = !metadata.title.range.file.isEmpty
    if let heading, heading.heading.level == 1, !isGiven {
      metadata.title = Field(heading.text, at: file.range(heading.range))
      return (metadata, diagnostics)
    }
    if isRead, !isGiven { diagnostics.append(missingTitle(at: place)) }
    metadata.title = Field(
      heading?.text ?? path.stem, at: isGiven ? metadata.title.range : place)
    return (metadata, diagnostics)
  }

  private static func missingTitle(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      "front-matter-missing", .error, at: place,
      "`title` is missing; it takes the page's title",
      explanation: "A first heading of level 1, `# …`, is a title too.")
  }

  private static func read(
    _ frontMatter: FrontMatter?, _ root: YAMLNode?, _ metadata: inout RunbookMetadata,
    _ file: SourceFile, _ path: PagePath, _ place: SourceRange, _ config: SiteConfig
  ) -> [Diagnostic] {
    // What could not be read at all has been reported; missing fields would only repeat it.
    if let frontMatter, root == nil, !isEmpty(frontMatter, file) { return [] }
    if let root, !root.isMapping { return [notAMapping(root, file)] }
    var entries = config.ours(FieldReader.entries(of: root, in: file))
    entries += config.frontMatterDefaults(
      for: path.sourceName(of: file.path), besides: Set(entries.map(\.name)))
    var reader = FieldReader(entries, idPrefix: "front-matter", place: place)
    readFields(&reader, &metadata, config)
    reader.finish()
    return reader.diagnostics
  }

  /// Whether there is nothing but blank lines and comments between two `---` lines.
  static func isEmpty(_ frontMatter: FrontMatter, _ file: SourceFile) -> Bool {
    let lines = file.text(frontMatter.range).split(whereSeparator: \.isNewline)
    guard lines.count > 1, let last = lines.last else { return false }
    return (last.hasPrefix("---") || last.hasPrefix("..."))
      && lines.dropFirst().dropLast().allSatisfy { line in
        line.drop(while: \.isWhitespace).first.map { $0 == "#" } ?? true
      }
  }

  /// Every key that a page may have.
  static let keys = fields(SiteConfig()).map(\.name)

  /// What the fields of a page take, whatever `defaults` and `keys` of the configuration say.
  static func fields(_ config: SiteConfig) -> [FieldDescription] {
    FieldReader.fields { reader in
      var metadata = RunbookMetadata()
      readFields(&reader, &metadata, config)
    }
  }

  private static func readFields(
    _ reader: inout FieldReader, _ metadata: inout RunbookMetadata, _ config: SiteConfig
  ) {
    readIdentity(&reader, &metadata, config)
    var details = PageDetails()
    readLists(&reader, &metadata, &details)
    readRunbookFields(&reader, &metadata, &details)
    metadata.details = .values(details)
  }

  private static func notAMapping(_ root: YAMLNode, _ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "front-matter-type", .error, at: file.range(root.range),
      "the front matter is \(root.typeName); it takes a mapping such as `title: …`")
  }

  private static func readIdentity(
    _ reader: inout FieldReader, _ metadata: inout RunbookMetadata, _ config: SiteConfig
  ) {
    metadata.kind = reader.choice("kind", of: RunbookKind.self, isRequired: true)?.value ?? .concept
    reader.describe("title", .filledText)
    let title = reader.text("title")
    if let entry = reader.entry("title") {
      metadata.title = title ?? Field("", at: entry.range)
      if entry.value.scalar?.isBlank == true {
        reader.empty("title", "the page's title", at: entry.range)
      }
    }
    metadata.summary = reader.text("summary")?.value
    metadata.owner = readOwner(&reader)
    metadata.reviewed = reader.value(
      "reviewed", "a date that exists, written YYYY-MM-DD", as: .pattern(TextForm.date),
      isRequired: true
    ) {
      CalendarDate(iso: $0)
    }
    let interval = reader.value(
      "review_every", "a span such as P6M or \"6 months\"", as: .pattern(TextForm.interval),
      isRequired: config.reviewEvery == nil
    ) { CalendarInterval($0) }
    metadata.reviewEvery = interval?.value ?? config.reviewEvery
    let lifecycle = reader.choice("lifecycle", of: Lifecycle.self)
    metadata.lifecycle = lifecycle?.value ?? .active
    metadata.replacedBy = reader.text("replaced_by")
    if let lifecycle, lifecycle.value == .deprecated, metadata.replacedBy == nil {
      reader.report(
        "missing", at: lifecycle.range,
        "`replaced_by` is missing; a deprecated page names its successor",
        "Give the path of the page to use instead, relative to this one.")
    }
    metadata.order = reader.integer("order")?.value
    metadata.navTitle = reader.text("nav_title")?.value
    metadata.allowances = readAllowances(&reader)
  }

  private static func readAllowances(_ reader: inout FieldReader) -> [Allowance] {
    let entries = reader.texts(
      "allow", wanted: "{RULE: reason}, such as {todo-left: it is quoted}",
      as: .mapping(RuleCatalog.fields { _ in .filledText }))
    return entries.compactMap { name, reason in
      if let problem = Allowance.problem(name.value, reason: reason.value) {
        reader.add(AllowanceInvalid.finding(problem, at: name.range))
        return nil
      }
      return Allowance(rule: RuleCatalog.rule(name.value)?.id ?? name.value, place: name.range)
    }
  }

  private static func readOwner(_ reader: inout FieldReader) -> Field<RunbookMetadata.Owner>? {
    let wanted = "a team, or {team: …, contact: …}"
    reader.describe(
      "owner", .either([.filledText, .mapping(FieldReader.fields { _ = readTeam(&$0) })]),
      isRequired: true, wanted)
    guard let entry = reader.entry("owner") else {
      reader.missing("owner", wanted)
      return nil
    }
    if let team = entry.value.scalar {
      if team.isBlank { reader.empty("owner", wanted, at: entry.range) }
      return Field(.init(team: team, contact: nil), at: entry.range)
    }
    return reader.mapping("owner", wanted: wanted) { readTeam(&$0) }
      .map { Field($0, at: entry.range) }
  }

  private static func readTeam(_ reader: inout FieldReader) -> RunbookMetadata.Owner {
    RunbookMetadata.Owner(
      team: reader.text("team", required: "the team that keeps this page true")?.value ?? "",
      contact: reader.text("contact"))
  }

  private static func readLists(
    _ reader: inout FieldReader, _ metadata: inout RunbookMetadata, _ details: inout PageDetails
  ) {
    metadata.audience = reader.list("audience").map(\.value)
    metadata.tagFields = reader.list("tags")
    metadata.aliases = reader.list("aliases")
    details.sources = reader.list("sources")
    details.appliesTo = reader.mappings("applies_to", wanted: "{product: …, versions: …}") {
      reader, _ in
      guard let product = reader.text("product", required: "the product's name") else {
        _ = reader.text("versions")
        return nil
      }
      return .init(product: product.value, versions: reader.text("versions"))
    }
    let confluence = reader.mapping("confluence", wanted: "a mapping such as {space: OPS}") {
      readConfluence(&$0)
    }
    details.confluence = confluence ?? details.confluence
  }

  private static func readConfluence(_ reader: inout FieldReader) -> RunbookMetadata.Confluence {
    var confluence = RunbookMetadata.Confluence()
    confluence.title = reader.text("title")
    confluence.parent = reader.text("parent")?.value
    confluence.space = reader.text("space")?.value
    confluence.labels = reader.list("labels")
    return confluence
  }

  private static func readRunbookFields(
    _ reader: inout FieldReader, _ metadata: inout RunbookMetadata, _ details: inout PageDetails
  ) {
    metadata.severity = reader.text("severity")?.value
    metadata.alertFields = reader.list("alerts")
    details.escalation = reader.mappings("escalation", wanted: "{after: PT30M, to: …}") {
      reader, _ in
      let after = reader.value(
        "after", "a time such as PT30M", as: .pattern(TextForm.span), isRequired: true
      ) { CalendarSpan($0) }
      let to = reader.text("to", required: "whom to call")
      guard let after, let to else { return nil }
      return .init(after: after.value, to: to)
    }
    details.environments = reader.list("environments").map(\.value)
    details.permissions = reader.list("permissions").map(\.value)
    details.prerequisites = reader.list("prerequisites").map(\.value)
    details.context = reader.text("context")
    details.inputs = reader.named("inputs", wanted: "a mapping from placeholder names") {
      readInput($0, &$1)
    }
    details.tables = reader.mappings("tables", wanted: "{under: …, schema: …}") { reader, _ in
      TableDeclaration.read(&reader)
    }
  }

  private static func readInput(_ name: Field<String>, _ reader: inout FieldReader)
    -> InputDeclaration
  {
    InputDeclaration(
      name: name,
      type: reader.choice("type", of: InputDeclaration.ValueType.self)?.value ?? .string,
      pattern: reader.text("pattern"), example: reader.text("example"),
      summary: reader.text("description")?.value,
      isSecret: reader.boolean("secret")?.value ?? false,
      from: reader.text("from"), choices: reader.list("choices").map(\.value))
  }
}

extension TableDeclaration {
  /// The options that any table schema knows; which of them it needs, it says itself.
  private static let columnOptions = ["key", "impact", "task", "command", "context"]
  private static let listOptions = ["subjects", "required", "status"]

  static func read(_ reader: inout FieldReader) -> TableDeclaration? {
    let under = reader.text("under", required: "the anchor of the heading above the table")
    let schema = reader.text("schema", required: "the name of a table schema")
    let (columns, lists) = readOptions(&reader)
    let isGenerated = reader.boolean("generate")?.value ?? false
    guard let under, let schema else { return nil }
    return TableDeclaration(
      under: under, schema: schema, columns: columns, lists: lists, isGenerated: isGenerated)
  }

  /// The options themselves, which a page's declaration and a schema of the configuration share.
  static func readOptions(_ reader: inout FieldReader) -> (
    columns: [String: Field<String>], lists: [String: [Field<String>]]
  ) {
    var columns: [String: Field<String>] = [:]
    for name in columnOptions { columns[name] = reader.text(name) }
    var lists: [String: [Field<String>]] = [:]
    for name in listOptions {
      let list = reader.list(name)
      if !list.isEmpty { lists[name] = list }
    }
    return (columns, lists)
  }
}
