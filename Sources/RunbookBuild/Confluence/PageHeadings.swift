import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering
import Synchronization

/// The headings of pages that links of other pages lead to, read when a link first asks for them.
final class PageHeadings: Sendable {
  private let project: Project
  private let index: SiteIndex
  /// Nil for a page that could not be read: checking it will say why.
  private let known = Mutex<[PagePath: HeadingAnchors?]>([:])

  init(_ project: Project, _ index: SiteIndex) {
    self.project = project
    self.index = index
  }

  func anchors(of page: PagePath) -> HeadingAnchors? {
    if let anchors = known.withLock({ $0[page] }) { return anchors }
    var anchors: HeadingAnchors?
    if let summary = index.page(page), let file = try? project.source(of: page) {
      let parsed = RunbookParser.parse(file, at: page, limits: project.config.limits).0
      anchors = HeadingAnchors(
        parsed.document, parsed.outline, title: summary.confluenceTitle.value)
    }
    known.withLock { $0[page] = .some(anchors) }
    return anchors
  }
}
