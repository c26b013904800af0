import RunbookModel

enum HtmlNotAllowed {
  static let rule = Rule(
    "html-not-allowed", .warning, "raw HTML is shown as text",
    rationale: """
      Raw HTML is not published as HTML unless the configuration says `raw_html: trusted`: it would
      let any page run scripts in the reader's browser, and it does not survive the way into
      Confluence. The tags are shown as text. `<br>`, `<details>` with `<summary>`, and comments are
      understood. Write the rest in Markdown.
      """,
    passing: [
      Rule.Example(
        "One<br>two <!-- note -->\n\n<details>\n<summary>More</summary>\n\nText.\n\n</details>"),
      Rule.Example(files: [
        ("content/page.md", "<b>Now</b>"), ("runbookgen.yml", "raw_html: trusted\n"),
      ]),
    ],
    failing: [
      Rule.Example("Do it ▸<b>now</b>."),
      Rule.Example("▸<div>\n<span>Text</span>\n</div>\n\n▸<script>\nrun(\"<p>\")\n</script>"),
      Rule.Example("A stray ▸</div> tag."),
    ],
    check: .page(check))

  private static let understood: Set<String> = ["br", "details", "summary"]

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    guard context.config.rawHTML != "trusted" else { return }
    let blocks = HTMLTag.blocks(of: context.page)
    let known = HTMLElements.known(on: blocks)
    var open: [String: Int] = [:]
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
      guard let tag = reported else { continue }
      diagnostics.append(
        context.finding(
          rule, at: tag.range,
          "`<\(tag.isClosing ? "/" : "")\(tag.name)>` is shown as text, not as HTML",
          explanation: markdown[tag.name].map { "In Markdown, write \($0)." }
            ?? "Write it in Markdown, or set `raw_html: trusted` if all pages are yours."))
    }
  }

  private static let markdown = [
    "a": "`[text](address)`; headings have anchors already", "b": "`**text**`",
    "strong": "`**text**`", "i": "`*text*`", "em": "`*text*`", "code": "`` `text` ``",
    "img": "`![what it shows](file)`", "pre": "a fenced code block", "table": "a table with `|`",
    "ul": "a list with `-`", "ol": "a list with `1.`", "hr": "`---`", "p": "a paragraph",
    "del": "`~~text~~`", "s": "`~~text~~`", "blockquote": "a quote with `>`",
  ]
}
