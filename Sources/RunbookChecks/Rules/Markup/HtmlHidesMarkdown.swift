import RunbookModel

enum HtmlHidesMarkdown {
  static let rule = Rule(
    "html-hides-markdown", .warning, "Markdown right after an HTML tag is not read",
    rationale: """
      An HTML block goes on to the next empty line. A fence or a list right under `<summary>` or `<div>`
      belongs to the HTML: readers see its marks, and nothing in it is checked. Leave an empty line after
      the tag. A comment that is never closed hides the rest of the page.
      """,
    passing: [
      Rule.Example("<details>\n<summary>More</summary>\n\n```bash\nls\n```\n\n</details>"),
      Rule.Example(
        "<pre>\n# not a heading\n- x\n```\n</pre>\n\n<!--\n```bash\n-->\n\n<div>\ntext - more\n</div>"
      ),
    ],
    failing: [
      Rule.Example("<details><summary>Delete</summary>\n▸```bash\nls\n```\n</details>"),
      Rule.Example("Text.\n\n▸<!-- not yet\n\n## Heading\n\nText."),
      Rule.Example("<div>\n▸- one\n- two\n</div>"),
      Rule.Example("<details>\n<summary>More</summary>\n▸## Heading\n\nText.\n\n</details>"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var places: [ByteRange] = []
    for html in context.outline.html where !isVerbatim(html.value) {
      if let place = marks(in: html.range, context.file) { places.append(place) }
    }
    let finding = context.finding(
      rule, atEach: places, "this Markdown belongs to the HTML above it, so it is not read",
      explanation:
        "An HTML block goes on to the next empty line: readers see the marks, and nothing here "
        + "is checked. Leave an empty line after the tag.")
    if let finding { diagnostics.append(finding) }
    for html in context.outline.html where isUnclosedComment(html.value) {
      let start = html.range.lowerBound
      diagnostics.append(
        context.finding(
          rule, at: start..<start + 4,
          "this comment is never closed, so the rest of the page is missing",
          explanation: "Close it with `-->`."))
    }
  }

  private static func isUnclosedComment(_ html: String) -> Bool {
    html.hasPrefix("<!--") && html.firstRange(of: "-->") == nil
      && html.split(separator: "\n").count > 1
  }

  private static func isVerbatim(_ html: String) -> Bool {
    let start = html.drop(while: \.isWhitespace).prefix(9).lowercased()
    return ["<pre", "<script", "<style", "<textarea", "<!--", "<?", "<!"].contains {
      start.hasPrefix($0)
    }
  }

  /// The first line of an HTML block that would be Markdown if the block had ended before.
  private static func marks(in range: ByteRange, _ file: SourceFile) -> ByteRange? {
    let first = file.lines.line(at: range.lowerBound)
    let last = file.lines.line(at: max(range.upperBound - 1, range.lowerBound))
    guard last > first else { return nil }
    for number in first + 1...last {
      let line = file.lines.contentRange(ofLine: number, in: file.bytes)
      var start = line.lowerBound
      while start < line.upperBound,
        file.bytes[start] == 32 || file.bytes[start] == UInt8(ascii: ">")
      {
        start += 1
      }
      if isMarkdown(file.bytes[start..<line.upperBound]) { return start..<line.upperBound }
    }
    return nil
  }

  private static func isMarkdown(_ line: ArraySlice<UInt8>) -> Bool {
    if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) { return true }
    let marks = line.prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(marks), line.dropFirst(marks).first == 32 { return true }
    guard let mark = line.first, mark.isOne(of: "-*+"), line.dropFirst().first == 32 else {
      return false
    }
    return line.dropFirst(2).first.map { $0 != UInt8(ascii: "<") && $0 > 32 } ?? false
  }
}
