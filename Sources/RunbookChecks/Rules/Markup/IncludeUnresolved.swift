import RunbookModel

enum IncludeUnresolved {
  static let rule = Rule(
    "include-unresolved", .warning, "an include of another tool is published as text",
    rationale: """
      `--8<-- "file"`, `{!file!}`, `{{#include file}}`, `{% include file %}` and `![[page]]` put another
      file into a page when MkDocs, mdBook, Jekyll or Obsidian build it. GitHub and this wiki show the
      line as it stands, and the steps it stands for are missing. Include a page with a link that has the
      title `include`, alone in its paragraph: `[Log in](shared/login.md "include")`.
      """,
    passing: [
      Rule.Example(
        "Write `--8<-- \"file\"`, `{!file!}` or `{% include x %}`.\n\n```text\n--8<-- \"a\"\n```"),
      Rule.Example("8<-- cut here, {! x, include it"),
    ],
    failing: [
      Rule.Example(
        "▸--8<-- \"shared/login.md\"\n\n{!shared/login.md!}\n\n{{#include shared/login.md}}"),
      Rule.Example("▸![[login]]"),
      Rule.Example("▸{% include login.md %} and {{% include \"x\" %}}"),
      Rule.Example("▸```{include} login.md\n```"),
    ],
    check: .page(check))

  /// Directives of MyST that take the text of another file.
  static let directives: Set = ["include", "literalinclude"]

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var places: [ByteRange] = []
    for text in context.plainText where text.holds(starts) {
      for start in text.lineStarts {
        let line = text.line(from: start)
        if text.text(line).hasPrefix("--8<--") { places.append(line) }
      }
      for open in text.offsets(of: "{") where places.last?.contains(open) != true {
        if let range = template(open, text) { places.append(range) }
      }
      places += embeds(text)
    }
    for block in context.outline.codeBlocks {
      guard let fence = block.value.fence, isDirective(fence.info.text) else { continue }
      places.append(fence.marker.lowerBound..<fence.info.range.upperBound)
    }
    let finding = context.finding(
      rule, atEach: places, "nothing is included here: the line is published as text",
      explanation: "GitHub and this wiki show the line as it stands, and the text it stands for is "
        + "missing. Include a page of this site with `[Log in](shared/login.md \"include\")`, alone in "
        + "its paragraph.")
    if let finding { diagnostics.append(finding) }
  }

  private static let starts = ASCIISet("<{[")

  private static func isDirective(_ info: String) -> Bool {
    info.utf8.first == UInt8(ascii: "{") && directives.contains { info.hasPrefix("{\($0)}") }
  }

  /// `{!file!}`, `{{#include file}}`, `{% include file %}`, `{{% include file %}}`, `{{< include file >}}`.
  static func template(_ open: Int, _ text: MaskedProse) -> ByteRange? {
    let rest = text.tag(from: open)
    for (start, end) in pairs where rest.hasPrefix(start) {
      let inner = rest.dropFirst(start.count)
      guard let close = inner.firstRange(of: end) else { continue }
      let words = inner[..<close.lowerBound].drop { $0 == " " || $0 == "-" }
      let isInclude =
        start == "{!"
        ? words.contains(".") && !words.contains(" ")
        : ["include", "#include", "include_relative", "readfile"].contains {
          words.hasPrefix($0 + " ")
        }
      if isInclude { return open..<open + rest[..<close.upperBound].utf8.count }
    }
    return nil
  }

  private static let pairs = [
    ("{{%", "%}}"), ("{{<", ">}}"), ("{{", "}}"), ("{%", "%}"), ("{!", "!}"),
  ]

  /// `![[page]]` of Obsidian; a picture is `wiki-link`'s.
  private static func embeds(_ text: MaskedProse) -> [ByteRange] {
    text.pairs.compactMap { pair in
      guard let name = WikiLink.name(pair, text), text[pair.open - 1] == UInt8(ascii: "!"),
        !WikiLink.isPicture(name)
      else { return nil }
      return pair.open - 1..<pair.close + 1
    }
  }
}
