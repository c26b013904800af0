import RunbookModel
import RunbookRendering
import Testing

@Suite("Storage format: blocks")
struct ConfluenceBlockTests {
  @Test func paragraphsAndRules() {
    Rendering().expect(
      Tree.paragraph("One."), Tree.block(.thematicBreak), Tree.paragraph("Two."),
      both: "<p>One.</p>\n<hr/>\n<p>Two.</p>")
  }

  @Test func headingsKeepTheirLevel() {
    Rendering().expect(
      Tree.heading(2, "Check", id: "check"), Tree.heading(6, "Deep", id: "deep"),
      both: "<h2>Check</h2>\n<h6>Deep</h6>")
  }

  @Test func aFirstHeadingThatRepeatsTheTitleIsLeftOut() {
    Rendering().expect(
      Tree.heading(1, "A page", id: "a-page"), Tree.paragraph("Text."), both: "<p>Text.</p>")
    Rendering().expect(Tree.heading(1, "Another", id: "another"), both: "<h1>Another</h1>")
  }

  /// A macro in a heading pollutes the id that Cloud gives it (confluencebuilder#921).
  @Test func anAnchorStandsInAParagraphBeforeALinkedHeadingOnly() {
    Rendering(linkedHeadings: ["check"]).expect(
      Tree.heading(2, "Check", id: "check"), Tree.heading(2, "Restart", id: "restart"),
      both: "<p>\(Expected.anchor("check"))</p><h2>Check</h2>\n<h2>Restart</h2>")
  }

  @Test func anchorNamesHoldNoCharacterThatCloudDrops() {
    #expect(ConfluenceAnchor.name(for: "check-2_b") == "check-2_b")
    #expect(ConfluenceAnchor.name(for: "für (x)") == "fufcru20u28xu29")
  }

  @Test func quotes() {
    Rendering().expect(
      Tree.block(.quote([Tree.paragraph("Said.")])), Tree.block(.quote([])),
      both: "<blockquote><p>Said.</p></blockquote>\n<blockquote><p></p></blockquote>")
  }

  @Test(
    "alerts keep their colour",
    arguments: [
      (Alert.Kind.note, "info"), (.tip, "tip"), (.warning, "note"), (.caution, "warning"),
    ])
  func alerts(kind: Alert.Kind, macro: String) {
    Rendering().expect(
      Tree.alert(kind, Tree.paragraph("Text.")), both: Expected.macro(macro, "<p>Text.</p>"))
  }

  @Test func importantIsPurpleOnBothTargets() {
    Rendering().expect(
      Tree.alert(.important, Tree.paragraph("Text.")),
      cloud: "<ac:adf-extension><ac:adf-node type=\"panel\">"
        + "<ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute>"
        + "<ac:adf-content><p>Text.</p></ac:adf-content></ac:adf-node></ac:adf-extension>",
      dataCenter: Expected.macro(
        "panel",
        parameters: Expected.parameter("title", "Important")
          + Expected.parameter("borderColor", "#998dd9") + Expected.parameter("bgColor", "#eae6ff"),
        "<p>Text.</p>"))
  }

  /// md2conf puts the macro inside a paragraph.
  @Test func anAlertHoldsACodeBlockAndAListAsBlocks() {
    Rendering().expect(
      Tree.alert(
        .note, Tree.paragraph("Run:"), Tree.fence("sh", "ls\n"),
        Tree.list(Tree.item(Tree.paragraph("a")))),
      cloud: Expected.macro(
        "info", "<p>Run:</p>\(Expected.code("shell", "ls"))<ul><li><p>a</p></li></ul>"),
      dataCenter: Expected.macro(
        "info", "<p>Run:</p>\(Expected.code("bash", "ls"))<ul><li><p>a</p></li></ul>"))
  }

  @Test func detailsBecomeAnExpand() {
    Rendering().expect(
      Tree.details("More", Tree.paragraph("Hidden.")), Tree.details(""),
      both: Expected.macro(
        "expand", parameters: Expected.parameter("title", "More"), "<p>Hidden.</p>")
        + "\n" + Expected.macro("expand", "<p></p>"))
    #expect(
      Rendering().losses(.cloud, Tree.details("More", isOpen: true, Tree.paragraph("a")))
        == ["details that are open from the start"])
  }

  /// Markup in a title truncates it (confluence-cli#130).
  @Test func aPanelTitleIsTextOnly() throws {
    let title = "See <b>this</b> & \"that\"\nnow"
    for target in ConfluenceTarget.allCases {
      let root = try Rendering().root(target, [Tree.details(title, Tree.paragraph("a"))])
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
    Rendering().expect(Tree.block(.html(html)), both: expected)
    let losses = Rendering().losses(.cloud, Tree.block(.html(html)))
    #expect(losses == (expected.isEmpty ? [] : ["raw HTML"]))
  }

  @Test func rawHTMLCanBeDropped() {
    Rendering(html: .drop).expect(
      Tree.block(.html("<div>\na\n</div>\n")), Tree.block(.html("<hr>")), both: "<p>a</p>")
    #expect(Rendering(html: .drop).losses(.cloud, Tree.block(.html("<hr>"))) == ["raw HTML"])
    #expect(Rendering(html: .drop).losses(.cloud, Tree.block(.html("<!-- a -->"))) == [])
  }

  @Test func aMisplacedBlockIsReportedForCloudOnly() {
    let step = Tree.list(start: 1, Tree.item(Tree.alert(.note, Tree.paragraph("a"))))
    #expect(Rendering().losses(.cloud, step) == ["a panel inside a list item"])
    #expect(Rendering().losses(.dataCenter, step) == [])
    let table = Tree.alert(.note, Tree.table([.none], [[Tree.text("a")]]))
    #expect(Rendering().losses(.cloud, table) == ["a table inside a panel"])
    let expand = Tree.block(.quote([Tree.details("a", Tree.paragraph("b"))]))
    #expect(Rendering().losses(.cloud, expand) == ["an expand inside a block quote"])
  }

  @Test func deepNestingIsCutOffAndReported() {
    var block = Tree.paragraph("inside")
    for _ in 0..<400 { block = Tree.block(.quote([block])) }
    for target in ConfluenceTarget.allCases {
      let output = Rendering().storage(target, [block])
      #expect(!output.contains("inside"))
    }
    #expect(
      Rendering().losses(.dataCenter, block) == ["content nested more than 100 levels deep"])
  }
}
