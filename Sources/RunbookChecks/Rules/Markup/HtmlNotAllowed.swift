import RunbookModel

enum HtmlNotAllowed {
  static let rule = Rule(
    "html-not-allowed", .warning, "raw HTML is shown as text",
    rationale: """
      Raw HTML is not published as HTML unless the configuration says `raw_html: safe` or `trusted`:
      it would let any page run scripts in the reader's browser, and it does not survive the way into
      Confluence. The tags are shown as text. `<br>`, `<details>` with `<summary>`, and comments are
      understood, and in table cells, to which Markdown gives no blocks, lists and `<pre>` too. Write the
      rest in Markdown.

      With `raw_html: safe`, elements that structure text become HTML where both tags stand in the
      same paragraph or among the blocks of the same container; other elements are shown as text, and
      attributes that are not on the list are left out.
      """,
    passing: [
      Rule.Example(
        "One<br>two <!-- note -->\n\n<details>\n<summary>More</summary>\n\nText.\n\n</details>"),
      Rule.Example(files: [
        ("content/page.md", "<b>Now</b>"), ("runbookgen.yml", "raw_html: trusted\n"),
      ]),
      Rule.Example(files: [
        (
          "content/page.md",
          "<b>Now</b>, <kbd title=\"x\">a</kbd>\n\n<div align=\"center\">\n\nText, <name>\n\n</div>"
        ),
        ("runbookgen.yml", "raw_html: safe\n"),
      ]),
    ],
    failing: [
      Rule.Example("Do it ▸<b>now</b>."),
      Rule.Example("▸<div>\n<span>Text</span>\n</div>\n\n<script>\nrun(\"<p>\")\n</script>"),
      Rule.Example("A stray ▸</div> tag."),
      Rule.Example(files: [
        (
          "content/page.md",
          "A ▸<b>, a ▸<b onclick=\"run()\">c</b>, ▸<a href=\"javascript:x\">d</a>, ▸<li>e▸</li>.\n\n- ▸<div>\n\n> ▸<script>x</script>"
        ),
        ("runbookgen.yml", "raw_html: safe\n"),
      ]),
    ],
    check: .page(check))

  private static let understood: Set<String> = ["br", "details", "summary"]

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    guard context.config.rawHTML != .trusted else { return }
    guard !context.outline.html.isEmpty else { return }
    let known = HTMLElements.known(on: HTMLTag.blocks(of: context.page))
    if context.config.rawHTML == .safe {
      for finding in SafeHTMLFindings(context.draft, known: known).findings {
        diagnostics.append(
          context.finding(
            rule, at: finding.range, finding.summary,
            explanation: markdown[finding.element].map { "In Markdown, write \($0)." } ?? ""))
      }
      return
    }
    var open: [String: Int] = [:]
    var shown: [HTMLTag] = []
    let blocks = HTMLTag.blocks(of: PageOutline(context.draft.content), in: context.file.bytes)
    for block in blocks {
      var reported: HTMLTag?
      for tag in block where known.contains(tag.name) && !understood.contains(tag.name) {
        if tag.isClosing, let count = open[tag.name], count > 0 {
          open[tag.name] = count - 1
          continue
        }
        if !tag.isClosing { open[tag.name, default: 0] += 1 }
        reported = reported ?? tag
      }
      shown += [reported].compactMap(\.self)
    }
    diagnostics += [finding(shown, context)].compactMap(\.self)
  }

  /// One for the page, as all of it is mended together or by one line of the configuration.
  private static func finding(_ shown: [HTMLTag], _ context: PageContext) -> Diagnostic? {
    guard let first = shown.first else { return nil }
    let others = shown.dropFirst().count
    let rest =
      others == 0 ? "" : others == 1 ? ", and so is one more" : ", and so are \(others) more"
    return context.finding(
      rule, atEach: shown.map(\.range),
      "`<\(first.isClosing ? "/" : "")\(first.name)>` is shown as text, not as HTML\(rest)",
      explanation: (markdown[first.name].map { "In Markdown, write \($0)." }
        ?? "Write it in Markdown.")
        + " Elements that structure text become HTML with `raw_html: safe`.")
  }

  private static let markdown = [
    "a": "`[text](address)`; headings have anchors already", "b": "`**text**`",
    "strong": "`**text**`", "i": "`*text*`", "em": "`*text*`", "code": "`` `text` ``",
    "img": "`![what it shows](file)`", "pre": "a fenced code block", "table": "a table with `|`",
    "ul": "a list with `-`", "ol": "a list with `1.`", "hr": "`---`", "p": "a paragraph",
    "del": "`~~text~~`", "s": "`~~text~~`", "blockquote": "a quote with `>`",
  ]
}
