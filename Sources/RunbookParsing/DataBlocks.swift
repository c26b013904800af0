import RunbookModel

/// Blocks that a label calls YAML or JSON, held against the grammar of it.
///
/// Only where the label claims the whole: an excerpt with `...`, a template and a comment in JSON are
/// left alone.
enum DataBlocks {
  static func check(_ page: ParsedRunbook, _ limits: Limits, _ diagnostics: inout [Diagnostic]) {
    for entry in page.outline.codeBlocks {
      let code = entry.value
      let finding: Diagnostic?
      switch code.language {
      // `<name>` is a value to fill in, `<<` a merge key or a here-document around the text.
      case "yaml", "yml":
        finding =
          isExcerpt(code.text) || code.text.utf8.contains(UInt8(ascii: "<"))
          ? nil : yaml(code, page.file, limits)
      case "json": finding = isExcerpt(code.text) ? nil : json(code, page.file)
      default: finding = nil
      }
      diagnostics += [finding].compactMap(\.self)
    }
  }

  /// Whether something is left out or filled in, or there is nothing at all.
  private static func isExcerpt(_ text: String) -> Bool {
    text.isEmpty || ["...", "…", "{{", "{%", "<%", "${", "#!"].contains(where: text.contains)
  }

  private static func yaml(_ code: CodeBlock, _ file: SourceFile, _ limits: Limits) -> Diagnostic? {
    let text = SourceFile(path: file.path, bytes: Array(code.text.utf8))
    var problem: YAMLProblem?
    // Several documents may stand in one block.
    for document in documents(text) {
      do throws(YAMLFailure) {
        _ = try YAMLTreeBuilder(text, document, limits)
      } catch {
        if case .syntax(let found) = error { problem = problem ?? found }
      }
    }
    guard let problem else { return nil }
    return finding("YAML", problem.text, at: problem.offset, in: text, code, file)
  }

  private static func documents(_ text: SourceFile) -> [ByteRange] {
    var starts = [0]
    for line in 0..<text.lines.count {
      let range = text.lines.contentRange(ofLine: line, in: text.bytes)
      if text.bytes[range].elementsEqual("---".utf8), range.lowerBound > 0 {
        starts.append(range.lowerBound)
      }
    }
    return starts.indices.map {
      starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : text.bytes.count)
    }
  }

  private static func json(_ code: CodeBlock, _ file: SourceFile) -> Diagnostic? {
    let text = SourceFile(path: file.path, bytes: Array(code.text.utf8))
    var reader = JSONSyntax(text.bytes)
    guard let problem = reader.problem() else { return nil }
    return finding("JSON", problem.text, at: problem.offset, in: text, code, file)
  }

  private static func finding(
    _ language: String, _ problem: String, at offset: Int, in text: SourceFile, _ code: CodeBlock,
    _ file: SourceFile
  ) -> Diagnostic? {
    let offset = max(min(offset, text.bytes.count - 1), 0)
    let line = min(text.lines.line(at: offset), code.lineOffsets.count - 1)
    guard line >= 0 else { return nil }
    let column = offset - text.lines.range(ofLine: line).lowerBound
    let start = min(code.lineOffsets[line] + max(column, 0), max(file.bytes.count - 1, 0))
    return Diagnostic(
      "data-invalid", .warning, at: file.range(start..<min(start + 1, file.bytes.count)),
      "this is not valid \(language): \(problem)",
      explanation:
        "Whoever copies the block gets a file that no program reads. Mend it, or write `...` "
        + "where something is left out.")
  }
}
