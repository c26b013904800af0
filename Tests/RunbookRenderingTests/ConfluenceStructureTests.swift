import RunbookChecks
import RunbookModel
import RunbookRendering
import Testing

/// What the structure pass moves; how the moved page looks is shown by the cases of `Tests/Paste`.
@Suite("Confluence: the structure pass")
struct ConfluenceStructureTests {
  private static let note = PageTree.alert(.note, PageTree.paragraph("n"))
  private static let panel = StorageMarkup.macro("info", "<p>n</p>")

  @Test func aListGoesOnWithItsNumberBehindAPanel() {
    let list = PageTree.list(
      start: 3, PageTree.item(PageTree.paragraph("a"), Self.note, PageTree.paragraph("b")),
      PageTree.item(PageTree.paragraph("c")))
    StorageRendering().expect(
      list,
      cloud: "<ol start=\"3\"><li><p>a</p></li></ol>\n\(Self.panel)\n<p>b</p>\n"
        + "<ol start=\"4\"><li><p>c</p></li></ol>",
      dataCenter: "<ol start=\"3\"><li><p>a</p>\(Self.panel)<p>b</p></li><li><p>c</p></li></ol>")
  }

  @Test func anItemOfWhichNothingIsLeftGoes() {
    let items = PageTree.list(PageTree.item(PageTree.paragraph("a")), PageTree.item(Self.note))
    StorageRendering().expect(
      items, cloud: "<ul><li><p>a</p></li></ul>\n\(Self.panel)",
      dataCenter: "<ul><li><p>a</p></li><li>\(Self.panel)</li></ul>")
    let alone = PageTree.list(PageTree.item(Self.note, PageTree.paragraph("b")))
    #expect(StorageRendering().storage(.cloud, [alone]) == "\(Self.panel)\n<p>b</p>")
  }

  @Test func aNumberOfWhichNothingIsLeftSaysWhatComes() {
    let items = PageTree.list(
      start: 1, PageTree.item(Self.note), PageTree.item(PageTree.paragraph("b")))
    #expect(
      StorageRendering().storage(.cloud, [items])
        == "<ol><li><p>Note</p></li></ol>\n\(Self.panel)\n<ol start=\"2\"><li><p>b</p></li></ol>")
  }

  @Test func aQuoteHoldsNoTasks() {
    let tasks = PageTree.list(PageTree.item(PageTree.paragraph("t"), isChecked: true))
    let quote = PageTree.block(.quote([PageTree.paragraph("a"), tasks]))
    let list = "<ac:task-list>\(StorageMarkup.task(1, "complete", "t"))</ac:task-list>"
    StorageRendering().expect(
      quote, cloud: "<blockquote><p>a</p></blockquote>\n\(list)",
      dataCenter: "<blockquote><p>a</p>\(list)</blockquote>")
  }

  @Test func everyMovedBlockIsReportedOnceWithItsPlace() {
    let moved = Block(Self.note.kind, range: 70..<90)
    let inner = PageTree.list(PageTree.item(PageTree.paragraph("b"), moved))
    let list = PageTree.list(start: 1, PageTree.item(PageTree.paragraph("a"), inner))
    let losses = StorageRendering().output(.cloud, [list]).losses.losses
    #expect(losses.map(\.what) == ["a panel inside a list item"])
    #expect(losses.map(\.range) == [70..<90])
    #expect(losses.map(\.scope) == [.every])
  }

  @Test func aPanelIsCutByATableAndKeepsItsColour() {
    let table = PageTree.table([.none], [[PageTree.text("t")]])
    let alert = PageTree.alert(
      .caution, PageTree.paragraph("a"), table, PageTree.paragraph("b"))
    let storage = StorageRendering().storage(.cloud, [alert])
    let parts = storage.split(separator: "\n").map(String.init)
    #expect(parts.count == 3)
    #expect(parts.first == StorageMarkup.macro("warning", "<p>a</p>"))
    #expect(parts.last == StorageMarkup.macro("warning", "<p>b</p>"))
  }

  /// An item of Cloud begins with text; a list in a list item alone would lose a level.
  @Test func anItemThatBeginsWithAListGetsALine() {
    let inner = PageTree.list(PageTree.item(PageTree.paragraph("a")))
    StorageRendering().expect(
      PageTree.list(PageTree.item(inner)),
      cloud: "<ul><li><p></p><ul><li><p>a</p></li></ul></li></ul>",
      dataCenter: "<ul><li><ul><li><p>a</p></li></ul></li></ul>")
  }

  @Test func aColumnThatCountsIsTheProductsOwn() {
    func cells(_ first: String, _ second: String) -> [[Inline]] {
      [[PageTree.text(first)], [PageTree.text(second)]]
    }
    let counting = PageTree.table(
      [.none, .none], cells("#", "a"), cells("1", "b"), cells("2", "c"))
    let storage = StorageRendering().storage(.dataCenter, [counting])
    #expect(storage.contains("<td class=\"numberingColumn\">2</td><td><p>c</p></td>"))
    let other = PageTree.table([.none, .none], cells("#", "a"), cells("1", "b"), cells("3", "c"))
    #expect(!StorageRendering().storage(.dataCenter, [other]).contains("numberingColumn"))
  }

  /// What a pasted page cannot hold is told apart from what storage format cannot.
  @Test func lossesOfThePasteAreTheirOwn() {
    let link = PageTree.paragraph(PageTree.link("#a", PageTree.text("b")))
    let losses = StorageRendering().output(.cloud, [link]).losses.losses
    #expect(losses.map(\.scope) == [.paste])
    #expect(StorageRendering().losses(.cloud, link) == [])
  }

  @Test func onlyAddressesThatTheEditorKeepsAreLinksOfThePaste() throws {
    let cloud = try #require(PayloadCatalog.all.first { $0.fileName == "cloud.html" })
    let addresses = ["https://a.example/'x", "ssh://a.example", "mailto:a@b.example"]
    let paragraph = PageTree.block(
      .paragraph(addresses.map { PageTree.link($0, PageTree.text("t")) }))
    let tree = ConfluenceTree(
      Document(blocks: [paragraph], footnotes: []), page: ConfluencePage(title: "A"),
      settings: ConfluenceSettings(target: .cloud, resolver: StorageRendering.resolver))
    #expect(
      String(decoding: cloud.render(tree), as: UTF8.self)
        == "<p data-pm-slice=\"0 0 []\"><a href=\"https://a.example/%27x\">t</a>t"
        + "<a href=\"mailto:a@b.example\">t</a></p>")
  }
}
