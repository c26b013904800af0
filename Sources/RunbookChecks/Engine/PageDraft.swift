package import RunbookModel

/// A page whose own parts are read and typed, before it is held against the rest of the site.
package struct PageDraft: Sendable {
  package let page: ParsedRunbook
  package let metadata: RunbookMetadata
  package let blocks: [CommandBlock]
  package let tables: [TypedTable]
  package let allowances: InlineAllowances
  /// The document with the raw HTML that is let through as elements.
  package let content: Document
  /// What became of the raw HTML.
  let html: HTMLTree
  /// Where that which is let through leads, and the images that it shows.
  let htmlLinks: HTMLLinks

  package var path: PagePath { page.path }

  var hasQuickReference: Bool {
    tables.contains { if case .quickReference = $0.content { true } else { false } }
  }
}

/// A page that was checked. Only this target makes one, so a renderer cannot get any other.
package struct CheckedRunbook: Sendable {
  package let path: PagePath
  /// Path of the source file relative to the project folder.
  package let sourcePath: String
  /// The path of the source file in the content folder.
  package var sourceName: String { path.sourceName(of: sourcePath) }
  package let metadata: RunbookMetadata
  /// The text of the page, with what it includes.
  package let file: SourceFile
  /// The page as its file says it.
  package private(set) var document: Document
  package let outline: PageOutline
  /// The page as it is to be shown: with the raw HTML that is let through as elements.
  package private(set) var content: Document
  /// Whether other links and images are shown than those of the outline.
  private var showsMoreThanOutline: Bool
  package let blocks: [CommandBlock]
  package let tables: [TypedTable]
  /// The lines of its file by where they stand in the text of the page; what is included belongs to the line of
  /// its include.
  package let lines: LineTable
  /// Where its parts were written, if it includes others.
  package let origins: TextOrigins?
  /// What was asked of other pages to read this one.
  package var asked: [SiteQuestion] = []

  init(_ draft: PageDraft) {
    path = draft.path
    sourcePath = draft.page.file.path
    file = draft.page.file
    metadata = draft.metadata
    document = draft.page.document
    outline = draft.page.outline
    content = draft.content
    showsMoreThanOutline = !draft.page.outline.html.isEmpty
    blocks = draft.blocks
    tables = draft.tables
    origins = draft.page.file.origins
    lines =
      origins.map { origins in
        draft.page.file.lines.keeping { origins.part(at: $0) == 0 }
      } ?? draft.page.file.lines
  }

  /// The file of an included text, by where it stands in the text of the page; nil for the page's own.
  package func includedFile(at offset: Int) -> String? {
    guard let origins else { return nil }
    let part = origins.part(at: offset)
    return part == 0 ? nil : origins.parts[part].file
  }

  /// The outline of what is shown.
  package var shownOutline: PageOutline { showsMoreThanOutline ? PageOutline(content) : outline }

  /// Puts other blocks in the place of some, see `Document.replacing`.
  mutating func show(_ replacement: (Block) -> [Block]?) {
    document = document.replacing(replacement)
    content = content.replacing(replacement)
    showsMoreThanOutline = true
  }
}
