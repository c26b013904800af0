import Foundation
import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering
import TestSupport
import Testing

/// From Markdown to storage format: what the other suites show on trees made by hand.
@Suite("Storage format: from Markdown")
struct ConfluenceMarkdownTests {
  private func document(_ markdown: String) -> Document {
    // An empty line keeps a leading `---` a rule.
    let file = SourceFile(path: "a.md", text: "\n" + markdown)
    return RunbookParser.parse(file, at: PagePath("a.md")).0.document
  }

  private func faults(_ markdown: String, _ html: RawHTMLPolicy) -> [String] {
    let document = document(markdown)
    return ConfluenceTarget.allCases.flatMap { target in
      let storage = StorageExport(
        target: target, html: html, resolver: StorageRendering.resolver)
      let output = storage.render(
        document, page: ConfluencePage(title: "A"),
        linkedHeadings: Set(PageOutline(document).sections.map(\.heading.id)))
      return StorageAllowList.faults(of: String(decoding: output.bytes, as: UTF8.self))
    }
  }

  /// The shapes at which peers abort, split lists, or lose blocks, on one page.
  private static let runbook = #"""
    # Restart <cluster-name>

    Line one
    line two<br>line three &nbsp; end.

    3. Stop it:
       ```bash {title="Stop it" step=stop}
       systemctl stop app
       ```
    4. Wait.

    | Task | Command |
    |------|:-------:|
    | List | `ps aux \| grep app`<br>twice |

    - [ ] checked by `ops`
      - [x] twice
    - plain

    > [!WARNING]
    > Careful:
    > ```toml
    > a = "]]>"
    > ```

    [there](#restart-cluster-name) and a note[^1].

    [^1]: See **`x`**.
    """#

  @Test func whatPeersLoseIsThere() throws {
    let root = try StorageRendering(footnotes: document(Self.runbook).footnotes).root(
      .cloud, document(Self.runbook).blocks)
    #expect(root.all("h1").map(\.text) == ["Restart <cluster-name>"])
    let lists = root.all("ol").map { $0.attributes["start"] }
    #expect(lists == ["3", nil])
    let step = try #require(root.all("ol").first?.children.first)
    #expect(step.children.map(\.name) == ["p", "ac:structured-macro"])
    #expect(
      step.all("ac:parameter").map(\.text) == ["shell", "Stop it"])
    #expect(root.all("td").flatMap { $0.all("code") }.map(\.text) == ["ps aux | grep app"])
    #expect(root.all("td").flatMap { $0.all("br") }.count == 1)
    #expect(root.all("ac:task-list").count == 2)
    #expect(root.all("ac:task").flatMap { $0.all("ac:task-list") }.isEmpty)
    let panel = try #require(root.macros("note").first)
    #expect(panel.all("ac:plain-text-body").map(\.text) == ["a = \"]]>\""])
    #expect(root.children.filter { $0.name == "p" }.first?.text.contains("\n") == false)
  }

  @Test("every page of the content is storage format")
  func content() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("content")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let pages = (names ?? []).filter { $0.hasSuffix(".md") }.sorted()
    #expect(pages.contains("index.md"))
    for name in pages {
      let markdown = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(faults(markdown, .escape) == [], "\(name)")
    }
  }

  @Test(
    "every example of the GFM specification is storage format",
    .needs("the specification: make oracles", TestPages.specification != nil),
    arguments: [RawHTMLPolicy.escape, .safe])
  func specification(policy: RawHTMLPolicy) throws {
    let examples = Specification.examples(in: try #require(TestPages.specification))
    #expect(examples.count > 600)
    for example in examples {
      #expect(faults(example.markdown, policy) == [], "example \(example.number)")
    }
  }
}
