import RunbookModel

enum FootnoteUnused {
  static let rule = Rule(
    "footnote-unused", .warning, "a footnote is defined that nothing refers to",
    rationale: """
      A footnote without a reference is left out of the page, with all its text. Put `[^name]` where
      it belongs, or make it a paragraph.
      """,
    passing: [
      Rule.Example("It is so[^why].\n\n[^why]: Because.\n\n```\n[^code]: not a footnote\n```")
    ],
    failing: [Rule.Example("It is so.\n\n▸[^why]: Because.")],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let file = context.file
    guard file.bytes.containsFootnoteMark else { return }
    let used = Set(context.page.document.footnotes.map { $0.label.lowercased() })
    let start = context.page.frontMatterRange?.upperBound ?? 0
    var covered = CoveredRanges(context.outline)
    for line in 0..<file.lines.count {
      let range = file.lines.contentRange(ofLine: line, in: file.bytes)
      guard range.lowerBound >= start, let label = label(range, file.bytes) else { continue }
      let name = file.text(label)
      if used.contains(name.lowercased()) || covered.contains(range.lowerBound) { continue }
      diagnostics.append(
        context.finding(
          rule, at: label.lowerBound - 2..<label.upperBound + 1,
          "nothing refers to the footnote `[^\(name)]`",
          explanation:
            "It is left out of the page. Put `[^\(name)]` where it belongs, or make it a "
            + "paragraph."))
    }
  }

  /// The label of a definition `[^label]:` that starts this line.
  private static func label(_ line: ByteRange, _ bytes: [UInt8]) -> ByteRange? {
    var start = line.lowerBound
    while start < line.upperBound && start < line.lowerBound + 3 && bytes[start] == 32 {
      start += 1
    }
    guard bytes[start..<line.upperBound].starts(with: "[^".utf8) else { return nil }
    start += 2
    var end = start
    while end < line.upperBound && ![32, 9, UInt8(ascii: "]")].contains(bytes[end]) { end += 1 }
    guard end > start, bytes[end..<line.upperBound].starts(with: "]:".utf8) else { return nil }
    return start..<end
  }

  /// Code and raw HTML in document order, asked for rising offsets.
  private struct CoveredRanges {
    private let ranges: [ByteRange]
    private var index = 0

    init(_ outline: PageOutline) {
      ranges = (outline.codeBlocks.map(\.range) + outline.html.map(\.range))
        .sorted { $0.lowerBound < $1.lowerBound }
    }

    mutating func contains(_ offset: Int) -> Bool {
      while index < ranges.count && ranges[index].upperBound <= offset { index += 1 }
      return index < ranges.count && ranges[index].contains(offset)
    }
  }
}

extension [UInt8] {
  /// Whether `[^` is anywhere, which few pages have.
  fileprivate var containsFootnoteMark: Bool {
    withUnsafeBufferPointer { bytes in
      var index = 0
      while true {
        index = ByteWord.firstIndex(in: bytes, from: index) { $0.marks(UInt8(ascii: "^")) }
        guard index < bytes.count else { return false }
        if index > 0, bytes[index - 1] == UInt8(ascii: "[") { return true }
        index += 1
      }
    }
  }
}
