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
  static func draft(
    _ file: SourceFile, _ summary: PageSummary, _ project: Project, _ index: SiteIndex
  ) -> (PageDraft, [Diagnostic]) {
    var (page, problems) = RunbookParser.parse(
      file, at: summary.path, limits: project.config.limits)
    if let links = project.sourceLinks { page = links.rewritten(page, in: index) }
    let (draft, more) = Checker.draft(page, summary.metadata, project.config)
    return (draft, problems + more)
  }
}
