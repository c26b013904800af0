import Foundation
import RunbookRendering
import Testing

@Suite("Defects of peers: HTML, line breaks, links, panels")
struct PeerTextDefectTests {
  @Test(
    "md2conf#30 #165 #268 #274, mark#54 #63 #111, sfdx-hardis#2151: one tag refuses the page",
    arguments: [
      "a <br> b", "a </br> b", "a <cluster-name> b", "a <svg onload=x> b", "a <placeholder> b",
      "<div>\nopen\n\nb", "a &nbsp; b", "a &copy; &unknown; & b", "a < b > c & d", "<!-- c --> b",
      "<p>unclosed b", "a <b>bold b", "a </p></p> b", "<![CDATA[ x ]]> b", "<?php b ?>", "\u{7}a b",
    ])
  func strangeTags(_ markdown: String) {
    // The allow-list of the payloads is checked in `PagePayloads`.
    let page = PagePayloads("Before.\n\n\(markdown)\n\nAfter.")
    for words in ["<p>Before.</p>", "b", "<p>After.</p>"] { page.expectEverywhere(words) }
    for fragment in page.storage { #expect(!fragment.contains("&nbsp;")) }
  }

  @Test("m-c, cfxmark: what looks like a tag disappears")
  func placeholders() {
    let page = PagePayloads("Restart <cluster-name> now, `<a>` and\n\n| <x-y> |\n|---|\n| <b-c> |")
    for words in ["&lt;cluster-name&gt;", "&lt;a&gt;", "&lt;x-y&gt;", "&lt;b-c&gt;"] {
      page.expectEverywhere(words)
    }
  }

  @Test(
    "mark#92 #593, c-p#345 #357 #443, m-c PR#643, cfxmark: a soft line break is shown",
    arguments: [
      "one\ntwo", "- one\n  two", "> one\n> two", "# x\n\none\ntwo", "> [!NOTE]\n> one\n> two",
    ])
  func softBreaks(_ markdown: String) {
    let page = PagePayloads(markdown)
    page.expectEverywhere("one two")
    #expect(page.adf.contains("one two"))
  }

  @Test("hard breaks are not soft ones")
  func hardBreaks() {
    let page = PagePayloads("one  \ntwo")
    #expect(page.cloud.contains("one<br>two"))
    #expect(page.storage[0].contains("one<br/>two"))
  }

  @Test("md2conf: an emoji becomes a blue star")
  func emoji() {
    let page = PagePayloads("Done ✅ :warning: 🚀")
    page.expectEverywhere("Done ✅ :warning: 🚀")
    #expect(!page.storage[0].contains("emoticon"))
  }

  // MARK: - Links

  @Test(
    "md2conf, mark#47 #129, confluencebuilder#908 #1121: a link to a heading leads nowhere")
  func anchors() {
    let page = PagePayloads("[there](#part-two)\n\n## Part two")
    for fragment in page.storage {
      #expect(fragment.contains("<ac:link ac:anchor=\"part-two\">"))
      #expect(fragment.contains(StorageMarkup.anchor("part-two")))
    }
    #expect(page.dataCenter.contains("data-anchor=\"part-two\""))
  }

  @Test("confluencebuilder#921, #931: an anchor in a heading becomes part of its id")
  func anchorsStandBeforeHeadings() throws {
    let page = PagePayloads("[there](#part-two)\n\n## Part two")
    for text in page.storage + [page.dataCenter] {
      let heading = try #require(text.range(of: "<h2>Part two</h2>"))
      let anchor = try #require(
        text.range(of: "part-two", options: .backwards, range: text.startIndex..<heading.lowerBound)
      )
      #expect(anchor.upperBound <= heading.lowerBound)
    }
  }

