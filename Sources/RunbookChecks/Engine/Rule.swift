package import RunbookModel

/// One thing that is checked: its name, what it says, why it exists, and examples that are its
/// documentation and its test.
package struct Rule: Sendable {
  /// A small site as text. Where a finding must start there is a `▸` in front of it.
  package struct Example: Sendable {
    /// Project-relative path and text of each file; the first one is the page that is spoken of.
    package let files: [(path: String, text: String)]

    /// A single page, `content/page.md`.
    package init(_ page: String) { files = [("content/page.md", page)] }

    package init(files: [(path: String, text: String)]) { self.files = files }
  }

  package enum Check: Sendable {
    /// Found while the page, its metadata or its tables are read.
    case reading
    /// Judges the front matter as it was written.
    case frontMatter(@Sendable (YAMLNode, SourceFile, inout [Diagnostic]) -> Void)
    case page(@Sendable (PageContext, inout [Diagnostic]) -> Void)
    /// May have to know what stands in the bodies of other pages. While those are not read
    /// (`site.contents` is nil), it says in the needs what it waits for, and is asked again.
    case site(@Sendable (PageContext, inout PageNeeds, inout [Diagnostic]) -> Void)
    case template(@Sendable (TemplateSource, SiteConfig, inout [Diagnostic]) -> Void)
  }

  /// Kebab-case and permanent; a renamed rule keeps its old name in `aliases`.
  package let id: String
  package let severity: Severity
  /// What it is under `preset: strict`, where it is a matter of policy rather than of fact.
  package let strict: Severity
  /// One line without a full stop.
  package let summary: String
  /// Why the rule exists and what to do, as Markdown.
  package let rationale: String
  package let aliases: [String]
  package let passing: [Example]
  package let failing: [Example]
  package let check: Check

  package init(
    _ id: String, _ severity: Severity, _ summary: String, rationale: String,
    strict: Severity? = nil, aliases: [String] = [], passing: [Example], failing: [Example],
    check: Check
  ) {
    self.id = id
    self.severity = severity
    self.strict = strict ?? severity
    self.summary = summary
    self.rationale = rationale
    self.aliases = aliases
    self.passing = passing
    self.failing = failing
    self.check = check
  }

  /// What a finding counts for where the configuration says nothing of the rule.
  func usual(_ own: Severity, isStrict: Bool) -> Severity {
    isStrict && strict > severity ? max(own, strict) : min(own, severity)
  }
}

/// What a page rule sees: the page, the rest of the site, and the day. A class, as it is handed to every
/// rule.
package final class PageContext: Sendable {
  package let draft: PageDraft
  package let site: SiteIndex
  package let config: SiteConfig
  package let today: CalendarDate
  let pageCommands: PageCommands
  let facts: PageFacts
  /// The blocks that do more than read.
  let changes: [PageChange]

  init(draft: PageDraft, site: SiteIndex, config: SiteConfig, today: CalendarDate) {
    self.draft = draft
    self.site = site
    self.config = config
    self.today = today
    pageCommands = PageCommands(draft, mentions: CommandMentions.read(draft, config))
    facts = PageFacts(draft)
    changes = PageChange.all(draft, pageCommands.steps)
    ownSteps = draft.hasQuickReference ? StepIndex(draft) : StepIndex()
  }

  /// The steps of this page alone; none where it has no quick reference to hold against them.
  let ownSteps: StepIndex

  var page: ParsedRunbook { draft.page }
  var file: SourceFile { draft.page.file }
  var outline: PageOutline { draft.page.outline }

  func range(_ bytes: ByteRange) -> SourceRange { file.range(bytes) }

  /// A place that other pages know, in the text of this page if it is its own.
  func here(_ place: SourceRange) -> SourceRange {
    guard place.file == file.path, let origins = file.origins else { return place }
    return SourceRange(file: place.file, bytes: origins.here(place.bytes))
  }
}
