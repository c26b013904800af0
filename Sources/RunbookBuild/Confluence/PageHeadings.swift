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
  private let known = Mutex<[PagePath: Known]>([:])

  private struct Known {
    let anchors: HeadingAnchors?
    /// What was asked for them: the texts that the page includes.
    let asked: [SiteQuestion]
  }

  init(_ project: Project, _ index: SiteIndex) {
    self.project = project
    self.index = index
  }

  func anchors(of page: PagePath) -> HeadingAnchors? {
    let found = known.withLock { $0[page] } ?? read(page)
    known.withLock { $0[page] = found }
    for question in found.asked { SiteQuestions.note(question.kind, question.name) }
    return found.anchors
  }

  private func read(_ page: PagePath) -> Known {
    let questions = SiteQuestions()
    let anchors = SiteQuestions.$current.withValue(questions) { () -> HeadingAnchors? in
      guard let summary = index.page(page), let file = try? project.source(of: page) else {
        return nil
      }
      let parsed = PageReading.body(of: file, summary, project, index, including: project.source).0
      return HeadingAnchors(
        parsed.document, parsed.outline, title: summary.confluenceTitle.value)
    }
    return Known(anchors: anchors, asked: questions.all)
  }
}