  @Test("confluencebuilder#1178, mark#963: anchors where nothing links to them")
  func noAnchorsWithoutLinks() {
    let page = PagePayloads("## Part (two)\n\nText")
    for (name, text) in page.all { #expect(!text.contains("anchor"), "\(name)") }
  }

  @Test("md2conf, md2conf#64, mark#182, md2cf#77: a link to a page has an address that was made up")
  func pageLinks() {
    let page = PagePayloads("[x](other.md) and **[`y`](other.md)**")
    for fragment in page.storage {
      #expect(fragment.contains("<ri:page ri:content-title=\"Title of other.md\"/>"))
      #expect(!fragment.contains("pageId"))
    }
    // Nobody knows an address for it here: the words stay, and no link leads nowhere.
    #expect(!page.cloud.contains("href"))
    #expect(!page.losses[0].isEmpty)
  }

  @Test("m-c: footnotes are lost")
  func footnotes() {
    let page = PagePayloads("A[^1] b[^x].\n\n[^1]: One.\n[^x]: Two.")
    for words in ["One.", "Two."] {
      page.expectEverywhere(words)
      #expect(page.adf.contains(words))
    }
  }

  // MARK: - Panels and expands

  @Test("text2confl#347: a warning is yellow where it should be red")
  func colours() {
    let kinds = [
      ("NOTE", "info", "info"), ("TIP", "tip", "success"), ("WARNING", "note", "warning"),
      ("CAUTION", "warning", "error"),
    ]
    for (alert, macro, panel) in kinds {
      let page = PagePayloads("> [!\(alert)]\n> x")
      #expect(page.storage[0].contains("ac:name=\"\(macro)\""), "\(alert)")
      #expect(page.cloud.contains("data-panel-type=\"\(panel)\""), "\(alert)")
      #expect(page.dataCenter.contains("data-macro-name=\"\(macro)\""), "\(alert)")
    }
  }

  @Test("md2conf#50, mark#48 #494, m-c: alerts are quotes, or all look the same")
  func fiveKinds() {
    let alerts = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]
    for form in [\PagePayloads.cloud, \.dataCenter, \.adf] {
      #expect(Set(alerts.map { PagePayloads("> [!\($0)]\n> x")[keyPath: form] }).count == 5)
    }
  }

  @Test("mark: alerts work at the root only")
  func nestedAlerts() {
    let page = PagePayloads(
      "- item\n\n  > [!TIP]\n  > in a list\n\n> quote\n>\n> > [!NOTE]\n> > in it")
    for words in ["in a list", "in it"] { page.expectEverywhere(words) }
    #expect(page.cloud.contains("data-panel-type=\"success\""))
    #expect(page.dataCenter.contains("data-macro-name=\"tip\""))
    #expect(!page.cloud.contains("[!TIP]"))
  }

  @Test("md2conf: an alert with a fence puts a macro into a paragraph")
  func codeInAlerts() {
    let page = PagePayloads("> [!WARNING]\n> Text:\n> ```bash\n> ls\n> ```")
    for fragment in page.storage {
      #expect(fragment.contains("<p>Text:</p><ac:structured-macro ac:name=\"code\""), "\(fragment)")
    }
    #expect(page.cloud.contains("<p>Text:</p><pre"))
  }

  @Test("md2conf#45, mark#63 #689: details do not work, or need an attribute")
  func details() {
    let page = PagePayloads(
      "<details>\n<summary>More</summary>\n\n- **a**\n\n```bash\nls\n```\n\n</details>")
    #expect(
      page.cloud.contains("<div data-node-type=\"expand\" data-title=\"More\""), "\(page.cloud)")
    #expect(page.storage[0].contains("ac:name=\"expand\""))
    for words in ["<li><p><strong>a</strong></p></li>", "ls"] { page.expectEverywhere(words) }
  }

  @Test("confluence-cli#130: markup in the title of a macro cuts it off")
  func titlesAreText() {
    let page = PagePayloads("<details><summary>A <b>&amp; b</b> \"c\"</summary>\n\nx\n\n</details>")
    #expect(
      page.storage[0].contains(StorageMarkup.parameter("title", "A &amp; b &quot;c&quot;")),
      "\(page.storage[0])")
    #expect(page.cloud.contains("data-title=\"A &amp; b &quot;c&quot;\""))
  }
}
