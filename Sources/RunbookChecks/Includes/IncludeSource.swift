package import RunbookModel

/// Where the texts come from that pages include.
package struct IncludeSource {
  /// A page by itself; nil where it cannot be read, which is told where that page is checked.
  let read: (PagePath) -> ParsedRunbook?
  /// Some lines of a text, zero-based and in ascending order, as if they stood alone.
  let parse: (SourceFile, [Range<Int>]) -> Document

  package init(
    read: @escaping (PagePath) -> ParsedRunbook?,
    parse: @escaping (SourceFile, [Range<Int>]) -> Document
  ) {
    (self.read, self.parse) = (read, parse)
  }
}

extension Checker {
  /// A page with the texts that it includes in their places.
  ///
  /// - Parameter page: the page by itself.
  /// - Returns: the page itself where it includes nothing.
  package static func including(
    _ page: ParsedRunbook, _ metadata: RunbookMetadata, in site: SiteIndex, _ config: SiteConfig,
    _ source: IncludeSource
  ) -> (ParsedRunbook, [Diagnostic]) {
    guard page.document.blocks.contains(where: { IncludeLink.alone(in: $0) != nil }) else {
      return (page, [])
    }
    var tree = IncludeTree(page, metadata, site, config, source)
    guard tree.parts.count > 1 else { return (page, tree.problems) }
    let texts = IncludedTexts(tree)
    var spliced = texts.spliced(source, edits: [:])
    let changes = IncludeValues(spliced.page, tree, metadata.context, config)
    tree.problems += changes.problems
    if !changes.edits.isEmpty, tree.admits(changes.edits) {
      let filled = texts.spliced(source, edits: changes.edits)
      if let part = filled.differsInShape(from: spliced) {
        tree.report(
          IncludeValue.rule, part, "a value of this include would change how the text is read",
          "With it, other paragraphs, lists or code would come out of "
            + "`\(tree.parts[part].source.file.path)`. Give a value without Markdown in it.")
      } else {
        spliced = filled
      }
    }
    return (
      spliced.page.hidingOthers(than: spliced.kept),
      tree.problems + tree.missing(in: spliced) + spliced.landings
    )
  }
}

extension ParsedRunbook {
  /// The page with spaces in place of the included bytes that are not shown.
  fileprivate func hidingOthers(than kept: [ByteRange]) -> ParsedRunbook {
    guard let origins = file.origins else { return self }
    let shown = SortedRanges(kept)
    var bytes = file.bytes
    for line in 0..<file.lines.count {
      let content = file.lines.contentRange(ofLine: line, in: bytes)
      guard !content.isEmpty, origins.part(at: content.lowerBound) != 0,
        !content.contains(where: shown.contains)
      else { continue }
      for index in content { bytes[index] = UInt8(ascii: " ") }
    }
    return ParsedRunbook(
      path: path, file: SourceFile(path: file.path, bytes: bytes, origins: origins),
      frontMatterRange: frontMatterRange, document: document)
  }
}
