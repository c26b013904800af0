import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering

/// Those who look at pages for something else than findings.
extension SiteCheck {
  /// What each page lacks that was written for other tools.
  func adoptions() async throws(FileProblem) -> [PageAdoption] {
    let (project, options, index, texts) = (project, options, index, texts)
    return try await Parallel.map(index.pages) { summary throws(FileProblem) in
      let draft = PageReading.draft(
        try texts.file(of: summary.path), summary, project, index, including: nil
      ).0
      let frontMatter = RunbookParser.frontMatter(
        of: draft.page.file, limits: project.config.limits
      ).0
      return Checker.adoption(draft, frontMatter, in: index, project.config, today: options.today)
    }
  }

  /// Checks every page, and says what each has its reader do.
  mutating func procedures() async throws(FileProblem) -> [PageProcedure] {
    try await exports(PageProcedure.init)
  }

  /// Checks every page, and makes something of each.
  mutating func exports<Value: Sendable>(
    _ make: @escaping @Sendable (CheckedRunbook, LineTable) -> Value
  ) async throws(FileProblem) -> [Value] {
    try await checkPages { page, _ throws(FileProblem) in make(page, page.lines) }
  }

  /// Reads the pages that somebody does not know, without checking them, and without what they include.
  ///
  /// - Parameters:
  ///   - known: what `make` returned for a page, where the key of all that it was made from is the same.
  ///   - make: called for every other page, in any order and from several threads.
  /// - Returns: what was known or made, in the order of `index.pages`.
  func readPages<Value: Sendable>(
    _ known: @escaping @Sendable (PagePath, ContentKey) -> Value?,
    _ make: @escaping @Sendable (PageDraft, ContentKey) -> Value
  ) async throws(FileProblem) -> [Value] {
    let (project, index, texts) = (project, index, texts)
    let base = WorkspaceSite.base(project, options)
    return try await Parallel.map(index.pages) { summary throws(FileProblem) in
      let key = ContentKey(of: [base, try texts.key(of: summary.path)])
      if let value = known(summary.path, key) { return value }
      let file = try texts.file(of: summary.path)
      return make(PageReading.draft(file, summary, project, index, including: nil).0, key)
    }
  }

  /// The text of a page's file, with what it includes behind each include; nil where it is not UTF-8.
  func text(of page: PagePath) throws(FileProblem) -> String? {
    let file = try texts.file(of: page)
    guard let summary = index.page(page) else { return nil }
    let whole = PageReading.body(of: file, summary, project, index, including: texts.file).0.file
    guard let origins = whole.origins else { return String(validating: file.bytes, as: UTF8.self) }
    var lines: [String] = []
    for line in 0..<whole.lines.count {
      let content = whole.lines.contentRange(ofLine: line, in: whole.bytes)
      let text = whole.text(content)
      // What is not shown is blank there.
      let isLeftOut =
        origins.part(at: content.lowerBound) != 0 && text.allSatisfy { $0 == " " }
        && lines.last?.isEmpty != false
      if !isLeftOut { lines.append(text.allSatisfy { $0 == " " } ? "" : text) }
    }
    return lines.joined(separator: "\n")
  }

  /// A single page by its file, checked as far as it can be without the bodies of others; nil where there is
  /// none.
  func page(at sourcePath: String) throws(FileProblem) -> (CheckedRunbook, LineTable)? {
    guard let summary = index.pages.first(where: { $0.sourcePath == sourcePath }) else {
      return nil
    }
    let page = try findings(of: summary, nil).0
    return (page, page.lines)
  }
}
