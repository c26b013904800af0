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
    write(SearchTerms(notes.compactMap { $0 as? SearchNote }), to: receive)
  }

  var finishesByChanges: Bool { true }

  func finish(
    _ notes: [(any Sendable)?], besides _: RecordReader?, keeping record: inout RecordWriter,
    taking _: ([String]) -> Bool, to receive: (OutputFile) -> Void
  ) {
    let terms = SearchTerms(notes.compactMap { $0 as? SearchNote })
    record.blob(terms.bytes)
    write(terms, to: receive)
  }

  func finish(
    _ changes: [NoteChange], since earlier: inout RecordReader, keeping record: inout RecordWriter,
    to receive: (OutputFile) -> Void
  ) throws(RecordDamage) {
    var changed: [SearchTerms.Change] = []
    for change in changes {
      guard let old = change.old as? SearchNote, let new = change.new as? SearchNote else {
        throw RecordDamage()
      }
      changed.append(SearchTerms.Change(page: change.position, old: old, new: new))
    }
    let terms = try SearchTerms(earlier.blob(), changed)
    record.blob(terms.bytes)
    write(terms, to: receive)
  }

  private func write(_ terms: SearchTerms, to receive: (OutputFile) -> Void) {
    SearchShards.write(
      terms, pageCount: site.pages.count, site: name, synonyms: site.config.synonyms,
      hasAlerts: site.pages.contains { !$0.metadata.alerts.isEmpty }, to: receive)
  }

  /// Empty for a page of the content folder itself.
  private func sectionTitle(of path: PagePath) -> String {
    path.folder.isEmpty ? "" : site.section(path.folder)?.title ?? ""
  }
}
