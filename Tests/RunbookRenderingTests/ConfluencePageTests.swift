import RunbookModel
import RunbookRendering
import Testing

@Suite("Storage format: the page")
struct ConfluencePageTests {
  @Test func thePartsAboveTheBody() {
    var page = StoragePage(title: "A page")
    page.source = "content/a&b.md"
    page.revision = "abc1234"
    page.properties = [
      .init("Owner", "Team <A>"), .init("State", .status(StorageStatus("ACTIVE", .green))),
      .init("Severity", .status(StorageStatus("SEV1", .purple))),
      .init("Contact", .link(text: "chat", url: "https://a.example/?a&b")),
    ]
    page.contents = 2...3
    func status(_ colour: String, _ title: String) -> String {
      "<td><p><ac:structured-macro ac:name=\"status\" ac:schema-version=\"1\">"
        + Expected.parameter("colour", colour) + Expected.parameter("title", title)
        + "</ac:structured-macro></p></td></tr>"
    }
    func expected(purple: String) -> String {
      "<p><em>This page is generated from content/a&amp;b.md at revision abc1234."
        + " Change it there: the next export overwrites what is changed here.</em></p>\n"
        + Expected.macro(
          "details",
          "<table><tbody><tr><th><p>Owner</p></th><td><p>Team &lt;A&gt;</p></td></tr>"
            + "<tr><th><p>State</p></th>" + status("Green", "ACTIVE")
            + "<tr><th><p>Severity</p></th>" + status(purple, "SEV1")
            + "<tr><th><p>Contact</p></th><td><p><a href=\"https://a.example/?a&amp;b\">chat</a>"
            + "</p></td></tr></tbody></table>")
        + "\n<ac:structured-macro ac:name=\"toc\" ac:schema-version=\"1\">"
        + Expected.parameter("minLevel", "2") + Expected.parameter("maxLevel", "3")
        + "</ac:structured-macro>\n<p>Body.</p>"
    }
    Rendering(page: page).expect(
      Tree.paragraph("Body."), cloud: expected(purple: "Purple"),
      dataCenter: expected(purple: "Blue"))
  }

  @Test func labelsAreSpeltAsConfluenceWantsThem() {
    var page = StoragePage(title: "A page")
    page.labels = ["Team A", "sev:1", "team-a", "!!", "Über", "a & b"]
    #expect(Rendering(page: page).output(.cloud, []).labels == ["team-a", "sev-1", "über", "a-b"])
  }

  @Test func footnotesAreAnchorsLinksAndAList() {
    func jump(_ name: String, _ text: String) -> String {
      "<ac:link ac:anchor=\"\(name)\"><ac:plain-text-link-body><![CDATA[\(text)]]>"
        + "</ac:plain-text-link-body></ac:link>"
    }
    let note = Footnote(
      label: "a", blocks: [Tree.paragraph("Why.")], range: Tree.range, references: 2)
    let long = Footnote(
      label: "b", blocks: [Tree.paragraph("How."), Tree.list(Tree.item(Tree.paragraph("x")))],
      range: Tree.range, references: 1)
    Rendering(footnotes: [note, long]).expect(
      Tree.paragraph(Tree.text("A"), Tree.note(0), Tree.text("B"), Tree.note(0, 2), Tree.note(1)),
      both: "<p>A<sup>\(Expected.anchor("fnref-1-1"))\(jump("fn-1", "1"))</sup>"
        + "B<sup>\(Expected.anchor("fnref-1-2"))\(jump("fn-1", "1"))</sup>"
        + "<sup>\(Expected.anchor("fnref-2-1"))\(jump("fn-2", "2"))</sup></p>\n<hr/>\n<ol>"
        + "<li><p>\(Expected.anchor("fn-1"))Why. \(jump("fnref-1-1", "↩"))"
        + " \(jump("fnref-1-2", "↩ 2"))</p></li>"
        + "<li><p>\(Expected.anchor("fn-2"))How.</p><ul><li><p>x</p></li></ul>"
        + "<p> \(jump("fnref-2-1", "↩"))</p></li></ol>")
  }

  /// An anchor in a heading would become part of its id; a link back to nowhere helps nobody.
  @Test func everyFootnoteLinkMeetsAnAnchor() throws {
    let note = Footnote(
      label: "a", blocks: [Tree.paragraph("Why.")], range: Tree.range, references: 3)
    let heading = Heading(level: 2, content: [Tree.text("H"), Tree.note(0, 1)], id: "fn-1")
    let blocks = [
      Tree.block(.heading(heading)),
      Tree.paragraph(Tree.link("https://a", Tree.text("t"), Tree.note(0, 2)), Tree.note(0, 3)),
    ]
    for target in ConfluenceTarget.allCases {
      let root = try Rendering(linkedHeadings: ["fn-1"], footnotes: [note]).root(target, blocks)
      let anchors = root.macros("anchor").flatMap { $0.children.map(\.text) }
      #expect(Set(anchors).count == anchors.count)
      #expect(
        Set(root.all("ac:link").compactMap { $0.attributes["ac:anchor"] }).isSubset(of: anchors))
      #expect(root.all("h2").allSatisfy { $0.macros("anchor").isEmpty })
      #expect(root.all("a").allSatisfy { $0.all("ac:link").isEmpty })
    }
  }

  @Test func aFootnoteThatDoesNotExistIsHarmless() {
    let storage = Rendering().storage(.cloud, [Tree.paragraph(Tree.text("a"), Tree.note(7))])
    #expect(storage == "<p>a<sup>8</sup></p>")
  }

  @Test func lossesPointToTheSource() throws {
    let image = Inline(.html("<x>"), range: 40..<43)
    let losses = Rendering().output(.cloud, [Tree.paragraph(image)]).losses.losses
    #expect(losses.map(\.range) == [40..<43])
    #expect(losses.map(\.why) == ["storage format is not HTML; it is shown as text"])
  }

  /// md2conf draws random ids, so its pages with tasks differ from run to run.
  @Test func theSameTreeMakesTheSameBytes() {
    let blocks = [
      Tree.heading(2, "A", id: "a"),
      Tree.list(Tree.item(Tree.paragraph("a"), isChecked: false)),
      Tree.table([.none, .right], [[Tree.text("A")], [Tree.text("B")]], [[], [Tree.code("x")]]),
      Tree.fence("sh", "x\n", ["title": "t", "linenumbers": "", "collapse": ""]),
      Tree.details("d", Tree.alert(.important, Tree.paragraph(Tree.link("#a", Tree.text("b"))))),
    ]
    for target in ConfluenceTarget.allCases {
      let first = Rendering(linkedHeadings: ["a", "b", "c"]).output(target, blocks)
      for _ in 0..<20 {
        let again = Rendering(linkedHeadings: ["c", "b", "a"]).output(target, blocks)
        #expect(again.bytes == first.bytes)
        #expect(again.losses == first.losses)
      }
      #expect(!String(decoding: first.bytes, as: UTF8.self).contains("uuid"))
    }
  }

  @Test func anEmptyPageIsEmpty() {
    Rendering().expect(both: "")
  }
}
