import RunbookChecks
import RunbookModel
import RunbookParsing

/// What is read of one page, wherever its text comes from.
enum PageReading {
  /// Reads the front matter of a page.
  ///
  /// - Parameter isKept: whether somebody wants the key of what the page shows to others.
  static func survey(
    _ file: SourceFile, at path: PagePath, _ project: Project, isKept: Bool
  ) -> PageSurvey {
    let (frontMatter, problems) = RunbookParser.frontMatter(of: file, limits: project.config.limits)
    let (summary, more) = Checker.survey(frontMatter, of: file, at: path, project.config) {
      RunbookParser.firstHeading(of: file, at: path, limits: project.config.limits)
    }
    return PageSurvey(
      summary, problems + more, face: isKept ? .face(of: summary, frontMatter, in: file) : nil)
  }

  /// Reads the body of a page, its commands and its tables.
  ///
  /// - Parameter text: the texts of pages that it includes; nil to leave includes the links that they are.
  static func draft(
    _ file: SourceFile, _ summary: PageSummary, _ project: Project, _ index: SiteIndex,
    including text: ((PagePath) throws(FileProblem) -> SourceFile)?
  ) -> (PageDraft, [Diagnostic]) {
    var (page, problems) = body(of: file, summary, project, index, including: text)
    if let links = project.sourceLinks { page = links.rewritten(page, in: index) }
    let (draft, more) = Checker.draft(page, summary.metadata, project.config)
    return (draft, problems + more)
  }

  /// A page's Markdown with that of the texts that it includes.
  static func body(
    of file: SourceFile, _ summary: PageSummary, _ project: Project, _ index: SiteIndex,
    including text: ((PagePath) throws(FileProblem) -> SourceFile)?
  ) -> (ParsedRunbook, [Diagnostic]) {
    let limits = project.config.limits
    let (page, problems) = RunbookParser.parse(file, at: summary.path, limits: limits)
    guard let text else { return (page, problems) }
    var found: [Diagnostic] = []
    let source = IncludeSource { path in
      (try? text(path)).map { RunbookParser.parse($0, at: path, limits: limits).0 }
    } parse: { file, lines in
      RunbookParser.document(of: file, lines: lines, limits: limits, &found)
    }
    let (spliced, more) = Checker.including(
      page, summary.metadata, in: index, project.config, source)
    guard spliced.file.origins != nil else { return (page, problems + more) }
    found += RunbookParser.checkData(spliced, limits)
    return (spliced, problems + more + found.home(in: spliced.file))
  }
}
