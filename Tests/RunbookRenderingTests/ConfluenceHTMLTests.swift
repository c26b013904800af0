import RunbookChecks
import RunbookModel
import RunbookRendering
import Testing

/// Raw HTML that `safe` lets through, in every payload. What the editor makes of it is shown by the
/// cases of `Tests/Paste/safe`.
@Suite("Confluence: raw HTML")
struct ConfluenceHTMLTests {
  private func storage(_ markdown: String, _ html: RawHTMLPolicy = .safe) -> String {
    PagePayloads(markdown, html: html).storage[0]
  }

  @Test func aTableKeepsItsSpans() {
    let payloads = PagePayloads(
      "<table><tr><th>Code</th><th>Meaning</th></tr>\n<tr><td rowspan=2>E1</td><td>full</td></tr>\n"
        + "<tr><td>slow</td></tr><tr><td colspan=2>both</td></tr></table>", html: .safe)
    for (name, text) in payloads.all where name != "adf.json" {
      #expect(text.contains("rowspan=\"2\""), "\(name)")
      #expect(text.contains("colspan=\"2\""), "\(name)")
      #expect(text.contains("<th"), "\(name)")
    }
    #expect(payloads.adf.contains("\"rowspan\":2"))
    #expect(payloads.adf.contains("\"colspan\":2,\"colwidth\":["))
    #expect(payloads.losses == [[], []])
  }

  @Test(arguments: [
    ("Use <code>ls</code>.", "<p>Use <code>ls</code>.</p>"),
    ("<kbd>Ctrl</kbd> <ins>a</ins> <cite>b</cite>", "<p><code>Ctrl</code> <u>a</u> <em>b</em></p>"),
    ("<p>One\n  two &mdash; &lt;</p>", "<p>One two \u{2014} &lt;</p>"),
    ("<div><h2>T</h2>a<br>\nb</div>", "<h2>T</h2>\n<p>a<br/>b</p>"),
    (
      "<ul>\n<li>one</li>\n<li><p>two</p></li></ul>",
      "<ul><li><p>one</p></li><li><p>two</p></li></ul>"
    ),
    (
      "<ol start=4><li>a<ul><li>b</li></ul></li></ol>",
      "<ol start=\"4\"><li><p>a</p><ul><li><p>b</p></li></ul></li></ol>"
    ),
    (
      "<blockquote>\n\n**a**\n\n</blockquote>", "<blockquote><p><strong>a</strong></p></blockquote>"
    ),
    ("<hr>", "<hr/>"), ("<q>a</q><wbr>b", "<p>\u{201C}a\u{201D}b</p>"),
    (
      "<a href=\"https://a.example/\">b <i>c</i></a>",
      "<p><a href=\"https://a.example/\">b <em>c</em></a></p>"
    ),
    ("<pre>\na  &lt; b\n  c</pre>", StorageMarkup.code("none", "a  < b\n  c")),
    (
      "\u{7ED3}<b>\u{675F}</b>\n\n<p>\u{7B2C}\n  \u{4E8C}</p>",
      "<p>\u{7ED3}<strong>\u{675F}</strong></p>\n<p>\u{7B2C}\u{4E8C}</p>"
    ),
    // What is not let through is text.
    ("<div><video></div>", "<p>&lt;video&gt;</p>"), ("a <video>", "<p>a &lt;video&gt;</p>"),
  ])
  func isWhatItIs(_ markdown: String, _ expected: String) {
    let actual = storage(markdown)
    #expect(actual == expected + "\n")
  }

  @Test func cellsHoldBlocksUnderEveryPolicy() {
    let markdown = """
      | a | b |
      |---|---|
      | <ul><li>one</li><li>two</li></ul> | <pre>x<br>  y</pre> |
      | <details><summary>Log</summary>line</details> | <b>c</b> |
      """
    for html in [RawHTMLPolicy.escape, .safe] {
      let text = storage(markdown, html)
      #expect(text.contains("<td><ul><li><p>one</p></li><li><p>two</p></li></ul></td>"))
      #expect(text.contains(StorageMarkup.code("none", "x\n  y")))
      #expect(text.contains("ac:name=\"expand\""))
      #expect(text.contains(html == .safe ? "<strong>c</strong>" : "&lt;b&gt;c&lt;/b&gt;"))
    }
    let broken = storage("| a |\n|---|\n| <ul><li>one |", .escape)
    #expect(broken.contains("<td><p>&lt;ul&gt;&lt;li&gt;one</p></td>"))
  }

