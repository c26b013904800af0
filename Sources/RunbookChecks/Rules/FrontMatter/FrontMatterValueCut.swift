import RunbookModel

enum FrontMatterValueCut {
  static let rule = Rule(
    "front-matter-value-cut", .warning, "a front-matter value is cut at a number sign",
    rationale: """
      To YAML a space and `#` begin a comment: `title: Restart pool #2` is the title `Restart pool`. A value
      that holds ` #` stands in quotation marks. A comment that is meant has a space after its `#`.
      """,
    passing: [
      Rule.Example(
        "---\ntitle: \"Pool #2\" # the second\nsummary: a#b # comment\ntags: [a, 'b #c']\n---\n")
    ],
    failing: [
      Rule.Example("---\ntitle: ▸Restart pool #2 of the cell\ntags:\n  - ▸team #oncall\n---\n")
    ],
    check: .frontMatter(check))

  private static func check(
    _ node: YAMLNode, _ file: SourceFile, _ diagnostics: inout [Diagnostic]
  ) {
    switch node.kind {
    case .sequence(let items): for item in items { check(item, file, &diagnostics) }
    case .mapping(let pairs): for pair in pairs { check(pair.value, file, &diagnostics) }
    case .scalar(let text, quoted: false):
      guard let rest = lost(after: node.range.upperBound, file), !node.range.isEmpty else { return }
      diagnostics.append(
        Diagnostic(
          rule.id, rule.severity, at: file.range(node.range),
          "this value is only `\(text)`: ` #` begins a comment",
          explanation:
            "`\(rest)` is not read. Put the value in quotation marks, or a space after the `#` if it "
            + "is a comment."))
    case .scalar: break
    }
  }

  /// What follows a value on its line, where that looks like a part of it.
  private static func lost(after end: Int, _ file: SourceFile) -> String? {
    guard end < file.bytes.count else { return nil }
    let line = file.lines.contentRange(ofLine: file.lines.line(at: end), in: file.bytes)
    let start = file.bytes[end..<max(end, line.upperBound)].firstIndex { $0 != 32 && $0 != 9 }
    guard let start, start > end, file.bytes[start] == UInt8(ascii: "#"),
      start + 1 < line.upperBound, file.bytes[start + 1].isAlphanumeric
    else { return nil }
    return file.text(start..<line.upperBound)
  }
}
