import RunbookModel

/// Where the front matter of a page stands, if its first line is `---`.
struct FrontMatterExtent {
  /// Both `---` lines included.
  let whole: ByteRange
  /// What stands between them; nil when the second is missing.
  let yaml: ByteRange?
  let lineCount: Int

  init?(_ file: SourceFile) {
    guard Self.isFence(0, of: file, closing: false) else { return nil }
    let last = (1..<max(1, file.lines.count)).first { Self.isFence($0, of: file, closing: true) }
    let start = file.lines.starts[0]
    guard let last else {
      whole = start..<file.bytes.count
      yaml = nil
      lineCount = file.lines.count
      return
    }
    whole = start..<file.lines.contentRange(ofLine: last, in: file.bytes).upperBound
    yaml = file.lines.range(ofLine: 0).upperBound..<file.lines.starts[last]
    lineCount = last + 1
  }

  private static func isFence(_ line: Int, of file: SourceFile, closing: Bool) -> Bool {
    let start = file.lines.starts[line]
    guard start < file.bytes.count,
      file.bytes[start] == UInt8(ascii: "-") || file.bytes[start] == UInt8(ascii: ".")
    else { return false }
    var bytes = file.bytes[file.lines.contentRange(ofLine: line, in: file.bytes)]
    while bytes.last == UInt8(ascii: " ") || bytes.last == 9 { bytes.removeLast() }
    return bytes.elementsEqual("---".utf8) || closing && bytes.elementsEqual("...".utf8)
  }
}

/// Reads the YAML of the front matter.
enum FrontMatterReader {
  static func read(_ file: SourceFile, _ limits: Limits, _ diagnostics: inout [Diagnostic])
    -> FrontMatter?
  {
    guard let extent = FrontMatterExtent(file) else { return nil }
    guard let yaml = extent.yaml else {
      diagnostics.append(unclosed(file))
      return FrontMatter(range: extent.whole, root: nil)
    }
    guard yaml.count <= limits[.yamlSize] else {
      let start = extent.whole.lowerBound
      diagnostics.append(
        limits.exceeded(
          .yamlSize, found: yaml.count, at: file.range(start..<start + 3), YAMLReader.consequence))
      return FrontMatter(range: extent.whole, root: nil)
    }
    let (root, problems) = YAMLReader.read(
      yaml, of: file, idPrefix: "front-matter", limits: limits)
    diagnostics += problems
    return FrontMatter(range: extent.whole, root: root)
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
