import Foundation
import RunbookModel
import RunbookParsing
import RunbookRendering
import Testing

@Suite("Where a link to a step leads")
struct StepAnchorTests {
  /// The body of a page in which each block of code is a step with its language's name.
  private func body(_ markdown: String) -> String {
    let file = SourceFile(path: "content/page.md", text: markdown)
    let page = RunbookParser.parse(file, at: PagePath("page.md")).0
    var options = HTMLBodyOptions()
    for entry in PageOutline(page.document).codeBlocks {
      var figure = CodeFigure()
      figure.step = entry.value.language
      options.code[entry.range.lowerBound] = figure
    }
    options.anchors = StepAnchors(
      page.document, options.code.compactMapValues(\.step), without: nil)
    return String(decoding: HTMLBody.render(page.document, options), as: UTF8.self)
  }

  private static let text = String(repeating: "Many words on a line.\n\n", count: 30)

  @Test func theAnchorHoldsHeadingAlertAndBlock() {
    let html = body("## Do it\n\n> [!CAUTION]\n> Hot.\n\n```a\nx\n```\n\nLater.\n")
    #expect(html.hasPrefix("<div class=\"unit\" id=\"step-a\">\n<h2"))
    #expect(html.contains("<figure class=\"code\" data-step=\"a\">"))
    #expect(html.hasSuffix("</figure>\n</div>\n<p>Later.</p>\n"))
  }

  /// Each element ends where it began: the names of the open ones at each block of code.
  @Test(arguments: [
    ("## Do\n\n1. One\n\n   ```a\n   x\n   ```\n\n   ```b\n   x\n   ```\n\nT.", "a", "a b"),
    ("> ## Do\n\n```a\nx\n```\n\n```b\nx\n```\n", "", "b"),
    ("## Do\n\n<section>\n\n```a\nx\n```\n\n</section>\n\n```b\nx\n```\n", "", "b"),
    ("> [!NOTE]\n> ```a\n> x\n> ```\n>\n> ```b\n> x\n> ```\n", "a", "a b"),
    ("T.[^1]\n\n[^1]: ```a\n    x\n    ```\n\n    ```b\n    x\n    ```\n", "a", "b"),
  ])
  func theElementsOfStepsNest(_ markdown: String, _ first: String, _ second: String) {
    var open: [String] = []
    var found: [String] = []
    for tag in body(markdown).matches(
      of: #/<(/)?(div|figure|ol|ul|li|aside|blockquote|section)\b([^>]*)>/#)
    {
      if tag.1 != nil {
        #expect(open.popLast()?.hasPrefix(tag.2) == true)
        continue
      }
      open.append("\(tag.2)\(tag.3)")
      guard tag.2 == "figure" else { continue }
      found.append(
        open.compactMap { $0.firstMatch(of: #/id="step-(\w+)"/#)?.1 }.joined(separator: " "))
    }
    #expect(open.isEmpty)
    #expect(found == [first, second])
  }

  @Test func farBelowItBringsTheHeadingAlong() {
    let html = body("## Do *it*\n\n\(Self.text)> [!NOTE]\n> Warm.\n\n```a\nx\n```\n")
    #expect(
      html.contains(
        "<div class=\"unit\" id=\"step-a\">\n<p class=\"at\"><a href=\"#do-it\">Do it</a></p>\n<aside class=\"alert alert-note\""
      ))
  }

  @Test func anAlertThatIsFarAboveIsSaidAgain() {
    let html = body("## Do\n\n> [!WARNING]\n> Hot & new.\n\n\(Self.text)```a\nx\n```\n")
    #expect(
      html.contains(
        "<a href=\"#do\">Do</a> <b class=\"flag warn\">warning</b> Hot &amp; new.</p>\n<figure"))
  }

  @Test func whatBelongsToTheStepBeforeIsNotSaid() {
    let html = body("## Do\n\n> [!CAUTION]\n> Hot.\n\n```a\nx\n```\n\n```b\nx\n```\n")
    #expect(html.contains("id=\"step-b\">\n<p class=\"at\"><a href=\"#do\">Do</a></p>\n<figure"))
  }

  @Test func inAFoldTheAnchorStandsInside() {
    let html = body(
      "## Do\n\n> [!CAUTION]\n> Hot.\n\n<details><summary>More</summary>\n\n```a\nx\n```\n\n</details>\n"
    )
    let fold = html.range(of: "<details>")
    let anchor = html.range(
      of: "id=\"step-a\">\n<p class=\"at\"><a href=\"#do\">Do</a> <b class=\"flag stop\">")
    #expect(fold != nil && anchor != nil, "\(html)")
    if let fold, let anchor { #expect(fold.upperBound < anchor.lowerBound) }
  }
}
