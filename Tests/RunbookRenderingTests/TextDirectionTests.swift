import RunbookModel
import RunbookParsing
import RunbookRendering
import Testing

/// Arabic and Hebrew stand on the right, on a page in any language.
@Suite struct TextDirectionTests {
  private func render(_ markdown: String) -> String {
    let page = RunbookParser.parse(
      SourceFile(path: "a.md", text: markdown), at: PagePath("a.md")
    ).0
    return String(
      decoding: HTMLBody.render(page.document, HTMLBodyOptions()), as: UTF8.self)
  }

  @Test(arguments: [
    ("نص مع `kubectl get pods`", "<p dir=\"rtl\">"), ("`kubectl` نص", "<p dir=\"rtl\">"),
    ("kubectl نص", "<p>"), ("1. **שלום**", "<ol dir=\"rtl\">\n<li>"),
    (
      "- שלום\n- hello\n- 1",
      "<ul dir=\"rtl\">\n<li>שלום</li>\n<li dir=\"ltr\">hello</li>\n<li>1</li>"
    ),
    ("- hello\n- שלום", "<ul>\n<li>hello</li>\n<li dir=\"rtl\">שלום</li>"),
    ("- a\n\n  שלום", "<ul>\n<li>\n<p>a</p>\n<p dir=\"rtl\">"),
    ("- שלום\n\n  hello", "<ul dir=\"rtl\">\n<li>\n<p>שלום</p>\n<p dir=\"ltr\">hello"),
    ("## שלום", "dir=\"rtl\">שלום"), ("| שלום | a |\n|---|---|\n| b | c |", "<table dir=\"rtl\">"),
    ("| a | שלום |\n|---|---|\n| b | c |", "<table>"),
    ("*[שלום](b.md)* a", "<p dir=\"rtl\">"), ("日本語", "<p>"), ("Ωμέγα שלום", "<p>"),
    ("(1) – שלום", "<p dir=\"rtl\">"), ("`code`", "<p><code>"),
  ])
  func theFirstLetterDecides(_ markdown: String, _ wanted: String) {
    #expect(render(markdown).contains(wanted), "\(render(markdown))")
  }
}
