/// A page after parsing: its Markdown as a tree, nothing judged yet.
package struct ParsedRunbook: Sendable {
  package let path: PagePath
  package let file: SourceFile
  /// The front matter with both `---` lines; nil when there is none.
  package let frontMatterRange: ByteRange?
  package let document: Document
  package let outline: PageOutline

  package init(
    path: PagePath, file: SourceFile, frontMatterRange: ByteRange?, document: Document
  ) {
    self.path = path
    self.file = file
    self.frontMatterRange = frontMatterRange
    self.document = document
    outline = PageOutline(document)
  }
}

/// The YAML between the `---` lines.
package struct FrontMatter: Sendable {
  /// The whole of it, both `---` lines included.
  package let range: ByteRange
  /// Nil when the YAML could not be read; that has been reported.
  package let root: YAMLNode?

  package init(range: ByteRange, root: YAMLNode?) {
    self.range = range
    self.root = root
  }
}
