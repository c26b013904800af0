import RunbookChecks
import RunbookModel
import RunbookRendering
import Testing

@Suite("Storage format: blocks")
struct ConfluenceBlockTests {
  @Test func paragraphsAndRules() {
    StorageRendering().expect(
      PageTree.paragraph("One."), PageTree.block(.thematicBreak), PageTree.paragraph("Two."),
      both: "<p>One.</p>\n<hr/>\n<p>Two.</p>")
  }

  @Test func headingsKeepTheirLevel() {
    StorageRendering().expect(
      PageTree.heading(2, "Check", id: "check"), PageTree.heading(6, "Deep", id: "deep"),
      both: "<h2>Check</h2>\n<h6>Deep</h6>")
  }

  @Test func aFirstHeadingThatRepeatsTheTitleIsLeftOut() {
    StorageRendering().expect(
      PageTree.heading(1, "A page", id: "a-page"), PageTree.paragraph("Text."), both: "<p>Text.</p>"
    )
    StorageRendering().expect(
      PageTree.heading(1, "Another", id: "another"), both: "<h1>Another</h1>")
  }

  /// A macro in a heading pollutes the id that Cloud gives it (confluencebuilder#921).
  @Test func anAnchorStandsInAParagraphBeforeALinkedHeadingOnly() {
    StorageRendering(linkedHeadings: ["check"]).expect(
      PageTree.heading(2, "Check", id: "check"), PageTree.heading(2, "Restart", id: "restart"),
      both: "<p>\(StorageMarkup.anchor("check"))</p>\n<h2>Check</h2>\n<h2>Restart</h2>")
  }

  @Test func anchorNamesHoldNoCharacterThatCloudDrops() {
    #expect(ConfluenceAnchor.name(for: "check-2_b") == "check-2_b")
    #expect(ConfluenceAnchor.name(for: "für (x)") == "fufcru20u28xu29")
  }

  @Test func quotes() {
    StorageRendering().expect(
      PageTree.block(.quote([PageTree.paragraph("Said.")])), PageTree.block(.quote([])),
      both: "<blockquote><p>Said.</p></blockquote>\n<blockquote><p></p></blockquote>")
  }

  @Test(
    "alerts keep their colour",
    arguments: [
      (Alert.Kind.note, "info"), (.tip, "tip"), (.warning, "note"), (.caution, "warning"),
    ])
  func alerts(kind: Alert.Kind, macro: String) {
    StorageRendering().expect(
      PageTree.alert(kind, PageTree.paragraph("Text.")),
      both: StorageMarkup.macro(macro, "<p>Text.</p>"))
  }

  @Test func importantIsPurpleOnBothTargets() {
    StorageRendering().expect(
      PageTree.alert(.important, PageTree.paragraph("Text.")),
      cloud: "<ac:adf-extension><ac:adf-node type=\"panel\">"
        + "<ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute>"
        + "<ac:adf-content><p>Text.</p></ac:adf-content></ac:adf-node></ac:adf-extension>",
      dataCenter: StorageMarkup.macro(
        "panel",
        parameters: StorageMarkup.parameter("title", "Important")
          + StorageMarkup.parameter("borderColor", "#998dd9")
          + StorageMarkup.parameter("bgColor", "#eae6ff"),
        "<p>Text.</p>"))
  }

  /// md2conf puts the macro inside a paragraph.
  @Test func anAlertHoldsACodeBlockAndAListAsBlocks() {
    StorageRendering().expect(
      PageTree.alert(
        .note, PageTree.paragraph("Run:"), PageTree.fence("sh", "ls\n"),
        PageTree.list(PageTree.item(PageTree.paragraph("a")))),
      cloud: StorageMarkup.macro(
        "info", "<p>Run:</p>\(StorageMarkup.code("shell", "ls"))<ul><li><p>a</p></li></ul>"),
      dataCenter: StorageMarkup.macro(
        "info", "<p>Run:</p>\(StorageMarkup.code("bash", "ls"))<ul><li><p>a</p></li></ul>"))
  }

  @Test func detailsBecomeAnExpand() {
    StorageRendering().expect(
      PageTree.details("More", PageTree.paragraph("Hidden.")), PageTree.details(""),
      both: StorageMarkup.macro(
        "expand", parameters: StorageMarkup.parameter("title", "More"), "<p>Hidden.</p>")
        + "\n" + StorageMarkup.macro("expand", "<p></p>"))
    #expect(
      StorageRendering().losses(
        .cloud, PageTree.details("More", isOpen: true, PageTree.paragraph("a")))
        == ["details that are open from the start"])
  }

  /// Markup in a title truncates it (confluence-cli#130).
  @Test func aPanelTitleIsTextOnly() throws {
    let title = "See <b>this</b> & \"that\"\nnow"
    for target in ConfluenceTarget.allCases {
      let root = try StorageRendering().root(
        target, [PageTree.details(title, PageTree.paragraph("a"))])
      let parameter = try #require(root.all("ac:parameter").first)
      #expect(parameter.text == "See <b>this</b> & \"that\" now")
      #expect(parameter.children.isEmpty)
    }
  }

  @Test(
    "raw HTML blocks are text",
    arguments: [
      ("<cluster-name>\n", "<p>&lt;cluster-name&gt;</p>"),
      ("<div>\n  a &nbsp; b\n</div>\n", "<p>&lt;div&gt;<br/>a &amp;nbsp; b<br/>&lt;/div&gt;</p>"),
      ("<!-- a\nb -->\n", ""), ("<!-- a --> b <!-- c", "<p>b</p>"), ("<!-- > -->", ""),
    ])
  func rawHTML(html: String, expected: String) {
    StorageRendering().expect(PageTree.block(.html(html)), both: expected)
    let losses = StorageRendering().losses(.cloud, PageTree.block(.html(html)))
    #expect(losses == (expected.contains("div") ? ["raw HTML"] : []))
  }

  @Test func aMisplacedBlockIsReportedForCloudOnly() {
    let step = PageTree.list(
      start: 1, PageTree.item(PageTree.alert(.note, PageTree.paragraph("a"))))
    #expect(StorageRendering().losses(.cloud, step) == ["a panel inside a list item"])
    #expect(StorageRendering().losses(.dataCenter, step) == [])
    let table = PageTree.alert(.note, PageTree.table([.none], [[PageTree.text("a")]]))
    #expect(StorageRendering().losses(.cloud, table) == ["a table inside a panel"])
    let expand = PageTree.block(.quote([PageTree.details("a", PageTree.paragraph("b"))]))
    #expect(StorageRendering().losses(.cloud, expand) == ["an expand inside a block quote"])
  }

  @Test func anExpandHoldsOneMoreExpand() {
    let table = PageTree.table([.none], [[PageTree.text("a")]])
    let expand = PageTree.details("a", table, PageTree.details("b", table))
    #expect(
      StorageRendering().losses(.cloud, expand) == ["a table inside a nested expand"])
  }

  @Test func deepNestingIsCutOffAndReported() {
    var block = PageTree.paragraph("inside")
    for _ in 0..<400 { block = PageTree.block(.quote([block])) }
    for target in ConfluenceTarget.allCases {
      let output = StorageRendering().storage(target, [block])
      #expect(!output.contains("inside"))
    }
    #expect(
      StorageRendering().losses(.dataCenter, block) == ["content nested more than 200 levels deep"])
  }
}
