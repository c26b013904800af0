import Foundation
import RunbookRendering
import Testing

@Suite("Defects of peers: lists, tasks, tables")
struct PeerListDefectTests {
  @Test("md2conf, m-c: an ordered list starts at 1 whatever its author wrote")
  func starts() {
    PagePayloads("7. seven\n8. eight").expectEverywhere("<ol start=\"7\">")
  }

  @Test("md2conf#12 #118 #150 #152: a list indented by two spaces becomes flat")
  func twoSpaces() {
    PagePayloads("- a\n  - b\n    - c").expectEverywhere("<ul><li><p>c</p></li></ul>")
  }

  @Test("md2conf#250: a list without an empty line before it is text")
  func noEmptyLine() {
    PagePayloads("Text:\n- a\n- b").expectEverywhere("<ul><li><p>a</p></li><li><p>b</p></li></ul>")
  }

  @Test("editor: a panel in a step lifts it out, and numbering starts again at 1")
  func panelsInSteps() {
    let page = PagePayloads("1. one\n2. two\n\n   > [!WARNING]\n   > careful\n3. three\n4. four")
    #expect(page.cloud.contains("<ol><li><p>one</p></li><li><p>two</p></li></ol>"), "\(page.cloud)")
    #expect(page.cloud.contains("<ol start=\"3\"><li><p>three</p></li><li><p>four</p></li></ol>"))
    #expect(!page.losses[0].isEmpty)
  }

  @Test("md2conf: a task has a random id, so that pages differ from run to run")
  func taskIds() {
    let markdown = "- [ ] a\n- [x] b\n\nText\n\n- [ ] c"
    let (first, second) = (PagePayloads(markdown), PagePayloads(markdown))
    #expect(first.all.map(\.text) == second.all.map(\.text))
    #expect(!first.storage[0].contains("uuid"))
    #expect(first.storage[0].contains("<ac:task-id>3</ac:task-id>"))
  }

  @Test("mark: a list of tasks and plain items loses its tasks")
  func mixedTasks() {
    let page = PagePayloads("- [ ] open\n- plain\n- [x] done\n  - [ ] below")
    #expect(page.storage[0].matches(of: #/<ac:task-status>incomplete/#).count == 2)
    #expect(page.storage[0].matches(of: #/<ac:task-status>complete/#).count == 1)
    for words in ["open", "plain", "done", "below"] { page.expectEverywhere(words) }
    #expect(page.cloud.contains("data-task-state=\"DONE\""))
  }

  @Test("m-c: tasks become emoji")
  func tasksAreTasks() {
    let page = PagePayloads("- [x] done")
    #expect(page.adf.contains("\"taskItem\""))
    #expect(page.cloud.contains("data-node-type=\"actionList\""))
    for (name, text) in page.all {
      #expect(!text.contains("✅") && !text.contains("[x]"), "\(name)")
    }
  }

  @Test("m-c: the alignment of columns is lost")
  func alignment() {
    let page = PagePayloads("| A | B |\n|:-:|--:|\n| c | d |")
    #expect(page.cloud.contains("class=\"fabric-editor-block-mark\" data-align=\"center\"><p>c"))
    #expect(page.cloud.contains("data-align=\"end\"><p>d"))
    #expect(page.storage[0].contains("<p style=\"text-align: center;\">c"))
    #expect(page.dataCenter.contains("<td style=\"text-align: right;\"><p>d"))
    #expect(page.adf.contains("\"alignment\""))
  }

  @Test("mark#188 #804, md2conf#230, m-c: columns have no width, or 340 pixels each")
  func widths() {
    let page = PagePayloads("| Id | Words |\n|---|---|\n| a | many more words than in the other |")
    let widths = page.cloud.matches(of: #/data-colwidth="(\d+)"/#).compactMap { Int($0.output.1) }
    #expect(widths.count == 4)
    #expect(widths[0] < widths[1])
    #expect(widths[0] + widths[1] == 760)
    #expect(page.storage[0].contains("<col style=\"width: \(widths[0]).0px;\"/>"))
  }

  @Test("md2conf#232: header cells are bold text instead of header cells")
  func headers() {
    let page = PagePayloads("| A |\n|---|\n| b |")
    for (name, text) in page.all where name != "adf.json" {
      #expect(text.matches(of: #/<th[ >]/#).count == 1, "\(name)")
      #expect(!text.contains("<strong>"), "\(name)")
    }
    #expect(page.adf.contains("tableHeader"))
  }

  @Test("md2conf#77 #142: a line break in a cell ends the run")
  func breaksInCells() {
    let page = PagePayloads("| A |\n|---|\n| one<br>two<br/>three |\n\nAfter.")
    #expect(page.cloud.contains("one<br>two<br>three"))
    #expect(page.storage[0].contains("one<br/>two<br/>three"))
    page.expectEverywhere("<p>After.</p>")
  }

  @Test("mark#100: a table with CRLF line ends is text")
  func carriageReturns() {
    let markdown = "| A | B |\n|---|---|\n| c | d |\n\n```bash\nls\nps\n```\n\none\ntwo"
    let (unix, windows) = (
      PagePayloads(markdown), PagePayloads(markdown.replacing("\n", with: "\r\n"))
    )
    #expect(unix.all.map(\.text) == windows.all.map(\.text))
    #expect(windows.cloud.contains("<table"))
  }

  @Test("editor: an expand in a cell is lost; Cloud has one of its own for that")
  func expandsInCells() {
    let page = PagePayloads(
      "| A |\n|---|\n| <details><summary>More</summary>hidden</details> |")
    #expect(
      page.cloud.contains("data-node-type=\"nestedExpand\" data-title=\"More\""), "\(page.cloud)")
    page.expectEverywhere("hidden")
  }
}
