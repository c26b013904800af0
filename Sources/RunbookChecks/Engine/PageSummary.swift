package import RunbookModel

/// What is known of a page before its body is read, and kept while others are at work: its path and
/// its front matter.
package final class PageSummary: Sendable {
  package let path: PagePath
  /// Path of the source file relative to the project folder.
  package let sourcePath: String
  /// Its details are bytes, as they are kept of every page.
  package let metadata: RunbookMetadata

  init(path: PagePath, sourcePath: String, metadata: RunbookMetadata) {
    self.path = path
    self.sourcePath = sourcePath
    self.metadata = metadata.packed(in: sourcePath)
  }

  /// The path of the source file in the content folder, which is not that of the page where a
  /// `README.md` stands for its folder.
  package var sourceName: String { path.sourceName(of: sourcePath) }

  /// The title in Confluence.
  package var confluenceTitle: Field<String> { metadata.confluence.title ?? metadata.title }
  /// When it has to be looked at again. Asked here, `metadata` is not copied for it.
  package var due: CalendarDate? { metadata.due }
  /// What navigation calls the page.
  package var navigationTitle: String { metadata.navTitle ?? metadata.title.value }
}

extension PagePath {
  /// - Parameter file: the path of the page's source file from the project folder.
  package func sourceName(of file: String) -> String {
    guard isIndex else { return text }
    let name = PagePath(file).fileName
    return folder.isEmpty ? name : folder + "/" + name
  }
}
