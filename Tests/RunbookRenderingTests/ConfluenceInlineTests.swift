import RunbookChecks
import RunbookModel
import RunbookRendering
import Testing

@Suite("Storage format: text and emphasis")
struct ConfluenceInlineTests {
  @Test func emphasis() {
    StorageRendering().expect(
      PageTree.paragraph(
        PageTree.strong(PageTree.text("a")), PageTree.text(" "),
        PageTree.emphasis(PageTree.text("b")),
        PageTree.text(" "), PageTree.deleted(PageTree.text("c"))),
      both: "<p><strong>a</strong> <em>b</em> <del>c</del></p>")
  }

  @Test func nestedEmphasisIsASet() {
    StorageRendering().expect(
      PageTree.paragraph(
        PageTree.strong(
          PageTree.text("a"),
          PageTree.emphasis(PageTree.text("b"), PageTree.strong(PageTree.text("c"))),
          PageTree.text("d"))),
      both: "<p><strong>a<em>bc</em>d</strong></p>")
  }

  /// One `&nbsp;` lost 19 pages in sfdx-hardis#2151.
  @Test func aNoBreakSpaceIsACharacter() {
    StorageRendering().expect(PageTree.paragraph("5\u{A0}GB"), both: "<p>5\u{A0}GB</p>")
  }

  @Test func onlyFourEntities() {
    StorageRendering().expect(
      PageTree.paragraph("<a> & \"b\" 'c' — ü"),
      both: "<p>&lt;a&gt; &amp; &quot;b&quot; 'c' — ü</p>")
  }

  /// md2conf aborts on both (md2conf#274).
  @Test func aPlaceholderIsTextAndABreakIsABreak() {
    StorageRendering().expect(
      PageTree.paragraph(
        PageTree.text("Log in to "), PageTree.html("<cluster-name>"), PageTree.html("<br>"),
        PageTree.text("then"), PageTree.html("<BR />"), PageTree.html("<!-- no -->"),
        PageTree.text("wait")),
      both: "<p>Log in to &lt;cluster-name&gt;<br/>then<br/>wait</p>")
  }

  @Test func aTagWhoseNameBeginsWithBrIsNoBreak() {
    StorageRendering().expect(
      PageTree.paragraph(PageTree.html("<br-name>"), PageTree.html("<broker>")),
      both: "<p>&lt;br-name&gt;&lt;broker&gt;</p>")
  }

  /// Cloud shows a line feed in a paragraph as a break (mark#92).
  @Test func aSoftBreakIsASpace() {
    StorageRendering().expect(
      PageTree.paragraph(
        PageTree.text("one"), PageTree.softBreak, PageTree.strong(PageTree.text("two")),
        PageTree.softBreak,
        PageTree.text("three"), PageTree.hardBreak, PageTree.text("four\nfive")),
      both: "<p>one <strong>two</strong> three<br/>four five</p>")
  }

  @Test func controlCharactersVanishAndAreReported() {
    let block = PageTree.paragraph(
      PageTree.text("a\u{0}b\u{1B}[0m\tc\u{FFFE}d"), PageTree.code("e\u{8}"))
    StorageRendering().expect(block, both: "<p>ab[0m\tcd<code>e</code></p>")
    #expect(StorageRendering().losses(.cloud, block) == ["control characters"])
    StorageRendering().expect(
      PageTree.paragraph("\u{FEFF}\u{FFFD}\u{1F600}"), both: "<p>\u{FEFF}\u{FFFD}\u{1F600}</p>")
  }

  @Test func inlineCode() {
    StorageRendering().expect(
      PageTree.paragraph(PageTree.code("a < \"b\" && `c`")),
      both: "<p><code>a &lt; &quot;b&quot; &amp;&amp; `c`</code></p>")
  }

  /// In ADF code combines with a link only.
  @Test func codeIsNeverBoldOnCloud() {
    let block = PageTree.paragraph(
      PageTree.strong(PageTree.text("Run "), PageTree.code("ls"), PageTree.text(" now")),
      PageTree.text("."))
    StorageRendering().expect(
      block,
      cloud: "<p><strong>Run </strong><code>ls</code><strong> now</strong>.</p>",
      dataCenter: "<p><strong>Run <code>ls</code> now</strong>.</p>")
    #expect(StorageRendering().losses(.cloud, block) == ["emphasis on inline code"])
    #expect(StorageRendering().losses(.dataCenter, block) == [])
  }

  /// A list of losses is read only if it lists losses.
  @Test func aPlaceholderIsNoLoss() {
    #expect(StorageRendering().losses(.cloud, PageTree.paragraph(PageTree.html("<name>"))) == [])
    #expect(
      StorageRendering().losses(.cloud, PageTree.paragraph(PageTree.html("</kbd>")))
        == ["raw HTML"])
  }

  @Test func emptyEmphasisLeavesNothing() {
    StorageRendering().expect(
      PageTree.paragraph(PageTree.strong(PageTree.html("<!-- a -->")), PageTree.text("b")),
      both: "<p>b</p>")
    StorageRendering().expect(
      PageTree.paragraph(PageTree.html("<!-- a -->"), PageTree.text(" ")), both: "")
  }

  @Test func formattingTagsWorkWhereTheyAreClosed() {
    let block = PageTree.paragraph(
      PageTree.text("H"), PageTree.html("<sub>"), PageTree.text("2"), PageTree.html("</sub>"),
      PageTree.text("O "),
      PageTree.html("<u>"), PageTree.text("x "), PageTree.html("<host>"), PageTree.html("</sup>"))
    StorageRendering(html: .safe).expect(
      block, both: "<p>H<sub>2</sub>O &lt;u&gt;x &lt;host&gt;&lt;/sup&gt;</p>")
    StorageRendering().expect(
      block,
      both: "<p>H&lt;sub&gt;2&lt;/sub&gt;O &lt;u&gt;x &lt;host&gt;&lt;/sup&gt;</p>")
  }

  @Test func crossedFormattingTagsStayWellFormed() {
    StorageRendering(html: .safe).expect(
      PageTree.paragraph(
        PageTree.html("<u>"), PageTree.html("<sub>"), PageTree.text("a"), PageTree.html("</u>"),
        PageTree.text("b"),
        PageTree.html("</sub>")),
      both: "<p><u>&lt;sub&gt;a</u>b&lt;/sub&gt;</p>")
    StorageRendering(html: .safe).expect(
      PageTree.paragraph(
        PageTree.html("<u>"), PageTree.strong(PageTree.text("a"), PageTree.html("</u>")),
        PageTree.text("b")),
      both: "<p>&lt;u&gt;<strong>a&lt;/u&gt;</strong>b</p>")
  }
}
