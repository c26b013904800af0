package import RunbookModel

/// The step `parse`: a source file becomes front matter, and a document tree.
package enum RunbookParser {
  /// The front matter of a page; nil when it has none. What cannot be read is reported.
  package static func frontMatter(of file: SourceFile, limits: Limits = Limits()) -> (
    FrontMatter?, [Diagnostic]
  ) {
    var diagnostics: [Diagnostic] = []
    let frontMatter = FrontMatterReader.read(file, limits, &diagnostics)
    return (frontMatter, diagnostics)
  }

  /// The body of a page. Never fails: what cannot be read is reported and the rest is kept; what is
  /// beyond a limit is reported and left out as a whole.
  package static func parse(
    _ file: SourceFile, at path: PagePath, limits: Limits = Limits()
  ) -> (ParsedRunbook, [Diagnostic]) {
    var (page, diagnostics) = document(of: file, at: path, limits)
    DataBlocks.check(page, limits, &diagnostics)
    return (page, diagnostics)
  }

  /// Some lines of a text as if they stood alone.
  ///
  /// - Parameter lines: zero-based, in ascending order; their Markdown has to be within the limits.
  package static func document(
    of file: SourceFile, lines: [Range<Int>], limits: Limits, _ diagnostics: inout [Diagnostic]
  ) -> Document {
    MarkdownParser.parse(
      MarkdownText(file, lines: lines).bytes, of: file, nestingLimit: limits[.nesting], &diagnostics
    )
  }

  /// A look into the data of a page's blocks.
  package static func checkData(_ page: ParsedRunbook, _ limits: Limits) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    DataBlocks.check(page, limits, &diagnostics)
    return diagnostics
  }

  /// The body as a tree, without a look into its blocks.
  private static func document(
    of file: SourceFile, at path: PagePath, _ limits: Limits
  ) -> (ParsedRunbook, [Diagnostic]) {
    var diagnostics = TextEncodingReport.diagnostics(for: file)
    let extent = FrontMatterExtent(file)
    let lineCount = extent?.lineCount ?? 0
    func page(_ document: Document) -> ParsedRunbook {
      ParsedRunbook(path: path, file: file, frontMatterRange: extent?.whole, document: document)
    }
    if let refusal = MarkdownScreening.refusal(of: file, fromLine: lineCount, limits) {
      return (page(Document(blocks: [], footnotes: [])), diagnostics + [refusal])
    }
    let markdown = MarkdownText(file, withoutLines: lineCount)
    let runbook = page(
      MarkdownParser.parse(markdown.bytes, of: file, nestingLimit: limits[.nesting], &diagnostics))
    if let refusal = excess(of: runbook, limits) {
      return (page(Document(blocks: [], footnotes: [])), diagnostics + [refusal])
    }
    return (runbook, diagnostics)
  }

  /// A page's first heading. Blocks are made from the top down, so that the start of a
  /// page nearly always tells it.
  package static func firstHeading(
    of file: SourceFile, at path: PagePath, limits: Limits
  ) -> PageOutline.Section? {
    let start = FrontMatterExtent(file)?.whole.upperBound ?? 0
    if let end = file.bytes.dropFirst(start + startSize).firstIndex(of: UInt8(ascii: "\n")) {
      let part = SourceFile(path: file.path, bytes: Array(file.bytes[...end]))
      let heading = document(of: part, at: path, limits).0.outline.sections.first
      // A bracket may be a reference to what is defined further down.
      if let heading, !heading.text.holds(UInt8(ascii: "[")) { return heading }
    }
    return document(of: file, at: path, limits).0.outline.sections.first
  }

  private static let startSize = 1024

  /// What is cheap to parse and dear for those that come after.
  private static func excess(of page: ParsedRunbook, _ limits: Limits) -> Diagnostic? {
    let (links, images) = (page.outline.links, page.outline.images)
    let count = links.count + images.count
    if count > limits[.links], let first = (links.first ?? images.first)?.range.lowerBound {
      return limits.exceeded(
        .links, found: count, at: page.file.range(first..<first + 1), MarkdownSurvey.consequence)
    }
    let footnotes = page.document.footnotes
    guard footnotes.count > limits[.footnotes], let first = footnotes.first?.range.lowerBound else {
      return nil
    }
    return limits.exceeded(
      .footnotes, found: footnotes.count, at: page.file.range(first..<first + 1),
      MarkdownSurvey.consequence)
  }
}

/// What cmark is fed: the file without its byte order mark, with LF line ends, and with the front
/// matter replaced by as many empty lines, so that line numbers stay true. A column is counted from
/// the start of its line and therefore stays true as well.
private struct MarkdownText {
  let bytes: [UInt8]

  init(_ file: SourceFile, withoutLines count: Int) {
    let start = file.lines.starts[0]
    if count == 0, start == 0, !file.bytes.contains(UInt8(ascii: "\r")) {
      self.init(bytes: file.bytes)
    } else {
      self.init(file, lines: [count..<max(count, file.lines.count)])
    }
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// - Parameter lines: those that are kept; the others are empty.
  init(_ file: SourceFile, lines: [Range<Int>]) {
    var result: [UInt8] = []
    result.reserveCapacity(file.bytes.count)
    var next = 0
    let starts = file.lines.starts
    let isPlain = !file.bytes.contains(UInt8(ascii: "\r"))
    for range in lines {
      result += repeatElement(UInt8(ascii: "\n"), count: range.lowerBound - next)
      next = range.upperBound
      guard !range.isEmpty else { continue }
      if isPlain {
        result +=
          file.bytes[
            starts[range.lowerBound]..<(next < starts.count ? starts[next] : file.bytes.count)]
        continue
      }
      for line in range {
        let content = file.lines.contentRange(ofLine: line, in: file.bytes)
        result.append(contentsOf: file.bytes[content])
        // The last line has no line ending, and an unclosed fence would show one more.
        if line + 1 < file.lines.count { result.append(UInt8(ascii: "\n")) }
      }
    }
    bytes = result
  }
}
