import RunbookChecks
import RunbookModel

/// `search/`: the index that `search.js` reads, in shards that work from `file://` too.
struct SearchIndex: FormatRenderer {
  static let format = OutputFormat(
    name: "search", isEnabled: { _ in true }, renderer: { site, _, _ in SearchIndex(site) },
    names: ["search"])

  private let site: Site
  private let name: String
  private let pageShards: PageShards

  private init(_ site: Site) {
    self.site = site
    name = SearchShards.name(of: site.pages.map(\.path))
    pageShards = PageShards(site: name, pageCount: site.pages.count)
  }

  /// Each word of a page is in its record.
  var mayFinishAlike: Bool { false }

  func render(_ page: CheckedRunbook) -> PageOutput {
    let indexed = PageIndexer.read(page, in: sectionTitle(of: page.path))
    var output = PageOutput(note: indexed.note)
    output.shared = share(indexed.shown, of: page.path)
    output.record.blob(indexed.note.bytes)
    output.record.blob(indexed.shown)
    return output
  }

  func recall(
    _ record: inout RecordReader, of _: PagePath
  ) throws(RecordDamage) -> (any Sendable)? {
    SearchNote(bytes: try record.blob())
  }

  var sharedFiles: [SharedFile] { pageShards.files }

  func share(
    _ record: inout RecordReader, of page: PagePath
  ) throws(RecordDamage) -> [OutputFile] {
    _ = try record.part()
    return share(try record.blob(), of: page)
  }

  private func share(_ shown: [UInt8], of page: PagePath) -> [OutputFile] {
    let shard = site.index.position(of: page).flatMap { pageShards.add(shown, at: $0) }
    return shard.map { [$0] } ?? []
  }

  func finish(_ notes: [(any Sendable)?], to receive: (OutputFile) -> Void) {
    SearchShards.write(
      notes.compactMap { $0 as? SearchNote }, site: name, synonyms: site.config.synonyms,
      hasAlerts: site.pages.contains { !$0.metadata.alerts.isEmpty }, to: receive)
  }

  /// Empty for a page of the content folder itself.
  private func sectionTitle(of path: PagePath) -> String {
    path.folder.isEmpty ? "" : site.section(path.folder)?.title ?? ""
  }
}
