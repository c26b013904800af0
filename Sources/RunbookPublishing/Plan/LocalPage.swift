package import RunbookBuild
import RunbookChecks
import RunbookModel
package import RunbookRendering

/// A page of the site as it shall be in Confluence.
package struct LocalPage: Sendable {
  package enum Parent: Sendable, Equatable {
    /// A page of the site.
    case page(source: String)
    /// A page that is in Confluence already.
    case title(String)
    /// The top of the space.
    case top
  }

  package let source: String
  package let title: String
  package let space: String
  package let parent: Parent
  package let labels: [String]
  package let attachments: [ConfluenceManifest.Attachment]
  /// Titles that its body links to.
  package let linkedTitles: [String]
  package let body: [UInt8]
  /// Of the body without the line that says where it comes from.
  package let sha256: String

  /// Of everything that a page holds, short enough for the message of a version.
  package var digest: String {
    let files = attachments.map { "\($0.name) \($0.sha256 ?? "")" }
    let text = ([source, sha256] + labels.sorted() + [""] + files.sorted()).joined(separator: "\n")
    return String(SHA256.hex(Array(text.utf8)).prefix(32))
  }

  /// What the page's property shall say.
  ///
  /// - Parameter version: the number of the version that holds the body.
  func state(written version: Int) -> PageState {
    var state = PageState(source: source)
    state.sha256 = sha256
    state.written = version
    state.labels = labels
    state.attachments = Dictionary(
      attachments.map { ($0.name, $0.sha256 ?? "") }, uniquingKeysWith: { first, _ in first })
    return state
  }

  /// Titles are compared as Confluence compares them, within a space.
  var key: TitleKey { TitleKey(space, title) }

  /// The pages of an export, parents first and otherwise in reading order.
  ///
  /// - Throws: when a page has no space, or pages are below each other in a circle.
  package static func all(of export: ConfluenceFiles) throws(FileProblem) -> [LocalPage] {
    let pages = export.manifest.pages
    let sources = Dictionary(
      pages.map { (TitleKey($0.space ?? "", $0.title), $0.source) },
      uniquingKeysWith: { first, _ in first })
    var locals: [LocalPage] = []
    for page in pages {
      guard let space = page.space else {
        throw FileProblem(
          path: page.source, operation: "publish", reason: "no space is named for it",
          advice: "give 'confluence: {space: KEY}' in the configuration")
      }
      guard let payload = page.payloads.first(where: { $0.name == payloadName }),
        let sha256 = payload.sha256, let body = export.bytes(of: payload)
      else { continue }
      var parent = Parent.top
      switch page.parent {
      case nil: break
      case .page(let source): parent = .page(source: source)
      case .title(let title):
        // A title may be that of a page of the site.
        parent =
          sources[TitleKey(space, title)].map { .page(source: $0) } ?? .title(title)
      }
      locals.append(
        LocalPage(
          source: page.source, title: page.title, space: space, parent: parent, labels: page.labels,
          attachments: page.attachments, linkedTitles: page.linkedTitles, body: body, sha256: sha256
        ))
    }
    return try parentsFirst(locals)
  }

  /// The payload that is published.
  package static let payloadName = "storage.xml"

  private static func parentsFirst(_ pages: [LocalPage]) throws(FileProblem) -> [LocalPage] {
    let bySource = Dictionary(
      pages.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    var depths: [(depth: Int, page: LocalPage)] = []
    for page in pages {
      var depth = 0
      var next = page
      while case .page(let source) = next.parent, let above = bySource[source] {
        depth += 1
        guard depth <= pages.count else {
          throw FileProblem(
            path: page.source, operation: "publish",
            reason: "it is below itself: its parents lead back to it",
            advice: "change 'confluence: {parent: …}' of one of them")
        }
        next = above
      }
      depths.append((depth, page))
    }
    return depths.enumerated().sorted {
      ($0.element.depth, $0.offset) < ($1.element.depth, $1.offset)
    }.map(\.element.page)
  }
}

/// What is one title to Confluence.
struct TitleKey: Hashable, Sendable {
  let space: String
  let title: String

  init(_ space: String, _ title: String) {
    self.space = space
    self.title = ConfluenceName.folded(title)
  }
}
