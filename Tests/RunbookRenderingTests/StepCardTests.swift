import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering
import Testing

@Suite("Which parts of a page are steps, and which number they have")
struct StepCardTests {
  /// The body of a page whose blocks of code are commands.
  private func body(_ markdown: String, isRunbook: Bool = true) -> String {
    let file = SourceFile(path: "content/page.md", text: markdown)
    let page = RunbookParser.parse(file, at: PagePath("page.md")).0
    let commands = PageOutline(page.document).codeBlocks.map(\.range.lowerBound)
    var options = HTMLBodyOptions()
    options.rawHTML = .trusted
    options.cards = StepCards(
      page.document.blocks, commands: Set(commands), isRunbook: isRunbook)
    // Its tick is for the scripts.
    return String(decoding: HTMLBody.render(page.document, options), as: UTF8.self)
      .replacing(#/<div class="card-tools">.*\n/#, with: "")
  }

  /// Part, number and heading of each card, a line each.
  private func cards(_ markdown: String, isRunbook: Bool = true) -> [String] {
    body(markdown, isRunbook: isRunbook).matches(
      of:
        #/<div class="card" data-part="(\w+)">\n<h\d id="([^"]*)">(?:<span class="no" aria-hidden="true">(\d+)<\/span>)?/#
    ).map { "\($0.1) \($0.3 ?? "-") \($0.2)" }
  }

  private static let code = "\n\n```sh\nx\n```\n\n"

  @Test func stepsOfTheProcedureAreNumberedAndWhatVerifiesThemToo() {
    let text =
      "## Rollback plan\(Self.code)## Why\(Self.code)## Procedure\n\n### Look\(Self.code)#### Closer\(Self.code)"
      + "### Tell\n\nWords.\n\n## Verification\(Self.code)### Return\(Self.code)## Short\n\nWords.\n"
    #expect(
      cards(text) == [
        "rollback - rollback-plan", "other - why", "procedure 1 look", "procedure 2 tell",
        "procedure 3 verification", "procedure 4 return",
      ])
  }

  @Test func onAReferenceNobodyGoesInOrder() {
    #expect(cards("## Steps\(Self.code)", isRunbook: false) == ["other - steps"])
    #expect(cards("## Roll back\(Self.code)", isRunbook: false) == ["rollback - roll-back"])
  }

  @Test func numbersMakeStepsWhereNothingIsCalledAProcedure() {
    let text =
      "## Schritt 1: Suchen\(Self.code)## Schritt 2: Finden\n\n### Genauer\(Self.code)## 3 nodes\(Self.code)"
    #expect(
      cards(text) == [
        "procedure 1 schritt-1-suchen", "procedure 2 schritt-2-finden", "other - 3-nodes",
      ])
    #expect(cards("## 1. One\(Self.code)## Why\n\nWords.\n") == ["other - 1-one"])
  }

  @Test func aPageWithoutCommandsHasNoSteps() { #expect(cards("## Procedure\n\n### Call\n") == []) }

  @Test(arguments: [
    ("Step 1: Look", "Step 1: "), ("1. Look", "1. "), ("1) Look", "1) "), ("Étape 1 : Look", ""),
    ("Step 2: Look", ""), ("1.5 is enough", ""), ("1 node", ""), ("Step 1", ""), ("Step 1:", ""),
    ("99999999999999999999. x", ""), ("", ""),
  ])
  func aNumberOfTheHeadingIsNotShownTwice(_ heading: String, _ own: String) {
    let html = body("## Procedure\n\n### \(heading)\(Self.code)")
    #expect(html.contains("<span class=\"own-no\">\(own)</span>") == !own.isEmpty)
    let text = html.replacing(#/<[^>]*>/#, with: "")
    #expect(heading.isEmpty || text.contains("1\(heading)"))
  }

  /// A wrapper of ours would end where the browser ends it, not where the author does.
  @Test func rawHTMLIsNotWrapped() {
    #expect(cards("## Procedure\n\n### A\n\n<div>\(Self.code)### B\n\n</div>\(Self.code)") == [])
  }

  @Test func everyCardIsClosed() {
    let html = body(
      "## Procedure\n\n### A\(Self.code)> ### Quoted\(Self.code)### B\(Self.code)## C\n")
    #expect(html.matches(of: #/<div/#).count == html.matches(of: #/<\/div>/#).count)
    #expect(html.contains("</div>\n<h2 id=\"c\">C<a"))
  }
}
