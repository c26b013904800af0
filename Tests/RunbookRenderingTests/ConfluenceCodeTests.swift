import RunbookChecks
import RunbookModel
import RunbookRendering
import Testing

@Suite("Storage format: code")
struct ConfluenceCodeTests {
  @Test(
    "languages have the target's name",
    arguments: [
      ("sh", "shell", "bash"), ("bash", "shell", "bash"), ("console", "shell", "bash"),
      ("yml", "yaml", "yml"), ("YAML", "yaml", "yml"), ("json", "json", "js"),
      ("hcl", "hcl", "text"), ("terraform", "hcl", "text"), ("dockerfile", "docker", "text"),
      ("python", "python", "py"), ("text", "none", "text"), ("", "none", "text"),
      ("promql", "none", "text"), ("toml", "toml", "text"), ("go", "go", "text"),
    ])
  func languages(fence: String, cloud: String, dataCenter: String) {
    StorageRendering().expect(
      PageTree.fence(fence, "x\n"), cloud: StorageMarkup.code(cloud, "x"),
      dataCenter: StorageMarkup.code(dataCenter, "x"))
  }

  /// An unknown name makes the macro of Data Center show an error (confluencebuilder#75).
  @Test func anUnknownLanguageIsReportedAtItsName() {
    #expect(
      StorageRendering().losses(.cloud, PageTree.fence("promql", "x\n")) == [
        "the code language \"promql\""
      ])
    #expect(
      StorageRendering().losses(.dataCenter, PageTree.fence("hcl", "x\n")) == [
        "the code language \"hcl\""
      ])
    for plain in ["", "text", "plaintext"] {
      for target in ConfluenceTarget.allCases {
        #expect(StorageRendering().losses(target, PageTree.fence(plain, "x\n")) == [])
      }
    }
  }

  @Test func everyNameOfATargetIsOneThatItKnows() {
    for target in ConfluenceTarget.allCases {
      let names = Set(Self.fences.compactMap { ConfluenceLanguage.name(for: $0, target: target) })
      #expect(names.isSubset(of: target == .cloud ? Self.cloud : Self.dataCenter), "\(target)")
    }
  }

  private static let fences =
    ("actionscript applescript bash c c# c++ clojure coldfusion css dart delphi diff dockerfile"
    + " elixir erlang gherkin go graphql groovy handlebars haskell hcl html java javafx javascript"
    + " json jsx julia kotlin lua markdown nginx perl php powershell protobuf python r ruby rust"
    + " sass scala splunk-spl sql swift tex text toml tsx typescript vb xml yaml").split(
      separator: " "
    ).map(String.init)

  private static let cloud = Set(
    ("none shell yaml json xml html text sql python javascript typescript go java kotlin ruby rust"
      + " c c++ csharp powershell php perl lua groovy scala swift r dart elixir erlang haskell"
      + " clojure julia hcl docker nginx toml protobuf graphql gherkin handlebars markdown diff css"
      + " sass tex jsx tsx splunk-spl").split(separator: " ").map(String.init))

  private static let dataCenter = Set(
    ("actionscript3 applescript bash c# cpp css coldfusion delphi diff erl groovy xml java jfx js"
      + " perl php powershell py ruby sass scala sql text vb yml").split(separator: " ").map(
        String.init))

  @Test func anIndentedBlockIsPlain() {
    let code = PageTree.block(.code(CodeBlock(text: "a\n\nb\n", lineOffsets: [0], fence: nil)))
    StorageRendering().expect(
      code, cloud: StorageMarkup.code("none", "a\n\nb"),
      dataCenter: StorageMarkup.code("text", "a\n\nb"))
  }

  @Test(
    "a CDATA end in code is split",
    arguments: [
      "]]>", "a ]]> b ]]>", "]]]>", "]]>]]>", "if [[ $a == b ]]>x", "]]", "]", "<![CDATA[x]]>", "",
    ])
  func cdata(code: String) throws {
    for target in ConfluenceTarget.allCases {
      let root = try StorageRendering().root(target, [PageTree.fence("sh", code + "\n")])
      #expect(root.all("ac:plain-text-body").map(\.text) == [code])
    }
  }

  @Test func codeKeepsItsMarkupCharactersAndBlankLines() throws {
    let code = "kubectl get po > out.txt && echo '&nbsp;' <name>\n\n\tend  "
    let root = try StorageRendering().root(.cloud, [PageTree.fence("sh", code + "\n")])
    #expect(root.all("ac:plain-text-body").map(\.text) == [code])
  }

  /// md2conf loses the whole block when a fence has a title.
  @Test func titlesAreParameters() {
    let title = StorageMarkup.parameter("title", "a &lt;b&gt;")
    StorageRendering().expect(
      PageTree.fence("sh", "x\n", ["title": "a <b>", "step": "one"]),
      cloud: StorageMarkup.code("shell", "x", parameters: title),
      dataCenter: StorageMarkup.code("bash", "x", parameters: title))
  }

  @Test func lineNumbersAreForDataCenter() {
    let block = PageTree.fence("sh", "x\n", ["linenumbers": "", "firstline": "7"])
    let parameters =
      StorageMarkup.parameter("linenumbers", "true") + StorageMarkup.parameter("firstline", "7")
    StorageRendering().expect(
      block, cloud: StorageMarkup.code("shell", "x"),
      dataCenter: StorageMarkup.code("bash", "x", parameters: parameters))
    #expect(
      StorageRendering().losses(.cloud, block)
        == ["the code option \"linenumbers\"", "the code option \"firstline\""])
    #expect(StorageRendering().losses(.dataCenter, block) == [])
    StorageRendering().expect(
      PageTree.fence("sh", "x\n", ["linenumbers": "false", "firstline": "seven"]),
      cloud: StorageMarkup.code("shell", "x"), dataCenter: StorageMarkup.code("bash", "x"))
  }

  /// Cloud's code macro does not fold (text2confl#268).
  @Test func collapsedCodeIsInAnExpandOnCloud() {
    let block = PageTree.fence("sh", "x\n", ["collapse": "", "title": "Log"])
    let title = StorageMarkup.parameter("title", "Log")
    StorageRendering().expect(
      block,
      cloud: StorageMarkup.macro("expand", parameters: title, StorageMarkup.code("shell", "x")),
      dataCenter: StorageMarkup.code(
        "bash", "x", parameters: title + StorageMarkup.parameter("collapse", "true")))
    let step = PageTree.list(PageTree.item(PageTree.fence("sh", "x\n", ["collapse": ""])))
    #expect(StorageRendering().losses(.cloud, step) == ["the code option \"collapse\""])
    #expect(!StorageRendering().storage(.cloud, [step]).contains("expand"))
  }
}
