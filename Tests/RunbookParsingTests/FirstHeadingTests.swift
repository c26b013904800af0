import RunbookModel
import RunbookParsing
import Testing

/// A page without a title is called by its first heading, which is found without reading all of it.
@Suite struct FirstHeadingTests {
  private static let filler = String(repeating: "Words of a paragraph.\n\n", count: 100)
  private static let fence = "```bash\n" + String(repeating: "# no heading\n", count: 100)

  @Test(arguments: [
    "# Start\n\n" + filler, filler + "# Later\n\n" + filler, filler, filler + "Late\n====\n",
    "Start\n=====\n" + filler + "# Later\n", fence + "```\n\n## Behind\n" + filler,
    fence + "# never closed\n", "# [a]\n\n" + filler + "[a]: b.md\n",
    "# `[a]`\n\n" + filler, "> # Quoted\n\n" + filler + "# Later\n",
    "<!--\n" + filler + "# comment\n-->\n\n# After\n", "# a[^1]\n\n" + filler + "[^1]: x\n",
    "<details>\n<summary>a</summary>\n\n# Inside\n\n" + filler + "</details>\n\n# Outside\n",
    "- item\n\n  # In a list\n" + filler, String(repeating: "word ", count: 400) + "\n# Next\n",
    String(repeating: "line\n", count: 210) + "===\n" + filler,
    "---\nowner: x\n" + String(repeating: "# comment\n", count: 200) + "---\n\n# Page\n" + filler,
    "---\nowner: x\n" + String(repeating: "# open\n", count: 300), "",
  ])
  func isThatOfTheWholePage(_ text: String) {
    let file = SourceFile(path: "content/page.md", text: text)
    let path = PagePath("page.md")
    let heading = RunbookParser.firstHeading(of: file, at: path, limits: Limits())
    let whole = RunbookParser.parse(file, at: path).0.outline.sections.first
    #expect(heading?.text == whole?.text)
    #expect(heading?.range == whole?.range)
  }
}
