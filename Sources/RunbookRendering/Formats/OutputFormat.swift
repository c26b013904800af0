package import RunbookChecks
package import RunbookModel

/// What every format may use besides the site.
package struct RenderOptions: Sendable {
  /// `runbookgen VERSION`, as pages name their maker.
  package var generator = "runbookgen"
  /// The revision of the sources, if it was given; never asked from git, so that bytes are stable.
  package var revision: String?
  /// The SHA-256 of a file that lies beside the pages, by its path; nil when it cannot be read.
  package var assetHash: @Sendable (String) -> String? = { _ in nil }
  /// What there is to do in Confluence to get to a manifest; nil when nobody asked.
  package var confluenceWork: (@Sendable (ConfluenceManifest) -> ConfluenceWork)?
  /// What the headings of another page are called in Confluence; nil when it cannot be read.
  package var headingAnchors: @Sendable (PagePath) -> HeadingAnchors? = { _ in nil }
  /// Whether the Confluence export is made, if the configuration wants one.
  package var hasConfluence = true

  /// What a preview adds to the head of every page, as markup; nil for pages that are published. Scripts may then
  /// ask the server that pages come from, and blocks are marked with where they begin in the source.
  package var previewHead: String?

  /// The bytes of the content folder's images, by path; only for a bundle.
  package var images: [String: [UInt8]] = [:]

  package init() {}
}

/// A file that a few pages share.
package struct SharedFile: Sendable {
  package let path: String
  /// Positions in `Site.pages`.
  package let pages: Range<Int>

  package init(path: String, pages: Range<Int>) { (self.path, self.pages) = (path, pages) }
}

/// What a format makes of one page.
package struct PageOutput: Sendable {
  /// The files that are this page's alone.
  package var files: [OutputFile] = []
  /// Those of the format's `sharedFiles` that are complete with this page.
  package var shared: [OutputFile] = []
  /// What the format's `finish` has to know of the page: a small value, as it is kept for every page
  /// of a site.
  package var note: (any Sendable)?
  /// What `recall` makes the note of in a later build, and `share` its part of shared files.
  package var record = RecordWriter()

  package init(_ files: [OutputFile] = [], note: (any Sendable)? = nil) {
    self.files = files
    self.note = note
  }
}

/// What a format keeps of a page now, in the place of what it kept in an earlier build.
package struct NoteChange: Sendable {
  /// In `Site.pages`, which are the same pages as then.
  package let position: Int
  package let old, new: (any Sendable)?

  package init(position: Int, old: (any Sendable)?, new: (any Sendable)?) {
    (self.position, self.old, self.new) = (position, old, new)
  }
}

