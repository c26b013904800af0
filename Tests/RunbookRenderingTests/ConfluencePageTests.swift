import RunbookChecks
import RunbookModel
import RunbookRendering
import Testing

@Suite("Storage format: the page")
struct ConfluencePageTests {
  @Test func thePartsAboveTheBody() {
    var page = ConfluencePage(title: "A page")
    page.source = "content/a&b.md"
    page.revision = "abc1234"
    page.properties = [
      .init("Owner", "Team <A>"), .init("State", .status(ConfluenceStatus("ACTIVE", .green))),
      .init("Severity", .status(ConfluenceStatus("SEV1", .purple))),
      .init("Contact", .contact([.link(text: "chat", address: "https://a.example/?a&b")])),
    ]
    page.contents = 2...3
    func status(_ colour: String, _ title: String) -> String {
      "<td><p><ac:structured-macro ac:name=\"status\" ac:schema-version=\"1\">"
        + StorageMarkup.parameter("colour", colour) + StorageMarkup.parameter("title", title)
        + "</ac:structured-macro></p></td></tr>"
    }
    func expected(purple: String) -> String {
      "<p><em>This page is generated from content/a&amp;b.md at revision abc1234."
        + " Change it there: the next export overwrites what is changed here.</em></p>\n"
        + StorageMarkup.macro(
          "details",
          "<table><tbody><tr><th><p>Owner</p></th><td><p>Team &lt;A&gt;</p></td></tr>"
            + "<tr><th><p>State</p></th>" + status("Green", "ACTIVE")
            + "<tr><th><p>Severity</p></th>" + status(purple, "SEV1")
            + "<tr><th><p>Contact</p></th><td><p><a href=\"https://a.example/?a&amp;b\">chat</a>"
            + "</p></td></tr></tbody></table>")
        + "\n<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\">"
        + StorageMarkup.parameter("minLevel", "2") + StorageMarkup.parameter("maxLevel", "3")
        + "</ac:structured-macro>\n<p>Body.</p>"
    }
    StorageRendering(page: page).expect(
      PageTree.paragraph("Body."), cloud: expected(purple: "Purple"),
      dataCenter: expected(purple: "Blue"))
  }

  @Test func labelsAreSpeltAsConfluenceWantsThem() {
    var page = ConfluencePage(title: "A page")
    page.labels = ["Team A", "sev:1", "team-a", "!!", "Über", "a & b"]
    #expect(
      StorageRendering(page: page).output(.cloud, []).labels == ["team-a", "sev-1", "über", "a-b"])
  }

  @Test func footnotesAreAnchorsLinksAndAList() {
    func jump(_ name: String, _ text: String) -> String {
      "<ac:link ac:anchor=\"\(name)\"><ac:plain-text-link-body><![CDATA[\(text)]]>"
        + "</ac:plain-text-link-body></ac:link>"
    }
    func number(_ name: String, _ text: String) -> String {
      "<ac:link ac:anchor=\"\(name)\"><ac:link-body><sup>\(text)</sup></ac:link-body></ac:link>"
    }
    let note = Footnote(
      label: "a", blocks: [PageTree.paragraph("Why.")], range: PageTree.range, references: 2)
    let long = Footnote(
      label: "b",
      blocks: [PageTree.paragraph("How."), PageTree.list(PageTree.item(PageTree.paragraph("x")))],
      range: PageTree.range, references: 1)
    StorageRendering(footnotes: [note, long]).expect(
      PageTree.paragraph(
        PageTree.text("A"), PageTree.note(0), PageTree.text("B"), PageTree.note(0, 2),
        PageTree.note(1)),
      both: "<p>A\(StorageMarkup.anchor("fnref-1-1"))\(number("fn-1", "1"))"
        + "B\(StorageMarkup.anchor("fnref-1-2"))\(number("fn-1", "1"))"
        + "\(StorageMarkup.anchor("fnref-2-1"))\(number("fn-2", "2"))</p>\n<hr/>\n<ol>"
        + "<li><p>\(StorageMarkup.anchor("fn-1"))Why. \(jump("fnref-1-1", "↩"))"
        + " \(jump("fnref-1-2", "↩ 2"))</p></li>"
        + "<li><p>\(StorageMarkup.anchor("fn-2"))How.</p><ul><li><p>x</p></li></ul>"
        + "<p> \(jump("fnref-2-1", "↩"))</p></li></ol>")
  }

  /// An anchor in a heading would become part of its id; a link back to nowhere helps nobody.
  @Test func everyFootnoteLinkMeetsAnAnchor() throws {
    let note = Footnote(
      label: "a", blocks: [PageTree.paragraph("Why.")], range: PageTree.range, references: 3)
    let heading = Heading(level: 2, content: [PageTree.text("H"), PageTree.note(0, 1)], id: "fn-1")
    let blocks = [
      PageTree.block(.heading(heading)),
      PageTree.paragraph(
        PageTree.link("https://a", PageTree.text("t"), PageTree.note(0, 2)), PageTree.note(0, 3)),
    ]
    for target in ConfluenceTarget.allCases {
      let root = try StorageRendering(linkedHeadings: ["fn-1"], footnotes: [note]).root(
        target, blocks)
      let anchors = root.macros("anchor").flatMap { $0.children.map(\.text) }
      #expect(Set(anchors).count == anchors.count)
      #expect(
        Set(root.all("ac:link").compactMap { $0.attributes["ac:anchor"] }).isSubset(of: anchors))
      #expect(root.all("h2").allSatisfy { $0.macros("anchor").isEmpty })
      #expect(root.all("a").allSatisfy { $0.all("ac:link").isEmpty })
    }
  }

  @Test func aFootnoteThatDoesNotExistIsHarmless() {
    let storage = StorageRendering().storage(
      .cloud, [PageTree.paragraph(PageTree.text("a"), PageTree.note(7))])
    #expect(storage == "<p>a<sup>8</sup></p>")
  }

  @Test func lossesPointToTheSource() throws {
    let image = Inline(.html("<b>"), range: 40..<43)
    let losses = StorageRendering().output(.cloud, [PageTree.paragraph(image)]).losses.losses
    #expect(losses.map(\.range) == [40..<43])
    #expect(losses.map(\.why) == ["storage format is not HTML; it is shown as text"])
  }

  /// md2conf draws random ids, so its pages with tasks differ from run to run.
  @Test func theSameTreeMakesTheSameBytes() {
    let blocks = [
      PageTree.heading(2, "A", id: "a"),
      PageTree.list(PageTree.item(PageTree.paragraph("a"), isChecked: false)),
      PageTree.table(
        [.none, .right], [[PageTree.text("A")], [PageTree.text("B")]], [[], [PageTree.code("x")]]),
      PageTree.fence("sh", "x\n", ["title": "t", "linenumbers": "", "collapse": ""]),
      PageTree.details(
        "d", PageTree.alert(.important, PageTree.paragraph(PageTree.link("#a", PageTree.text("b"))))
      ),
    ]
    for target in ConfluenceTarget.allCases {
      let first = StorageRendering(linkedHeadings: ["a", "b", "c"]).output(target, blocks)
      for _ in 0..<20 {
        let again = StorageRendering(linkedHeadings: ["c", "b", "a"]).output(target, blocks)
        #expect(again.bytes == first.bytes)
        #expect(again.losses == first.losses)
      }
      #expect(!String(decoding: first.bytes, as: UTF8.self).contains("uuid"))
    }
  }

  @Test func anEmptyPageIsEmpty() {
    StorageRendering().expect(both: "")
  }
}
