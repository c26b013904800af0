import RunbookBuild
import RunbookChecks
import RunbookModel
import RunbookRendering
import Synchronization

/// What the pages of a project speak of; each page is read again when its text has changed.
final class MentionCache: Sendable {
  struct Page: Sendable {
    let path: PagePath
    let file: SourceFile
    let mentions: PageMentions
    fileprivate let key: ContentKey
  }

  private struct Known: Sendable {
    var pages: [PagePath: Page] = [:]
    /// What all pages see of each other.
    var site: ContentKey?
  }

  private let known = Mutex(Known())

  /// In the order of the pages' paths; a page that cannot be read is left out.
  func all(of project: EditorProject) async -> [Page] {
    let workspace = project.workspace
    // Where links lead depends on the pages that there are.
    let pages = known.withLock { known in
      if known.site != workspace.siteKey { known = Known(site: workspace.siteKey) }
      return known.pages
    }
    let read = await Parallel.map(workspace.index.pages) { summary -> Page? in
      guard let key = workspace.textKey(of: summary.path) else { return nil }
      if let page = pages[summary.path], page.key == key { return page }
      guard let draft = try? workspace.draft(of: summary) else { return nil }
      return Page(
        path: summary.path, file: draft.page.file,
        mentions: PageMentions(draft, in: workspace.index), key: key)
    }.compactMap(\.self)
    known.withLock { known in
      guard known.site == workspace.siteKey else { return }
      known.pages = Dictionary(read.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return read
  }
}
