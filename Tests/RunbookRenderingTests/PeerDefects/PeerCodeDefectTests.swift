import RunbookRendering
import Testing

/// Code: what peers do to it, and does not happen here. Names give the peer's issue, or the peer that
/// was seen doing it.
@Suite("Defects of peers: code")
struct PeerCodeDefectTests {
  @Test(
    "md2conf: aliases of languages become `none`",
    arguments: [
      ("sh", "shell", "bash"), ("yml", "yaml", "yml"), ("console", "shell", "bash"),
      ("terraform", "hcl", "text"), ("dockerfile", "docker", "text"), ("py", "python", "py"),
    ])
  func aliasesOfLanguages(_ language: String, _ cloud: String, _ dataCenter: String) {
    let page = PagePayloads("```\(language)\nx\n```")
    #expect(page.cloud.contains("<pre data-language=\"\(cloud)\""), "\(page.cloud)")
    #expect(page.dataCenter.contains("language=\(dataCenter)\""), "\(page.dataCenter)")
    let (first, second) = (page.storage[0], page.storage[1])
    #expect(first.contains(StorageMarkup.parameter("language", cloud)))
    #expect(second.contains(StorageMarkup.parameter("language", dataCenter)))
  }

  @Test(
    "c-p#138, confluencebuilder#150 #282: a language that the product does not know is passed on",
    arguments: ["promql", "no-such-language", "\"><x"])
  func unknownLanguages(_ language: String) {
    let page = PagePayloads("```\(language)\nx\n```")
    for (name, text) in page.all {
      #expect(!text.contains("promql\"") && !text.contains("no-such"), "\(name)")
    }
    #expect(page.losses.allSatisfy { $0.contains { $0.contains("the code language") } })
    page.expectEverywhere("x")
  }

  @Test("confluencebuilder#763: json makes an error on Data Center")
  func jsonOnDataCenter() {
    let page = PagePayloads("```json\n{}\n```")
    #expect(page.dataCenter.contains("language=js\""))
    #expect(page.storage[1].contains(StorageMarkup.parameter("language", "js")))
    #expect(page.cloud.contains("data-language=\"json\""))
  }

  @Test("md2conf: a fence with a title is destroyed and swallows the next")
  func titlesOfFences() {
    let page = PagePayloads("```bash {title=\"One\"}\nfirst\n```\n\n```bash\nsecond\n```\n\nAfter.")
    #expect(page.storage[0].contains(StorageMarkup.parameter("title", "One")))
    #expect(page.dataCenter.contains("language=bash|title=One"))
    #expect(page.cloud.contains("<strong>One</strong>"))
    #expect(page.cloud.matches(of: #/<pre /#).count == 2)
    for words in ["first", "second", "<p>After.</p>"] { page.expectEverywhere(words) }
  }

  @Test("mark: a title lands in the theme")
  func titlesAreNoThemes() {
    let page = PagePayloads("```bash {title=\"x\"}\na\n```")
    for (name, text) in page.all { #expect(!text.contains("theme"), "\(name)") }
  }

  @Test("text2confl#268, mark#58 #73: code that folds does not fold on Cloud")
  func collapseOnCloud() {
    let page = PagePayloads("```bash {title=\"Log\" collapse}\na\n```")
    #expect(page.cloud.contains("data-node-type=\"expand\" data-title=\"Log\""))
    #expect(page.storage[0].contains("ac:name=\"expand\""))
    #expect(page.storage[1].contains(StorageMarkup.parameter("collapse", "true")))
  }

  @Test("c-p, sfdx-hardis#2151: `]]>` in code ends the CDATA section")
  func cdataEnds() throws {
    let text = "a]]>b]]]]>c ]]"
    let page = PagePayloads("```bash\n\(text)\n```")
    for fragment in page.storage {
      let root = try #require(XMLElementNode.parse(fragment).root)
      #expect(root.all.contains { $0.text == text })
    }
    for pasted in [page.cloud, page.dataCenter] { #expect(pasted.contains("a]]&gt;b]]]]&gt;c ]]")) }
  }

  @Test("md2conf#98: a code block in a numbered step splits the list and starts again at 1")
  func codeInSteps() {
    let page = PagePayloads(
      "1. one\n   ```bash\n   ls\n   ```\n2. two\n\n   ```bash\n   ps\n   ```\n3. three")
    for (name, text) in page.all where name != "adf.json" {
      #expect(text.matches(of: #/<ol/#).count == 1, "\(name): \(text)")
      #expect(text.matches(of: #/<li>/#).count == 3, "\(name)")
    }
    #expect(page.losses == [[], []])
  }

  @Test("mark#227: code of several lines in a cell is text")
  func codeInCells() {
    let page = PagePayloads("| A |\n|---|\n| <pre>one<br>two</pre> |")
    #expect(
      page.cloud.contains("<code data-language=\"none\">one\ntwo</code></pre></td>"),
      "\(page.cloud)")
    #expect(page.storage[0].contains("<![CDATA[one\ntwo]]>"))
    #expect(page.dataCenter.contains("<pre>one\ntwo</pre>"))
  }

  @Test("md2conf: an escaped pipe in code in a cell keeps its backslash")
  func pipesInCells() {
    let page = PagePayloads("| A |\n|---|\n| `ps \\| grep x` |")
    page.expectEverywhere("<code>ps | grep x</code>")
  }

  @Test("mark#560: mermaid needs a browser")
  func mermaidStaysCode() {
    PagePayloads("```mermaid\ngraph TD; A-->B\n```").expectEverywhere("graph TD; A--")
  }

  @Test("storage inline code: emphasis inside code is refused by Cloud")
  func marksOnCode() {
    let page = PagePayloads("**bold `code` bold**")
    #expect(page.cloud.contains("<code>code</code>"))
    #expect(!page.cloud.contains("<strong>bold <code>"), "\(page.cloud)")
    #expect(page.adf.contains("[{\"type\":\"code\"}]"), "\(page.adf)")
  }
}
