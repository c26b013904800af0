package import RunbookModel

/// The step `check`, in four turns: the front matter of every page, the body of each page by itself
/// and against the front matter of all, and then, where a page asks for it, against their bodies.
package enum Checker {
  /// Reads and judges the front matter of a page.
  ///
  /// - Parameter firstHeading: asked for when the front matter says no title.
  package static func survey(
    _ frontMatter: FrontMatter?, of file: SourceFile, at path: PagePath, _ config: SiteConfig,
    firstHeading: () -> PageOutline.Section?
  ) -> (PageSummary, [Diagnostic]) {
    var (metadata, diagnostics) = FrontMatterSchema.read(
      frontMatter, of: file, at: path, config, firstHeading: firstHeading)
    if let root = frontMatter?.root {
      for check in RuleCatalog.checks {
        if case .frontMatter(let check) = check { check(root, file, &diagnostics) }
      }
    }
    return (PageSummary(path: path, sourcePath: file.path, metadata: metadata), diagnostics)
  }

  /// Reads a page's commands and tables.
  package static func draft(
    _ page: ParsedRunbook, _ metadata: RunbookMetadata, _ config: SiteConfig
  ) -> (PageDraft, [Diagnostic]) {
    let metadata = metadata.atHand
    var diagnostics: [Diagnostic] = []
    let blocks = CommandBlock.read(page, pageContext: metadata.context, config)
    let page = GeneratedQuickReference.insert(into: page, metadata, blocks, &diagnostics)
    let (tables, problems) = DeclaredTables.read(page, metadata, config)
    diagnostics += problems
    let (content, html) =
      page.outline.html.isEmpty
      ? (page.document, HTMLTree(config.rawHTML)) : HTMLTree.resolve(page.document, config.rawHTML)
    return (
      PageDraft(
        page: page, metadata: metadata, blocks: blocks, tables: tables,
        allowances: InlineAllowances(page), content: content, html: html,
        htmlLinks: page.outline.html.isEmpty
          ? HTMLLinks() : HTMLLinks(in: content, besides: page.outline, page.file)),
      diagnostics.home(in: page.file)
    )
  }

  /// Runs every rule over a page, as far as it can be judged before the bodies of others are known.
  package static func check(
    _ draft: PageDraft, in site: SiteIndex, _ config: SiteConfig, today: CalendarDate
  ) -> (CheckedRunbook, PageContents, [Diagnostic]) {
    let context = PageContext(draft: draft, site: site, config: config, today: today)
    var diagnostics: [Diagnostic] = []
    var needs = PageNeeds()
    for check in RuleCatalog.checks {
      switch check {
      case .page(let check): check(context, &diagnostics)
      case .site(let check): check(context, &needs, &diagnostics)
      case .reading, .frontMatter, .template: break
      }
    }
    let contents = PageContents(
      draft, needs: needs, keepingSteps: site.mayHaveQuickReferences)
    return (CheckedRunbook(draft), contents, diagnostics.home(in: draft.page.file))
  }

  /// Asks the rules again that had to wait for the bodies of other pages.
  package static func settle(
    _ draft: PageDraft, in site: SiteIndex, _ config: SiteConfig, today: CalendarDate
  ) -> [Diagnostic] {
    let context = PageContext(draft: draft, site: site, config: config, today: today)
    var diagnostics: [Diagnostic] = []
    var needs = PageNeeds()
    for check in RuleCatalog.checks {
      if case .site(let check) = check { check(context, &needs, &diagnostics) }
    }
    return diagnostics.home(in: draft.page.file)
  }

  package static func check(_ templates: [TemplateSource], _ config: SiteConfig) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for check in RuleCatalog.checks {
      guard case .template(let check) = check else { continue }
      for template in templates { check(template, config, &diagnostics) }
    }
    return diagnostics
  }

  /// Drops what is allowed, gives every finding the severity that the configuration wants, drops what is
  /// off and what is said twice, and sorts.
  package static func report(
    _ diagnostics: [Diagnostic], _ config: SiteConfig,
    allowing allowances: Allowances = Allowances(), isStrict: Bool
  ) -> [Diagnostic] {
    // What is allowed in a shared text is allowed wherever it lands.
    let landed = Diagnostic.landed(allowances.left(of: diagnostics))
    let judged = allowances.left(of: landed).compactMap { diagnostic -> Diagnostic? in
      let file = diagnostic.range.file
      let path = config.directories.name(ofFile: file)
      // A finding may be less than its rule: a doubtful one of a rule that finds errors.
      let own = diagnostic.severity
      let rule = RuleCatalog.rule(diagnostic.id)
      let usual = rule?.usual(own, isStrict: config.isStrict) ?? own
      guard let severity = config.severity(of: diagnostic.id, default: usual, at: path) else {
        return nil
      }
      var judged = diagnostic
      judged.severity = isStrict && severity == .warning ? .error : severity
      return judged
    }.sorted(by: Diagnostic.ordered)
    return firstOfEachFile(
      judged.indices.compactMap { index in
        index > 0 && judged[index] == judged[index - 1] ? nil : judged[index]
      }, config.limits)
  }

  /// The findings of a file up to the limit, and one that says how many there are.
  private static func firstOfEachFile(_ sorted: [Diagnostic], _ limits: Limits) -> [Diagnostic] {
    let limit = limits[.findings]
    guard sorted.count > limit else { return sorted }
    var kept: [Diagnostic] = []
    var start = 0
    while start < sorted.count {
      let file = sorted[start].range.file
      let end = sorted[start...].firstIndex { $0.range.file != file } ?? sorted.count
      kept += sorted[start..<min(end, start + limit)]
      if end - start > limit {
        kept.append(
          limits.exceeded(
            .findings, found: end - start, at: sorted[start + limit].range,
            "The others are not listed."))
      }
      start = end
    }
    return kept
  }
}

extension PageContext {
  /// A finding of a rule in this page.
  /// - Parameter severity: where it is less than the rule's.
  func finding(
    _ rule: Rule, at bytes: ByteRange, _ summary: String, explanation: String = "",
    notes: [Diagnostic.Note] = [], fixes: [Diagnostic.Fix] = [], severity: Severity? = nil
  ) -> Diagnostic {
    Diagnostic(
      rule.id, severity ?? rule.severity, at: range(bytes), summary, explanation: explanation,
      notes: notes, fixes: fixes)
  }

  func finding(
    _ rule: Rule, at range: SourceRange, _ summary: String, explanation: String = "",
    notes: [Diagnostic.Note] = [], fixes: [Diagnostic.Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      rule.id, rule.severity, at: range, summary, explanation: explanation, notes: notes,
      fixes: fixes)
  }

  /// One finding for all places of a page that an author mends together: it stands at the first, and
  /// names the others in its notes. Nil without a place.
  func finding(
    _ rule: Rule, atEach places: [ByteRange], _ summary: String, explanation: String,
    note: String = "here too", fixes: [Diagnostic.Fix] = [], severity: Severity? = nil
  ) -> Diagnostic? {
    guard let first = places.first else { return nil }
    return finding(
      rule, at: first, summary, explanation: explanation,
      notes: places.dropFirst().map { Diagnostic.Note(note, at: range($0), isRepeat: true) },
      fixes: fixes,
      severity: severity)
  }
}