  @Test func anchorsStandWhereTheyStood() {
    let anchor = StorageMarkup.anchor("old")
    #expect(
      storage("[a](#old)\n\n<a id=\"old\"></a>\n\nb").hasSuffix("<p>\(anchor)</p>\n<p>b</p>\n"))
    #expect(storage("[a](#old)\n\nb <a name=\"old\">c</a>").hasSuffix("<p>b \(anchor)c</p>\n"))
    #expect(
      storage("[a](#old)\n\n<div id=old>\n\n## T\n\n</div>").hasSuffix(
        "<p>\(anchor)</p>\n<h2>T</h2>\n"))
    #expect(storage("<a id=\"old\"></a>\n\nb") == "<p>b</p>\n")
    // One name is one place: the first.
    let twice = storage("[a](#old)\n\n<a id=old></a>\n\n## Old\n\n<p id=old>b</p>")
    #expect(twice.components(of: anchor) == 1)
    let first = storage("[a](#old)\n\n## Old\n\n<a id=old></a>\n\nb")
    #expect(first.components(of: anchor) == 1 && !first.contains("<p></p>"))
  }

  @Test func picturesHaveSizesAndCaptions() {
    let payloads = PagePayloads(
      "<img src=\"https://a.example/b.png\" width=\"300\" alt=\"c\">\n\n"
        + "![d](https://a.example/e.png \"Below\"){width=50%}", html: .safe)
    #expect(payloads.storage[0].contains("<ac:image ac:alt=\"c\" ac:width=\"300\">"))
    #expect(payloads.storage[0].contains("ac:width=\"380\""))
    #expect(payloads.storage[0].contains("<ac:caption><p>Below</p></ac:caption>"))
    #expect(payloads.storage[1].contains("ac:width=\"300\""))
    #expect(payloads.cloud.contains("data-width=\"300\" data-width-type=\"pixel\"><img"))
    #expect(payloads.cloud.contains("<figcaption data-caption=\"true\">Below</figcaption></div>"))
    #expect(payloads.adf.contains("\"width\":300,\"widthType\":\"pixel\""))
    #expect(payloads.dataCenter.contains("width=\"300\""))
  }

  @Test func whatIsLostIsSaid() {
    let text =
      "<p align=center>a <mark>b</mark> <abbr title=c>d</abbr> <span>e</span></p>\n\n<dl><dt>f</dt></dl>"
    #expect(
      PagePayloads(text, html: .safe).losses[0] == [
        "the alignment of a block", "what `<mark>` adds to its text",
        "what `<abbr>` adds to its text", "a list of definitions",
      ])
  }

  /// Nothing of it may be lost, hang or break a payload; `PagePayloads` holds storage format to XML.
  @Test(arguments: [
    String(repeating: "<div>", count: 5000), String(repeating: "<b>", count: 5000) + "x",
    String(repeating: "<div>\n\n> ", count: 60) + "deep",
    String(repeating: "<table><tr><td>", count: 40) + "deep"
      + String(repeating: "</td></tr></table>", count: 40),
    "<table><tr><td rowspan=999 colspan=999>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
    "<table><tr><td rowspan=1000000000>a</td></tr><tr></tr></table>",
    "<table><tr><td rowspan=0>a</td><td colspan=0>b</td></tr><tr><td>c</td></tr></table>",
    "<table><tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td colspan=3>c</td></tr></table>",
    "<td>stray</td>", "<li>stray</li>", "<table>text<tr>more<td>a</td></tr></table>",
    "<table></table>",
    "<table><caption>only</caption></table>", "<table><tr></tr></table>", "<ul></ul>",
    "<ul>text</ul>",
    "<ol start=999><li></li></ol>", "<pre></pre>", "<h2></h2>", "<a href=\"#x\"></a>",
    "<details open>",
    "<figure></figure>", "<img>", "<img src=\"\">", "<dl>a</dl>",
    "| <table><tr><td>a</td></tr></table> |\n|---|",
    "| a |\n|---|\n| <details><details><ul><li><table><tr><td>x</td></tr></table></li></ul></details></details> |",
  ])
  func hostile(_ markdown: String) {
    for html in [RawHTMLPolicy.escape, .safe] {
      let payloads = PagePayloads(markdown, html: html)
      for word in ["deep", "stray", "more", "only"] where markdown.contains(word) {
        for (name, text) in payloads.all { #expect(text.contains(word), "\(name)") }
      }
    }
  }

  /// A wide span over many rows fills its gaps without a cell for each column.
  @Test func sparseTablesStaySmall() {
    let rows = String(repeating: "<tr><td>a</td></tr>", count: 300)
    let text = storage("<table><tr><td colspan=100>a</td></tr>\(rows)</table>")
    #expect(text.utf8.count < 60_000)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
