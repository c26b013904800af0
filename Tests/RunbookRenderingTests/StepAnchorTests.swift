import Foundation
import RunbookModel
import RunbookParsing
import Testing

@testable import RunbookRendering

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

  @Test func theAnchorStandsBeforeTheHeading() {
    let html = body("## Do it\n\n> [!CAUTION]\n> Hot.\n\n```a\nx\n```\n")
    #expect(html.hasPrefix("<span class=\"at\" id=\"step-a\"></span>\n<h2"))
    #expect(html.contains("<figure class=\"code\" data-step=\"a\">"))
  }

  @Test func farBelowItBringsTheHeadingAlong() {
    let html = body("## Do *it*\n\n\(Self.text)> [!NOTE]\n> Warm.\n\n```a\nx\n```\n")
    #expect(
      html.contains(
        "<p class=\"at\" id=\"step-a\"><a href=\"#do-it\">Do it</a></p>\n<aside class=\"alert alert-note\""
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
    #expect(html.contains("id=\"step-b\"><a href=\"#do\">Do</a></p>\n<figure"))
  }

  @Test func inAFoldTheAnchorStandsInside() {
    let html = body(
      "## Do\n\n> [!CAUTION]\n> Hot.\n\n<details><summary>More</summary>\n\n```a\nx\n```\n\n</details>\n"
    )
    let fold = html.range(of: "<details>")
    let anchor = html.range(of: "id=\"step-a\"><a href=\"#do\">Do</a> <b class=\"flag stop\">")
    #expect(fold != nil && anchor != nil, "\(html)")
    if let fold, let anchor { #expect(fold.upperBound < anchor.lowerBound) }
  }
}
