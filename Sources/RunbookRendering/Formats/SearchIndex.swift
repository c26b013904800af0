import RunbookChecks
import RunbookModel

/// `search/`: the index that `search.js` reads, in shards that work from `file://` too.
enum SearchIndex {
  static let format = OutputFormat(name: "search", isEnabled: { _ in true }, render: render)

  private static func render(_ site: Site, _: TemplateSet, _: RenderOptions) async -> [OutputFile] {
    let notes = await Parallel.map(site.pages) { PageIndexer.note(of: $0) }
    return SearchShards.files(notes, paths: site.pages.map(\.path))
  }
}
