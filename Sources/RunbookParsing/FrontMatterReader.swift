import RunbookModel

/// Cuts the front matter off a page and reads its YAML.
enum FrontMatterReader {
  /// The front matter, if the first line is `---`, and the number of lines that it takes.
  static func read(_ file: SourceFile, _ diagnostics: inout [Diagnostic])
    -> (FrontMatter?, lineCount: Int)
  {
    guard isFence(0, of: file, closing: false) else { return (nil, 0) }
    guard
      let last = (1..<max(1, file.lines.count)).first(where: {
        isFence($0, of: file, closing: true)
      })
    else {
      diagnostics.append(unclosed(file))
      let all = file.lines.starts[0]..<file.bytes.count
      return (FrontMatter(range: all, root: nil), file.lines.count)
    }
    let yaml = file.lines.range(ofLine: 0).upperBound..<file.lines.starts[last]
    let whole =
      file.lines.starts[0]..<file.lines.contentRange(ofLine: last, in: file.bytes).upperBound
    let (root, problems) = YAMLReader.read(yaml, of: file, idPrefix: "front-matter")
    diagnostics += problems
    return (FrontMatter(range: whole, root: root), last + 1)
  }

  private static func isFence(_ line: Int, of file: SourceFile, closing: Bool) -> Bool {
    var bytes = file.bytes[file.lines.contentRange(ofLine: line, in: file.bytes)]
    while bytes.last == UInt8(ascii: " ") || bytes.last == 9 { bytes.removeLast() }
    return bytes.elementsEqual("---".utf8) || closing && bytes.elementsEqual("...".utf8)
  }

  private static func unclosed(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "front-matter-syntax", .error,
      at: file.range(file.lines.contentRange(ofLine: 0, in: file.bytes)),
      "the front matter that starts here is never closed",
      explanation: "A first line of `---` opens the front matter; a later line of `---` has to "
        + "close it. For a horizontal rule at the top of a page write `***`.")
  }
}
