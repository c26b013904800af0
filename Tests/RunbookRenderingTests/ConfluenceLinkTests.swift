import RunbookChecks
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
    StorageRendering().expect(
      PageTree.paragraph(PageTree.link("a&b.md", PageTree.text("see"))),
      both: link("", "<ri:page ri:content-title=\"Title of a&amp;b.md\"/>", "see"))
  }

  @Test func aPageInAnotherSpaceWithASection() {
    let resolver = ConfluenceResolver(
      link: { _ in .page(title: "T", space: "OPS", anchor: "check", url: nil) },
      image: { _ in .broken })
    let document = Document(
      blocks: [PageTree.paragraph(PageTree.link("x", PageTree.text("see")))], footnotes: [])
    let outputs = ConfluenceTarget.allCases.map {
      StorageExport(target: $0, resolver: resolver).render(
        document, page: ConfluencePage(title: "A"))
    }
    let expected = link(
      " ac:anchor=\"check\"", "<ri:page ri:space-key=\"OPS\" ri:content-title=\"T\"/>", "see")
    for output in outputs {
      #expect(String(decoding: output.bytes, as: UTF8.self) == expected + "\n")
    }
    #expect(
      outputs.map { $0.losses.losses.filter { $0.scope != .paste }.map(\.what) }
        == [[String]](
          repeating: ["the section that a link to another page leads to"], count: 2))
  }

  /// md2conf leaves these dead.
  @Test func aSectionOfTheSamePageMeetsItsAnchor() throws {
    for target in ConfluenceTarget.allCases {
      let root = try StorageRendering(linkedHeadings: ["prüfen"]).root(
        target,
        [
          PageTree.paragraph(PageTree.link("#prüfen", PageTree.text("check"))),
          PageTree.heading(2, "Prüfen", id: "prüfen"),
        ])
      let anchors = root.macros("anchor").map { $0.children.map(\.text) }
      #expect(anchors == [["prufcfen"]])
      #expect(root.all("ac:link").map { $0.attributes } == [["ac:anchor": "prufcfen"]])
    }
  }

  @Test func attachments() {
    StorageRendering().expect(
      PageTree.paragraph(PageTree.link("files_a.pdf", PageTree.text("plan"))),
      both: link("", "<ri:attachment ri:filename=\"files_a.pdf\"/>", "plan"))
  }

  @Test func aCDATAEndInLinkTextIsSplit() throws {
    let root = try StorageRendering().root(
      .cloud, [PageTree.paragraph(PageTree.link("a.md", PageTree.text("a[b[0]]>c")))])
    #expect(root.all("ac:plain-text-link-body").map(\.text) == ["a[b[0]]>c"])
  }

  @Test func markupInALinkIsALinkBody() {
    StorageRendering().expect(
      PageTree.paragraph(
        PageTree.strong(
          PageTree.text("See "), PageTree.link("a.md", PageTree.text("it"), PageTree.code("x")))),
      cloud: "<p><strong>See </strong><ac:link><ri:page ri:content-title=\"Title of a.md\"/>"
        + "<ac:link-body><strong>it</strong><code>x</code></ac:link-body></ac:link></p>",
      dataCenter: "<p><strong>See </strong><ac:link><ri:page ri:content-title=\"Title of a.md\"/>"
        + "<ac:link-body><strong>it<code>x</code></strong></ac:link-body></ac:link></p>")
  }

  @Test func externalLinks() {
    StorageRendering().expect(
      PageTree.paragraph(
        PageTree.link(
          "https://a.example/?a=1&b='\"ü", PageTree.emphasis(PageTree.text("a")), PageTree.text("b")
        )),
      both: "<p><a href=\"https://a.example/?a=1&amp;b=%27%22%C3%BC\"><em>a</em>b</a></p>")
    StorageRendering().expect(
      PageTree.paragraph(PageTree.link("mailto:a@b.example", PageTree.text("a"))),
      both: "<p><a href=\"mailto:a@b.example\">a</a></p>")
  }

  @Test(
    "links that run code lose their target",
    arguments: [
      "javascript:alert(1)", " JavaScript:x", "java\nscript:x", "data:text/html,x", "vbscript:x",
      "file:///etc/passwd",
    ])
  func unsafe(destination: String) {
    let block = PageTree.paragraph(PageTree.link(destination, PageTree.text("a")))
    StorageRendering().expect(block, both: "<p>a</p>")
    #expect(StorageRendering().losses(.cloud, block).count == 1)
  }

  @Test func aBrokenLinkKeepsItsText() {
    let block = PageTree.paragraph(
      PageTree.strong(
        PageTree.text("a "), PageTree.link("gone", PageTree.emphasis(PageTree.text("b")))),
      PageTree.text(" c"))
    StorageRendering().expect(block, both: "<p><strong>a <em>b</em></strong> c</p>")
    #expect(StorageRendering().losses(.cloud, block) == ["the link to \"gone\""])
  }

  @Test func aLinkTitleIsReported() {
    let block = PageTree.paragraph(PageTree.link("a.md", title: "tip", PageTree.text("a")))
    #expect(StorageRendering().losses(.dataCenter, block) == ["the title of a link"])
  }

  @Test func linksDoNotNest() {
    StorageRendering().expect(
      PageTree.paragraph(
        PageTree.link("https://a", PageTree.link("a.md", PageTree.text("x")), PageTree.text("y"))),
      both: "<p><a href=\"https://a\">xy</a></p>")
  }

  @Test func anImageAloneIsABlockOnCloud() {
    StorageRendering().expect(
      PageTree.paragraph(PageTree.image("img_a.png", title: "A title", PageTree.text("An \"a\""))),
      cloud: "<ac:image ac:alt=\"An &quot;a&quot;\"><ri:attachment ri:filename=\"img_a.png\"/>"
        + "<ac:caption><p>A title</p></ac:caption></ac:image>",
      dataCenter: "<p><ac:image ac:alt=\"An &quot;a&quot;\" ac:title=\"A title\">"
        + "<ri:attachment ri:filename=\"img_a.png\"/></ac:image></p>")
  }

  @Test func anImageInALine() {
    let block = PageTree.paragraph(
      PageTree.text("a "), PageTree.image("https://a.example/b.png", title: "t"),
      PageTree.text(" c"))
    let image = "<ri:url ri:value=\"https://a.example/b.png\"/></ac:image> c</p>"
    StorageRendering().expect(
      block, cloud: "<p>a <ac:image ac:inline=\"true\">\(image)",
      dataCenter: "<p>a <ac:image ac:title=\"t\">\(image)")
    #expect(StorageRendering().losses(.cloud, block) == ["the title of an image"])
  }

  @Test func aLinkedImage() {
    StorageRendering().expect(
      PageTree.paragraph(PageTree.link("https://a", PageTree.image("b.png"))),
      cloud: "<p><a href=\"https://a\"><ac:image ac:inline=\"true\">"
        + "<ri:attachment ri:filename=\"b.png\"/></ac:image></a></p>",
      dataCenter: "<p><a href=\"https://a\"><ac:image>"
        + "<ri:attachment ri:filename=\"b.png\"/></ac:image></a></p>")
  }

  @Test func aLinkedImageKeepsTheAddressOfItsLinkOnly() {
    let payloads = PagePayloads("[![map](https://a.example/b.png)](https://c.example/d)")
    #expect(payloads.cloud.contains("<a href=\"https://c.example/d\">map</a>"))
    #expect(!payloads.cloud.contains("b.png"))
    #expect(payloads.dataCenter.contains("<a href=\"https://c.example/d\"><img "))
  }

  @Test(
    "a link without text shows where it leads",
    arguments: ["[](https://a.example)", "[ <!-- x --> ](https://a.example)"])
  func empty(markdown: String) {
    let payloads = PagePayloads(markdown)
    let html = "<a href=\"https://a.example\">https://a.example</a>"
    #expect(payloads.cloud.contains(html))
    #expect(payloads.dataCenter.contains(html))
  }

  @Test func aLinkWithoutTextIsReported() {
    let block = PageTree.paragraph(PageTree.link("a.md"))
    StorageRendering().expect(
      block, both: link("", "<ri:page ri:content-title=\"Title of a.md\"/>", "Title of a.md"))
    #expect(StorageRendering().losses(.cloud, block) == ["a link without text"])
  }

  @Test func anImageThatConfluenceCannotFetchKeepsItsDescription() {
    let resolver = ConfluenceResolver(link: { _ in .broken }, image: { .url($0) })
    let blocks = ["../a.png", "data:image/png;base64,AAAA", "HTTPS://a.example/b.png"].map {
      PageTree.paragraph(PageTree.image($0, PageTree.text("map")))
    }
    let output = StorageExport(target: .dataCenter, resolver: resolver).render(
      Document(blocks: blocks, footnotes: []), page: ConfluencePage(title: "A"))
    #expect(
      String(decoding: output.bytes, as: UTF8.self)
        == "<p>map</p>\n<p>map</p>\n<p><ac:image ac:alt=\"map\">"
        + "<ri:url ri:value=\"HTTPS://a.example/b.png\"/></ac:image></p>\n")
    #expect(output.losses.losses.count == 2)
  }

  @Test func aBrokenImageKeepsItsDescription() {
    let block = PageTree.paragraph(PageTree.image("gone", PageTree.text("The <map>")))
    StorageRendering().expect(block, both: "<p>The &lt;map&gt;</p>")
    #expect(StorageRendering().losses(.cloud, block) == ["the image \"gone\""])
  }
}
