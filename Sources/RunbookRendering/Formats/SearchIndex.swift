import RunbookChecks
import RunbookModel

/// `search/`: the index that `search.js` reads, in shards that work from `file://` too.
struct SearchIndex: FormatRenderer {
  static let format = OutputFormat(
    name: "search", isEnabled: { _ in true }, renderer: { site, _, _ in SearchIndex(site: site) })

  let site: Site

  func render(_ page: CheckedRunbook) -> PageOutput {
    PageOutput(note: PageIndexer.note(of: page))
  }

  func finish(_ notes: [(any Sendable)?]) -> [OutputFile] {
    let indexed = zip(site.pages, notes).compactMap { page, note in
      (note as? SearchNote).map { (path: page.path, note: $0) }
    }
    return SearchShards.files(indexed.map(\.note), paths: indexed.map(\.path))
  }
}
