import RunbookModel

/// The text of a code block as a file of its own, and where its bytes stand in the page.
struct DataBlock {
  let text: SourceFile
  private let code: CodeBlock
  private let page: SourceFile

  init(_ code: CodeBlock, in page: SourceFile) {
    self.code = code
    self.page = page
    text = SourceFile(path: page.path, bytes: Array(code.text.utf8))
  }

  /// Whether something is left out or filled in, or there is nothing at all.
  var isExcerpt: Bool {
    code.text.isEmpty
      || ["...", "…", "{{", "{%", "<%", "${", "#!"].contains(where: code.text.contains)
  }

  /// `<name>` is a value to fill in, `<<` a merge key or a here-document around the text.
  var hasAngle: Bool { text.bytes.contains(UInt8(ascii: "<")) }

  /// Where a range of the text, as far as its first line goes, stands in the page.
  func place(of range: ByteRange) -> SourceRange {
    let offset = max(min(range.lowerBound, text.bytes.count - 1), 0)
    let line = max(min(text.lines.line(at: offset), code.lineOffsets.count - 1), 0)
    let base = text.lines.range(ofLine: line).lowerBound
    let end = text.lines.contentRange(ofLine: line, in: text.bytes).upperBound
    let lineStart = code.lineOffsets.isEmpty ? 0 : code.lineOffsets[line]
    let start = min(lineStart + max(offset - base, 0), max(page.bytes.count - 1, 0))
    let length = max(min(range.upperBound, end) - offset, 1)
    return page.range(start..<min(start + length, page.bytes.count))
  }

  /// That the text is not what its label says.
  func invalid(_ language: String, _ problem: String, at offset: Int) -> Diagnostic? {
    guard !code.lineOffsets.isEmpty else { return nil }
    return Diagnostic(
      "data-invalid", .warning, at: place(of: offset..<offset + 1),
      "this is not valid \(language): \(problem)",
      explanation:
        "Whoever copies the block gets a file that no program reads. Mend it, or write `...` "
        + "where something is left out.")
  }
}

/// What is wrong with a text, and the offset of the byte that cannot stand there.
struct DataProblem: Error {
  let text: String
  let offset: Int
}
