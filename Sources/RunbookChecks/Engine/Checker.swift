package import RunbookModel

/// The step `check`, in three turns: each page by itself, the index of them all, each page against
/// the index.
package enum Checker {
  /// Reads a page's metadata, commands and tables.
  package static func draft(_ page: ParsedRunbook, _ config: SiteConfig) -> (
    PageDraft, [Diagnostic]
  ) {
    var (metadata, diagnostics) = FrontMatterSchema.read(page, config)
    let blocks = CommandBlock.read(page, pageContext: metadata.context, config)
    let page = GeneratedQuickReference.insert(into: page, metadata, blocks, &diagnostics)
    let (tables, problems) = DeclaredTables.read(page, metadata, config)
    diagnostics += problems
    if metadata.title.value.isBlank {
      metadata.title = Field(page.path.stem, at: metadata.title.range)
    }
    return (
      PageDraft(page: page, metadata: metadata, blocks: blocks, tables: tables), diagnostics
    )
  }

  /// Runs every page rule.
  package static func check(
    _ draft: PageDraft, in site: SiteIndex, _ config: SiteConfig, today: CalendarDate
  ) -> (CheckedRunbook, [Diagnostic]) {
    let context = PageContext(draft: draft, site: site, config: config, today: today)
    var diagnostics: [Diagnostic] = []
    for rule in RuleCatalog.all {
      if case .page(let check) = rule.check { check(context, &diagnostics) }
    }
    return (CheckedRunbook(draft), diagnostics)
  }

  package static func check(_ templates: [TemplateSource]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for rule in RuleCatalog.all {
      guard case .template(let check) = rule.check else { continue }
      for template in templates { check(template, &diagnostics) }
    }
    return diagnostics
  }

  /// Gives every finding the severity that the configuration wants, drops what is off and what is
  /// said twice, and sorts.
  package static func report(
    _ diagnostics: [Diagnostic], _ config: SiteConfig, isStrict: Bool
  ) -> [Diagnostic] {
    let prefix = config.directories.content + "/"
    let judged = diagnostics.compactMap { diagnostic -> Diagnostic? in
      let file = diagnostic.range.file
      let path = file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : nil
      let usual = RuleCatalog.rule(diagnostic.id)?.severity ?? diagnostic.severity
      guard let severity = config.severity(of: diagnostic.id, default: usual, at: path) else {
        return nil
      }
      var judged = diagnostic
      judged.severity = isStrict && severity == .warning ? .error : severity
      return judged
    }.sorted(by: Diagnostic.ordered)
    return judged.indices.compactMap { index in
      index > 0 && judged[index] == judged[index - 1] ? nil : judged[index]
    }
  }
}

extension PageContext {
  /// A finding of a rule in this page.
  func finding(
    _ rule: Rule, at bytes: ByteRange, _ summary: String, explanation: String = "",
    notes: [Diagnostic.Note] = [], fixes: [Diagnostic.Fix] = []
  ) -> Diagnostic {
    finding(
      rule, at: range(bytes), summary, explanation: explanation, notes: notes, fixes: fixes)
  }

  func finding(
    _ rule: Rule, at range: SourceRange, _ summary: String, explanation: String = "",
    notes: [Diagnostic.Note] = [], fixes: [Diagnostic.Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      rule.id, rule.severity, at: range, summary, explanation: explanation, notes: notes,
      fixes: fixes)
  }
}
