import RunbookModel
import RunbookParsing
import Testing

/// Where a line of East Asian text ends, no space is meant.
@Suite struct EastAsianTextTests {
  @Test(arguments: [
    ("\u{30DC}\u{30FC}\n\u{30C9}", "\u{30DC}\u{30FC}\u{30C9}"),
    ("\u{7ED3}\u{675F}\u{3002}\n\u{300C}\u{7B2C}", "\u{7ED3}\u{675F}\u{3002}\u{300C}\u{7B2C}"),
    ("**\u{7ED3}**\n`\u{7B2C}`", "\u{7ED3}\u{7B2C}"),
    ("[\u{7ED3}](a)\n\u{7B2C}", "\u{7ED3}\u{7B2C}"),
    ("\u{FF71}\n\u{FF72}", "\u{FF71}\u{FF72}"), ("\u{20000}\n\u{20001}", "\u{20000}\u{20001}"),
    ("\u{845B}\u{E0100}\n\u{57CE}", "\u{845B}\u{E0100}\u{57CE}"),
    ("\u{7ED3}\nx", "\u{7ED3} x"), ("x\n\u{7ED3}", "x \u{7ED3}"), ("foo\nbar", "foo bar"),
    ("\u{BB38}\u{C7A5}\n\u{B2E4}\u{C74C}", "\u{BB38}\u{C7A5} \u{B2E4}\u{C74C}"),
    ("\u{7ED3}  \n\u{7B2C}", "\u{7ED3} \u{7B2C}"), ("\u{7ED3}\n<b>\u{7B2C}", "\u{7ED3} \u{7B2C}"),
  ])
  func lineEnds(_ markdown: String, _ text: String) throws {
    let file = SourceFile(path: "a.md", text: markdown)
    let block = try #require(
      RunbookParser.parse(file, at: PagePath("a.md")).0.document.blocks.first)
    guard case .paragraph(let content) = block.kind else { return #expect(Bool(false)) }
    #expect(content.plainText == text)
  }
}
