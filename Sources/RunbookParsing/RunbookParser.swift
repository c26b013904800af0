package import RunbookModel

/// The step `parse`: a source file becomes front matter, and a document tree.
package enum RunbookParser {
  /// Deepest nesting of blocks, and of inlines, that is read; what lies deeper is left out and
  /// reported.
  static let nestingLimit = 64

  /// The front matter of a page; nil when it has none. What cannot be read is reported.
  package static func frontMatter(of file: SourceFile) -> (FrontMatter?, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let frontMatter = FrontMatterReader.read(file, &diagnostics)
    return (frontMatter, diagnostics)
  }

  /// The body of a page. Never fails: what cannot be read is reported and the rest is kept.
  package static func parse(_ file: SourceFile, at path: PagePath) -> (ParsedRunbook, [Diagnostic])
  {
    var diagnostics = TextEncodingReport.diagnostics(for: file)
    let extent = FrontMatterExtent(file)
    let markdown = MarkdownText(file, withoutLines: extent?.lineCount ?? 0)
    let document = MarkdownParser.parse(markdown.bytes, of: file, &diagnostics)
    let runbook = ParsedRunbook(
      path: path, file: file, frontMatterRange: extent?.whole, document: document)
    return (runbook, diagnostics)
  }
}

/// What cmark is fed: the file without its byte order mark, with LF line ends, and with the front
/// matter replaced by as many empty lines, so that line numbers stay true. A column is counted from
/// the start of its line and therefore stays true as well.
private struct MarkdownText {
  let bytes: [UInt8]

  init(_ file: SourceFile, withoutLines count: Int) {
    let start = file.lines.starts[0]
    guard count > 0 || start > 0 || file.bytes.contains(UInt8(ascii: "\r")) else {
      bytes = file.bytes
      return
    }
    var result = [UInt8](repeating: UInt8(ascii: "\n"), count: count)
    result.reserveCapacity(file.bytes.count)
    for line in count..<max(count, file.lines.count) {
      let content = file.lines.contentRange(ofLine: line, in: file.bytes)
      result.append(contentsOf: file.bytes[content])
      // The last line has no line ending, and an unclosed fence would show one more.
      if line + 1 < file.lines.count { result.append(UInt8(ascii: "\n")) }
    }
    bytes = result
  }
}
