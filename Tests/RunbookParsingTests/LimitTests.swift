import RunbookModel
import RunbookParsing
import TestSupport
import Testing

/// What would take cmark or the YAML library too long is refused before they see it, with a finding
/// that names the limit.
@Suite struct LimitTests {
  @Test(.endsWhenHanging, arguments: LimitAttacks.markdown)
  func refused(_ attack: LimitAttack) {
    let file = SourceFile(path: "page.md", text: attack.text)
    let (page, diagnostics) = RunbookParser.parse(file, at: PagePath("page.md"))
    #expect(diagnostics.map(\.id) == ["limit-exceeded"], "\(diagnostics.map(\.summary))")
    let finding = diagnostics.first
    #expect(finding?.explanation.contains("{\(attack.limit.rawValue): …}") == true)
    #expect(finding?.summary.contains("the limit is \(attack.limit.usual)") == true)
    #expect(page.document.blocks.isEmpty)
  }

  @Test(.endsWhenHanging, arguments: LimitAttacks.yaml)
  func yamlRefused(_ attack: LimitAttack) {
    let file = SourceFile(path: "page.md", text: "---\n\(attack.text)\n---\nText.\n")
    let (frontMatter, diagnostics) = RunbookParser.frontMatter(of: file)
    #expect(diagnostics.map(\.id) == ["limit-exceeded"], "\(diagnostics.map(\.summary))")
    #expect(diagnostics.first?.explanation.contains("{\(attack.limit.rawValue): …}") == true)
    #expect(frontMatter?.root == nil)
    // The page itself is still read.
    let page = RunbookParser.parse(file, at: PagePath("page.md")).0
    #expect(page.document.blocks.count == 1)
  }

  @Test(arguments: LimitAttacks.allowed)
  func allowed(_ name: String, _ text: String) {
    let file = SourceFile(path: "page.md", text: text)
    let (page, diagnostics) = RunbookParser.parse(file, at: PagePath("page.md"))
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.summary))")
    #expect(!page.document.blocks.isEmpty)
  }

  @Test func aRaisedLimitLetsThrough() {
    var limits = Limits()
    let table =
      String(repeating: "|a", count: 150) + "|\n" + String(repeating: "|-", count: 150) + "|\n"
    let file = SourceFile(path: "page.md", text: table)
    #expect(RunbookParser.parse(file, at: PagePath("page.md"), limits: limits).1.count == 1)
    limits[.tableColumns] = 150
    let (page, diagnostics) = RunbookParser.parse(file, at: PagePath("page.md"), limits: limits)
    #expect(diagnostics.isEmpty)
    #expect(page.outline.tables.first?.value.alignments.count == 150)
  }
}