/// A format at work on a site. Bodies are not kept: each page is handed over once, in any order and
/// from several threads, and forgotten.
package protocol FormatRenderer: Sendable {
  func render(_ page: CheckedRunbook) -> PageOutput

  /// The note that `render` made of a page in an earlier build. Called in place of `render`, for a page with the
  /// same text on a site that looks the same to it.
  ///
  /// - Parameter record: the record of that output.
  /// - Throws: `RecordDamage` where these bytes are no such record.
  func recall(
    _ record: inout RecordReader, of page: PagePath
  ) throws(RecordDamage) -> (any Sendable)?

  /// Files that are made from a few pages each.
  var sharedFiles: [SharedFile] { get }

  /// Hands in what an earlier build kept of a page, as a file that it shares has to be made anew. Each page that
  /// was not rendered is handed in once at most.
  ///
  /// - Parameter record: the record of that output.
  /// - Returns: shared files that are complete with this page.
  /// - Throws: `RecordDamage` where these bytes are no such record.
  func share(
    _ record: inout RecordReader, of page: PagePath
  ) throws(RecordDamage) -> [OutputFile]

  /// Whether it is worth while to compare the records of all pages with those of an earlier build: where they
  /// are the same, on a site that looks the same, `finish` makes the same. Such a format has no remark.
  var mayFinishAlike: Bool { get }

  /// The answer to a question that only this format can answer; nil for another one.
  func answer(_ question: SiteQuestion) -> String?

  /// Hands over the files that belong to no page, one by one.
  ///
  /// - Parameter notes: what was kept of each page, in the order of `Site.pages`.
  func finish(_ notes: [(any Sendable)?], to receive: (OutputFile) -> Void)

  /// Whether `finish` can go on from what it kept in an earlier build, as long as the list of pages is the same.
  /// Such a format has no remark.
  var finishesByChanges: Bool { get }

  /// The same as `finish`.
  ///
  /// - Parameters:
  ///   - earlier: what an earlier build has kept, on a site that looks the same but for what pages show to each
  ///     other; nil where there is nothing.
  ///   - record: gets what a later build goes on from.
  ///   - takeOver: takes files of that build that would be the same; false where one of them is not there.
  func finish(
    _ notes: [(any Sendable)?], besides earlier: RecordReader?, keeping record: inout RecordWriter,
    taking takeOver: ([String]) -> Bool, to receive: (OutputFile) -> Void)

  /// Hands over what `finish` would, by what has changed since an earlier build.
  ///
  /// - Parameters:
  ///   - changes: in the order of the pages; all others have the notes that they had.
  ///   - earlier: what was kept then.
  ///   - record: gets what a later build goes on from.
  /// - Throws: `RecordDamage` where what was kept is no such record; then no file is handed over.
  func finish(
    _ changes: [NoteChange], since earlier: inout RecordReader,
    keeping record: inout RecordWriter, to receive: (OutputFile) -> Void
  ) throws(RecordDamage)

  /// What people should know of what was made, in one line; nil for nothing.
  ///
  /// - Parameter notes: what was kept of each page, in the order of `Site.pages`.
  func remark(on notes: [(any Sendable)?]) -> String?
}

extension FormatRenderer {
  package func render(_: CheckedRunbook) -> PageOutput { PageOutput() }

  package var mayFinishAlike: Bool { true }

  package var finishesByChanges: Bool { false }

  package func finish(
    _ notes: [(any Sendable)?], besides _: RecordReader?, keeping _: inout RecordWriter,
    taking _: ([String]) -> Bool, to receive: (OutputFile) -> Void
  ) { finish(notes, to: receive) }

  package func finish(
    _: [NoteChange], since _: inout RecordReader, keeping _: inout RecordWriter,
    to _: (OutputFile) -> Void
  ) throws(RecordDamage) { throw RecordDamage() }

  package func answer(_: SiteQuestion) -> String? { nil }

  package func recall(
    _: inout RecordReader, of _: PagePath
  ) throws(RecordDamage) -> (any Sendable)? { nil }

  package var sharedFiles: [SharedFile] { [] }

  package func share(
    _: inout RecordReader, of _: PagePath
  ) throws(RecordDamage) -> [OutputFile] { [] }

  package func remark(on _: [(any Sendable)?]) -> String? { nil }
}

/// One kind of output: a name, and what renders a site that way.
package struct OutputFormat: Sendable {
  package let name: String
  /// Whether the configuration asks for it.
  package let isEnabled: @Sendable (Site) -> Bool
  package let renderer: @Sendable (Site, TemplateSet, RenderOptions) -> any FormatRenderer
  /// Names in the output folder itself below which the format makes files of its own; those of the
  /// templates' assets and of pages are left out.
  package var names: Set<String> = []
  /// What is made of one page, as paths in the output.
  package var pagePaths: @Sendable (PagePath) -> [String] = { _ in [] }
}

/// All formats, sorted by name. A test compares this list with the files in `Formats/`.
package enum FormatCatalog {
  package static let all: [OutputFormat] = [
    Bundle.format,
    ConfluenceExport.format,
    Feed.format,
    HTMLSite.format,
    LLMsText.format,
    MarkdownPages.format,
    Redirects.format,
    ReviewData.format,
    SearchIndex.format,
    Sitemap.format,
  ]
}
