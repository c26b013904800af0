import RunbookModel
import RunbookRendering
import Testing

@Suite("Storage format: text and emphasis")
struct ConfluenceInlineTests {
  @Test func emphasis() {
    Rendering().expect(
      Tree.paragraph(
        Tree.strong(Tree.text("a")), Tree.text(" "), Tree.emphasis(Tree.text("b")),
        Tree.text(" "), Tree.deleted(Tree.text("c"))),
      both: "<p><strong>a</strong> <em>b</em> <del>c</del></p>")
  }

  @Test func nestedEmphasisIsASet() {
    Rendering().expect(
      Tree.paragraph(
        Tree.strong(
          Tree.text("a"), Tree.emphasis(Tree.text("b"), Tree.strong(Tree.text("c"))),
          Tree.text("d"))),
      both: "<p><strong>a<em>bc</em>d</strong></p>")
  }

  /// One `&nbsp;` lost 19 pages in sfdx-hardis#2151.
  @Test func aNoBreakSpaceIsACharacter() {
    Rendering().expect(Tree.paragraph("5\u{A0}GB"), both: "<p>5\u{A0}GB</p>")
  }

  @Test func onlyFourEntities() {
    Rendering().expect(
      Tree.paragraph("<a> & \"b\" 'c' — ü"),
      both: "<p>&lt;a&gt; &amp; &quot;b&quot; 'c' — ü</p>")
  }

  /// md2conf aborts on both (md2conf#274).
  @Test func aPlaceholderIsTextAndABreakIsABreak() {
    Rendering().expect(
      Tree.paragraph(
        Tree.text("Log in to "), Tree.html("<cluster-name>"), Tree.html("<br>"),
        Tree.text("then"), Tree.html("<BR />"), Tree.html("<!-- no -->"), Tree.text("wait")),
      both: "<p>Log in to &lt;cluster-name&gt;<br/>then<br/>wait</p>")
  }

  @Test func aTagWhoseNameBeginsWithBrIsNoBreak() {
    Rendering().expect(
      Tree.paragraph(Tree.html("<br-name>"), Tree.html("<broker>")),
      both: "<p>&lt;br-name&gt;&lt;broker&gt;</p>")
  }

  /// Cloud shows a line feed in a paragraph as a break (mark#92).
  @Test func aSoftBreakIsASpace() {
    Rendering().expect(
      Tree.paragraph(
        Tree.text("one"), Tree.softBreak, Tree.strong(Tree.text("two")), Tree.softBreak,
        Tree.text("three"), Tree.hardBreak, Tree.text("four\nfive")),
      both: "<p>one <strong>two</strong> three<br/>four five</p>")
  }

  @Test func controlCharactersVanishAndAreReported() {
    let block = Tree.paragraph(Tree.text("a\u{0}b\u{1B}[0m\tc\u{FFFE}d"), Tree.code("e\u{8}"))
    Rendering().expect(block, both: "<p>ab[0m\tcd<code>e</code></p>")
    #expect(Rendering().losses(.cloud, block) == ["control characters"])
    Rendering().expect(
      Tree.paragraph("\u{FEFF}\u{FFFD}\u{1F600}"), both: "<p>\u{FEFF}\u{FFFD}\u{1F600}</p>")
  }

  @Test func inlineCode() {
    Rendering().expect(
      Tree.paragraph(Tree.code("a < \"b\" && `c`")),
      both: "<p><code>a &lt; &quot;b&quot; &amp;&amp; `c`</code></p>")
  }

  /// In ADF code combines with a link only.
  @Test func codeIsNeverBoldOnCloud() {
    let block = Tree.paragraph(
      Tree.strong(Tree.text("Run "), Tree.code("ls"), Tree.text(" now")), Tree.text("."))
    Rendering().expect(
      block,
      cloud: "<p><strong>Run </strong><code>ls</code><strong> now</strong>.</p>",
      dataCenter: "<p><strong>Run <code>ls</code> now</strong>.</p>")
    #expect(Rendering().losses(.cloud, block) == ["emphasis on inline code"])
    #expect(Rendering().losses(.dataCenter, block) == [])
  }

  @Test func emptyEmphasisLeavesNothing() {
    Rendering().expect(
      Tree.paragraph(Tree.strong(Tree.html("<!-- a -->")), Tree.text("b")), both: "<p>b</p>")
    Rendering().expect(Tree.paragraph(Tree.html("<!-- a -->"), Tree.text(" ")), both: "")
  }

  @Test func formattingTagsWorkWhereTheyAreClosed() {
    let block = Tree.paragraph(
      Tree.text("H"), Tree.html("<sub>"), Tree.text("2"), Tree.html("</sub>"), Tree.text("O "),
      Tree.html("<u>"), Tree.text("x "), Tree.html("<host>"), Tree.html("</sup>"))
    Rendering(html: .formatting).expect(
      block, both: "<p>H<sub>2</sub>O &lt;u&gt;x &lt;host&gt;&lt;/sup&gt;</p>")
    Rendering().expect(
      block,
      both: "<p>H&lt;sub&gt;2&lt;/sub&gt;O &lt;u&gt;x &lt;host&gt;&lt;/sup&gt;</p>")
    Rendering(html: .drop).expect(block, both: "<p>H2O x </p>")
  }

  @Test func crossedFormattingTagsStayWellFormed() {
    Rendering(html: .formatting).expect(
      Tree.paragraph(
        Tree.html("<u>"), Tree.html("<sub>"), Tree.text("a"), Tree.html("</u>"), Tree.text("b"),
        Tree.html("</sub>")),
      both: "<p>&lt;u&gt;<sub>a&lt;/u&gt;b</sub></p>")
    Rendering(html: .formatting).expect(
      Tree.paragraph(
        Tree.html("<u>"), Tree.strong(Tree.text("a"), Tree.html("</u>")), Tree.text("b")),
      both: "<p>&lt;u&gt;<strong>a&lt;/u&gt;</strong>b</p>")
  }
}
