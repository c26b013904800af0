package import RunbookModel

/// Renders a page in Confluence storage format (Atlassian, "Confluence Storage Format"), for the
/// REST interface and for storage-format source editors. It is not a shape to paste: an HTML parser
/// would take CDATA sections for comments.
///
/// A pure function of its input: same tree, same bytes.
package struct ConfluenceStorage: Sendable {
  package let target: ConfluenceTarget
  package let html: StorageHTMLPolicy
  package let resolver: StorageResolver

  package init(
    target: ConfluenceTarget, html: StorageHTMLPolicy = .escape, resolver: StorageResolver
  ) {
    self.target = target
    self.html = html
    self.resolver = resolver
  }

  /// - Parameter linkedHeadings: Ids of the headings that links lead to. Only these get an anchor.
  package func render(
    _ document: Document, page: StoragePage, linkedHeadings: Set<String> = []
  ) -> StorageOutput {
    var renderer = StorageRenderer(
      settings: self, linkedHeadings: linkedHeadings, footnoteCount: document.footnotes.count)
    renderer.preamble(page)
    renderer.body(document, title: page.title)
    renderer.footnotes(document.footnotes)
    return StorageOutput(
      bytes: renderer.writer.bytes, labels: ConfluenceLabel.normalised(page.labels),
      losses: renderer.losses)
  }
}
