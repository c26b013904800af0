import RunbookChecks
import RunbookRendering
import Testing

@Suite("Defects of peers: the page around its text")
struct PeerPageDefectTests {
  private func page(_ change: (inout ConfluencePage) -> Void) -> PagePayloads {
    var page = ConfluencePage(title: "A page")
    change(&page)
    return PagePayloads("## One\n\nText", page: page)
  }

  @Test("md2conf, mark, m-c: a table of contents is raw markup")
  func contents() {
    let page = page { $0.contents = 2...3 }
    #expect(page.cloud.contains("data-extension-key=\"toc\""))
    #expect(page.storage[0].contains("ac:name=\"toc\""))
    #expect(page.dataCenter.contains("data-macro-name=\"toc\""))
  }

  @Test("m-c, c-p: a section does not list its pages")
  func children() {
    let page = page { $0.listsChildren = true }
    #expect(page.cloud.contains("data-extension-key=\"children\""))
    #expect(page.storage[0].contains("ac:name=\"children\" ac:schema-version=\"2\""))
    #expect(page.dataCenter.contains("data-macro-name=\"children\""))
  }

  @Test("mark#667: front matter is no page-properties table")
  func properties() {
    let page = page { $0.properties = [.init("Owner", "Ops")] }
    #expect(page.storage[0].contains("ac:name=\"details\""))
    #expect(page.cloud.contains("data-extension-key=\"details\""))
    page.expectEverywhere("Owner")
  }

  @Test("m-c, c-p: a status is text")
  func statuses() {
    let page = page {
      $0.properties = [.init("Lifecycle", .status(ConfluenceStatus("DRAFT", .yellow)))]
    }
    #expect(page.cloud.contains("data-node-type=\"status\" data-color=\"yellow\""))
    #expect(page.storage[0].contains("ac:name=\"status\""))
    #expect(page.dataCenter.contains("data-macro-parameters=\"colour=Yellow|title=DRAFT\""))
  }

  @Test("md2conf#119, mark#34: labels do not come from the front matter, or are refused")
  func labels() {
    #expect(ConfluenceLabel.normalised("On Call: EU") == "on-call-eu")
    #expect(ConfluenceLabel.normalised("!!") == nil)
  }

  @Test("mark, m-c: nothing says where a page comes from")
  func generatedLine() {
    let page = page {
      $0.source = "content/a.md"
      $0.revision = "abc"
    }
    page.expectEverywhere("This page is generated from content/a.md at revision abc.")
  }

  @Test("m-c, md2conf#24: nothing without a server; no ADF")
  func everyPayloadIsAFile() {
    #expect(
      PayloadCatalog.all.map(\.fileName) == ["adf.json", "cloud.html", "dc.html", "storage.xml"])
  }

  @Test("m-c#91, md2conf#93 #110 #168: only Cloud")
  func dataCenterHasItsOwnForms() {
    let page = PagePayloads("> [!IMPORTANT]\n> x\n\n```terraform\nx\n```")
    #expect(page.storage[0] != page.storage[1])
    #expect(page.dataCenter.contains("data-macro-name=\"panel\""))
    #expect(!page.dataCenter.contains("data-panel-type"))
    #expect(!page.cloud.contains("wysiwyg-macro"))
  }

  @Test("obsidian-confluence-converter#3: storage format is no HTML to paste")
  func pastedFormsAreHTML() {
    let page = PagePayloads("```bash\nkubectl get po > out.txt\n```")
    for text in [page.cloud, page.dataCenter] {
      #expect(!text.contains("CDATA") && !text.contains("<ac:"))
      #expect(text.contains("kubectl get po &gt; out.txt"))
    }
  }

  @Test("markdown-to-confluence-vscode#934: one line of code is pasted as inline code")
  func aClosedSlice() {
    #expect(PagePayloads("```bash\nls\n```").isClosedSlice)
  }
}
