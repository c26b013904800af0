import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering
import Testing

/// `raw_html: safe`.
@Suite struct SafeHTMLTests {
  private func render(_ markdown: String, _ policy: RawHTMLPolicy = .safe) -> String {
    let file = SourceFile(path: "a.md", text: markdown)
    var options = HTMLBodyOptions()
    options.rawHTML = policy
    options.link = { $0 == "b.md" ? "b.html" : $0 }
    let page = RunbookParser.parse(file, at: PagePath("a.md")).0
    let document =
      policy == .trusted ? page.document : HTMLTree.resolve(page.document, policy).document
    return String(decoding: HTMLBody.render(document, options), as: UTF8.self)
  }

  @Test(arguments: [
    ("a <b>c</b> d", "<p>a <b>c</b> d</p>\n"),
    ("a <KBD title='x\"y'>c</kBd>", "<p>a <kbd title=\"x&quot;y\">c</kbd></p>\n"),
    ("a<br>b<wbr>c <!-- d -->e", "<p>a<br>b<wbr>c e</p>\n"),
    ("<a href=\"b.md\" id=c>d</a>", "<p><a href=\"b.html\" id=\"c\">d</a></p>\n"),
    (
      "x <img src=\"a.png\" alt=b width=10>",
      "<p>x <img src=\"a.png\" alt=\"b\" width=\"10\"></p>\n"
    ),
    // Without its partner a tag is text.
    ("a <b>c", "<p>a &lt;b&gt;c</p>\n"),
    ("a </b>c", "<p>a &lt;/b&gt;c</p>\n"),
    ("**a <b>c** d</b>", "<p><strong>a &lt;b&gt;c</strong> d&lt;/b&gt;</p>\n"),
    ("a <b><i>c</b></i>", "<p>a <b>&lt;i&gt;c</b>&lt;/i&gt;</p>\n"),
    ("<b>a\n\nb</b>", "<p>&lt;b&gt;a</p>\n<p>b&lt;/b&gt;</p>\n"),
    ("a </p></main><b>c</b>", "<p>a &lt;/p&gt;&lt;/main&gt;<b>c</b></p>\n"),
    // What is not listed is text, or goes.
    ("a <script>b</script>", "<p>a &lt;script&gt;b&lt;/script&gt;</p>\n"),
    ("a <b onclick=c style=d class=e>f</b>", "<p>a <b>f</b></p>\n"),
    ("a <b/onclick=c>f</b>", "<p>a &lt;b/onclick=c&gt;f&lt;/b&gt;</p>\n"),
    ("<a href=\"java&#9;script:a\">b</a>", "<p><a>b</a></p>\n"),
    ("<a href=\"&#106;avascript&colon;a\">b</a>", "<p><a>b</a></p>\n"),
    ("<a href=\"slack://b\">b</a>", "<p><a>b</a></p>\n"),
    ("x <img src=\"data:image/svg+xml,a\">", "<p>x <img></p>\n"),
    ("x <img src=a onerror=b>", "<p>x <img src=\"a\"></p>\n"),
    ("x <a id=page-main name=PAGE-nav>b</a>", "<p>x <a>b</a></p>\n"),
    ("<a>b <a>c</a></a>", "<p><a>b &lt;a&gt;c&lt;/a&gt;</a></p>\n"),
    ("a <table><tr><td>b</td></tr></table>", nil),
    ("a <q title='&quot; onx=\"'>b</q>", "<p>a <q title=\"&quot; onx=&quot;\">b</q></p>\n"),
  ])
  func inline(_ markdown: String, _ expected: String?) {
    let html = render(markdown)
    if let expected { #expect(html == expected) } else { #expect(!html.contains("<table")) }
  }

  @Test(arguments: [
    (
      "<div align=\"center\">\n\nText.\n\n</div>",
      "<div align=\"center\">\n<p>Text.</p>\n</div>\n"
    ),
    ("<div>\n\nText.", "<pre class=\"raw-html\">&lt;div&gt;\n</pre>\n<p>Text.</p>\n"),
    (
      "- a\n\n  <div>\n\nb\n\n</div>",
      "<ul>\n<li>\n<p>a</p>\n<pre class=\"raw-html\">&lt;div&gt;\n</pre>\n</li>\n</ul>\n<p>b</p>\n<pre class=\"raw-html\">&lt;/div&gt;\n</pre>\n"
    ),
    (
      "<table><tr><td colspan=2>a &amp; b &nbsp; & c</td></tr></table>",
      "<table><tr><td colspan=\"2\">a &amp; b \u{A0} &amp; c</td></tr></table>\n"
    ),
    ("<div><li>a</li></div>", "<div>&lt;li&gt;a&lt;/li&gt;</div>\n"),
    (
      "<script>\n<b>a</b>\n</script>",
      "<pre class=\"raw-html\">&lt;script&gt;\n&lt;b&gt;a&lt;/b&gt;\n&lt;/script&gt;\n</pre>\n"
    ),
    ("<!-- a -->", ""),
    ("<style>a</style>", "<pre class=\"raw-html\">&lt;style&gt;a&lt;/style&gt;\n</pre>\n"),
    ("<div><!-- a --><!-- <b> --></div>", "<div></div>\n"),
    ("</article></main>\n", "<pre class=\"raw-html\">&lt;/article&gt;&lt;/main&gt;\n</pre>\n"),
  ])
  func block(_ markdown: String, _ expected: String) { #expect(render(markdown) == expected) }

  @Test func escapeShowsEverything() {
    #expect(render("a <b>c</b>", .escape) == "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n")
    #expect(render("a <b>c</b>", .trusted) == "<p>a <b>c</b></p>\n")
  }
}
