import Foundation
import RunbookRendering
import Testing

/// `dc.html`, in the shapes that Data Center's editor makes and reads.
@Suite struct DataCenterPayloadTests {
  private func html(_ markdown: String) -> String { PagePayloads(markdown).dataCenter }

  @Test func codeIsATableWithItsParameters() {
    #expect(
      html("```bash {title=\"Stop it\"}\necho \"<a>\" && b\n```")
        == DataCenterMarkup.code(
          "language=bash|title=Stop it", "echo &quot;&lt;a&gt;&quot; &amp;&amp; b"))
  }

  /// `Confluence.MacroParameterSerializer` puts a backslash before `\`, `=` and `|`.
  @Test func parametersAreEscapedAndSorted() {
    #expect(
      html("```text {title=\"a=b|c\\\\d\" linenumbers}\nx\n```").contains(
        "data-macro-parameters=\"language=text|linenumbers=true|title=a\\=b\\|c"))
  }

  @Test func aLineEndAtTheStartOfCodeIsKept() {
    #expect(html("```text\n\n\nx\n```").contains("<pre>\n\n\nx</pre>"))
  }

  @Test(arguments: [
    ("NOTE", "info", ""), ("TIP", "tip", ""), ("WARNING", "note", ""), ("CAUTION", "warning", ""),
    ("IMPORTANT", "panel", "bgColor=#eae6ff|borderColor=#998dd9|title=Important"),
  ])
  func alertsAreMacrosOfTheirColour(_ alert: String, _ macro: String, _ parameters: String) {
    #expect(
      html("> [!\(alert)]\n> Text")
        == DataCenterMarkup.macro(macro, parameters, body: "RICH_TEXT", "<p>Text</p>"))
  }

  @Test func detailsAreAnExpand() {
    #expect(
      html("<details><summary>More</summary>\n\nText\n\n</details>")
        == DataCenterMarkup.macro("expand", "title=More", body: "RICH_TEXT", "<p>Text</p>"))
  }

  @Test func tasksAreAnInlineTaskList() {
    #expect(
      html("- [x] done\n- [ ] open")
        == "<ul class=\"inline-task-list\"><li class=\"checked\" data-inline-task-id=\"1\">done</li>"
        + "<li data-inline-task-id=\"2\">open</li></ul>")
  }

  @Test func macrosWithoutABodyAreImages() {
    var page = ConfluencePage(title: "A")
    page.contents = 2...3
    let html = PagePayloads("Text", page: page).dataCenter
    let definition = Data("{toc:maxLevel=3|minLevel=2}".utf8).base64EncodedString()
      .replacingOccurrences(of: "=", with: "")
    #expect(
      html
        == "<p><img class=\"editor-inline-macro\" src=\"/plugins/servlet/confluence/placeholder/macro"
        + "?definition=\(definition)&amp;locale=en_GB&amp;version=2\" data-macro-name=\"toc\""
        + " data-macro-parameters=\"maxLevel=3|minLevel=2\" data-macro-schema-version=\"1\"></p>"
        + "<p>Text</p>")
  }

  /// Every length of the last group of three bytes, and the two digits that differ from plain Base64.
  @Test(arguments: ["a", "ab", "abc", "a~~~?>", "ü€😀"])
  func placeholdersAreAskedForInURLSafeBase64(_ title: String) {
    var page = ConfluencePage(title: "A")
    page.properties = [.init("K", .status(ConfluenceStatus(title, .green)))]
    let html = PagePayloads("", page: page).dataCenter
    let definition = Data("{status:colour=Green|title=\(title)}".utf8).base64EncodedString()
      .replacingOccurrences(of: "=", with: "").replacingOccurrences(of: "+", with: "-")
      .replacingOccurrences(of: "/", with: "_")
    #expect(html.contains("?definition=\(definition)&amp;"), "\(html)")
  }

  @Test func linksOfThePageLeadToAnchorMacros() {
    let html = html("[there](#part-two)\n\n## Part two\n\nText")
    #expect(html.contains("data-macro-name=\"anchor\" data-macro-default-parameter=\"part-two\""))
    #expect(
      html.contains(
        "<a class=\"confluence-link\" href=\"#part-two\" data-anchor=\"part-two\""
          + " data-linked-resource-default-alias=\"part-two\">there</a>"))
  }

  @Test func tablesHaveWidthsInPercentThatMakeAHundred() throws {
    let html = html("| A | B |\n|---|:-:|\n| one | some words that are longer |")
    let widths = html.matches(of: #/<col style="width: (\d+)\.(\d)%;">/#).compactMap {
      Int($0.output.1 + $0.output.2)
    }
    #expect(widths.count == 2)
    #expect(widths.reduce(0, +) == 1000)
    #expect(html.contains("<th><p>A</p></th>"))
    #expect(html.contains("<td style=\"text-align: center;\">"))
  }

  @Test func propertiesAreTheDetailsMacro() {
    var page = ConfluencePage(title: "A")
    page.properties = [.init("Owner", "Ops")]
    #expect(
      PagePayloads("", page: page).dataCenter
        == DataCenterMarkup.macro(
          "details", body: "RICH_TEXT",
          "<table class=\"wrapped\"><tbody><tr><th>"
            + "<p>Owner</p></th><td><p>Ops</p></td></tr></tbody></table>"))
  }

  /// Data Center keeps panels, tables and code in list items: nothing splits the list.
  @Test func blocksStayInTheirSteps() {
    let html = html(
      "1. one\n\n   ```bash\n   ls\n   ```\n2. two\n\n   > [!NOTE]\n   > Text\n3. three")
    #expect(html.matches(of: #/<ol/#).count == 1)
    #expect(html.contains("<li><p>one</p><table class=\"wysiwyg-macro\" data-macro-name=\"code\""))
  }

  @Test func addressesThatRunSomethingAreText() {
    let html = html("[a](javascript:alert(1)) [b](data:text/html,x) ![c](javascript:alert(2))")
    #expect(!html.contains("href"))
    #expect(!html.contains("<img"))
    #expect(html.contains("a b"))
  }

  @Test func nothingStandsBetweenBlocks() {
    let html = html("# A\n\ntext\n\n- a\n- b\n\n> q\n\n| A |\n|---|\n| b |")
    #expect(!html.contains("\n"))
  }
}
