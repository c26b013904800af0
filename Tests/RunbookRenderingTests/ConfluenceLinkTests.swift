import RunbookModel
import RunbookRendering
import Testing

@Suite("Storage format: links and images")
struct ConfluenceLinkTests {
  private func link(_ attributes: String, _ resource: String, _ text: String) -> String {
    "<p><ac:link\(attributes)>\(resource)<ac:plain-text-link-body><![CDATA[\(text)]]>"
      + "</ac:plain-text-link-body></ac:link></p>"
  }

  @Test func aPageIsNamedByItsTitle() {
    Rendering().expect(
      Tree.paragraph(Tree.link("a&b.md", Tree.text("see"))),
      both: link("", "<ri:page ri:content-title=\"Title of a&amp;b.md\"/>", "see"))
  }

  @Test func aPageInAnotherSpaceWithASection() {
    let resolver = StorageResolver(
      link: { _ in .page(title: "T", space: "OPS", anchor: "check") }, image: { _ in .broken })
    let document = Document(
      blocks: [Tree.paragraph(Tree.link("x", Tree.text("see")))], footnotes: [])
    let outputs = ConfluenceTarget.allCases.map {
      ConfluenceStorage(target: $0, resolver: resolver).render(
        document, page: StoragePage(title: "A"))
    }
    let expected = link(
      " ac:anchor=\"check\"", "<ri:page ri:space-key=\"OPS\" ri:content-title=\"T\"/>", "see")
    for output in outputs {
      #expect(String(decoding: output.bytes, as: UTF8.self) == expected + "\n")
    }
    #expect(
      outputs.map { $0.losses.losses.map(\.what) }
        == [["the section that a link to another page leads to"], []])
  }

  /// md2conf leaves these dead.
  @Test func aSectionOfTheSamePageMeetsItsAnchor() throws {
    for target in ConfluenceTarget.allCases {
      let root = try Rendering(linkedHeadings: ["prüfen"]).root(
        target,
        [
          Tree.paragraph(Tree.link("#prüfen", Tree.text("check"))),
          Tree.heading(2, "Prüfen", id: "prüfen"),
        ])
      let anchors = root.macros("anchor").map { $0.children.map(\.text) }
      #expect(anchors == [["prufcfen"]])
      #expect(root.all("ac:link").map { $0.attributes } == [["ac:anchor": "prufcfen"]])
    }
  }

  @Test func attachments() {
    Rendering().expect(
      Tree.paragraph(Tree.link("files/a.pdf", Tree.text("plan"))),
      both: link("", "<ri:attachment ri:filename=\"files_a.pdf\"/>", "plan"))
  }

  @Test func aCDATAEndInLinkTextIsSplit() throws {
    let root = try Rendering().root(
      .cloud, [Tree.paragraph(Tree.link("a.md", Tree.text("a[b[0]]>c")))])
    #expect(root.all("ac:plain-text-link-body").map(\.text) == ["a[b[0]]>c"])
  }

  @Test func markupInALinkIsALinkBody() {
    Rendering().expect(
      Tree.paragraph(
        Tree.strong(Tree.text("See "), Tree.link("a.md", Tree.text("it"), Tree.code("x")))),
      cloud: "<p><strong>See </strong><ac:link><ri:page ri:content-title=\"Title of a.md\"/>"
        + "<ac:link-body><strong>it</strong><code>x</code></ac:link-body></ac:link></p>",
      dataCenter: "<p><strong>See </strong><ac:link><ri:page ri:content-title=\"Title of a.md\"/>"
        + "<ac:link-body><strong>it<code>x</code></strong></ac:link-body></ac:link></p>")
  }

  @Test func externalLinks() {
    Rendering().expect(
      Tree.paragraph(
        Tree.link("https://a.example/?a=1&b='\"ü", Tree.emphasis(Tree.text("a")), Tree.text("b"))),
      both: "<p><a href=\"https://a.example/?a=1&amp;b=%27%22%C3%BC\"><em>a</em>b</a></p>")
    Rendering().expect(
      Tree.paragraph(Tree.link("mailto:a@b.example", Tree.text("a"))),
      both: "<p><a href=\"mailto:a@b.example\">a</a></p>")
  }

  @Test(
    "links that run code lose their target",
    arguments: [
      "javascript:alert(1)", " JavaScript:x", "java\nscript:x", "data:text/html,x", "vbscript:x",
      "file:///etc/passwd",
    ])
  func unsafe(destination: String) {
    let block = Tree.paragraph(Tree.link(destination, Tree.text("a")))
    Rendering().expect(block, both: "<p>a</p>")
    #expect(Rendering().losses(.cloud, block).count == 1)
  }

  @Test func aBrokenLinkKeepsItsText() {
    let block = Tree.paragraph(
      Tree.strong(Tree.text("a "), Tree.link("gone", Tree.emphasis(Tree.text("b")))),
      Tree.text(" c"))
    Rendering().expect(block, both: "<p><strong>a <em>b</em></strong> c</p>")
    #expect(Rendering().losses(.cloud, block) == ["the link to \"gone\""])
  }

  @Test func aLinkTitleIsReported() {
    let block = Tree.paragraph(Tree.link("a.md", title: "tip", Tree.text("a")))
    #expect(Rendering().losses(.dataCenter, block) == ["the title of a link"])
  }

  @Test func linksDoNotNest() {
    Rendering().expect(
      Tree.paragraph(Tree.link("https://a", Tree.link("a.md", Tree.text("x")), Tree.text("y"))),
      both: "<p><a href=\"https://a\">xy</a></p>")
  }

  @Test func anImageAloneIsABlockOnCloud() {
    Rendering().expect(
      Tree.paragraph(Tree.image("img/a.png", title: "A title", Tree.text("An \"a\""))),
      cloud: "<ac:image ac:alt=\"An &quot;a&quot;\"><ri:attachment ri:filename=\"img_a.png\"/>"
        + "<ac:caption><p>A title</p></ac:caption></ac:image>",
      dataCenter: "<p><ac:image ac:alt=\"An &quot;a&quot;\" ac:title=\"A title\">"
        + "<ri:attachment ri:filename=\"img_a.png\"/></ac:image></p>")
  }

  @Test func anImageInALine() {
    let block = Tree.paragraph(
      Tree.text("a "), Tree.image("https://a.example/b.png", title: "t"), Tree.text(" c"))
    let image = "<ri:url ri:value=\"https://a.example/b.png\"/></ac:image> c</p>"
    Rendering().expect(
      block, cloud: "<p>a <ac:image ac:inline=\"true\">\(image)",
      dataCenter: "<p>a <ac:image ac:title=\"t\">\(image)")
    #expect(Rendering().losses(.cloud, block) == ["the title of an image"])
  }

  @Test func aLinkedImage() {
    Rendering().expect(
      Tree.paragraph(Tree.link("https://a", Tree.image("b.png"))),
      cloud: "<p><a href=\"https://a\"><ac:image ac:inline=\"true\">"
        + "<ri:attachment ri:filename=\"b.png\"/></ac:image></a></p>",
      dataCenter: "<p><a href=\"https://a\"><ac:image>"
        + "<ri:attachment ri:filename=\"b.png\"/></ac:image></a></p>")
  }

  @Test func aBrokenImageKeepsItsDescription() {
    let block = Tree.paragraph(Tree.image("gone", Tree.text("The <map>")))
    Rendering().expect(block, both: "<p>The &lt;map&gt;</p>")
    #expect(Rendering().losses(.cloud, block) == ["the image \"gone\""])
  }
}
