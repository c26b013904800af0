import Foundation
import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering
import TestSupport
import Testing

/// Every example of the GitHub Flavored Markdown specification, rendered by us and by cmark-gfm.
@Suite struct GFMSpecificationTests {
  @Test(
    .needs("the specification: make oracles", TestPages.specification != nil),
    .needs("cmark-gfm", Machine.has("cmark-gfm")))
  func everyExampleRendersAsCmarkRendersIt() throws {
    let examples = Specification.examples(in: try #require(TestPages.specification))
    #expect(examples.count > 600)
    for example in examples where Specification.differences[example.number] == nil {
      let ours = Specification.withoutAdditions(Specification.ours(example.markdown))
      #expect(ours == Specification.cmark(example.markdown), "example \(example.number)")
    }
  }

  @Test(
    .needs("the specification: make oracles", TestPages.specification != nil),
    .needs("cmark-gfm", Machine.has("cmark-gfm")))
  func everyListedDifferenceIsOne() throws {
    let examples = Specification.examples(in: try #require(TestPages.specification))
    for example in examples where Specification.differences[example.number] != nil {
      let ours = Specification.withoutAdditions(Specification.ours(example.markdown))
      #expect(ours != Specification.cmark(example.markdown), "example \(example.number)")
    }
  }

  /// With the default policy raw HTML is text, and nothing else changes.
  @Test(
    .needs("the specification: make oracles", TestPages.specification != nil),
    .needs("cmark-gfm", Machine.has("cmark-gfm")))
  func escapedHTMLLeavesNoTagOfTheAuthor() throws {
    for example in Specification.examples(in: try #require(TestPages.specification)) {
      let html = Specification.ours(example.markdown, policy: .escape)
      for tag in [
        "<script", "<style", "<textarea", "<div id", "<DIV", "<bab>", "<responsive-image",
      ] {
        #expect(!html.contains(tag), "example \(example.number)")
      }
    }
  }
}

enum Specification {
  struct Example {
    let number: Int
    let markdown: String
  }

  /// Where we differ from cmark on purpose, by example number.
  static let differences: [Int: String] = [:]

  static func examples(in text: String) -> [Example] {
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    var markdown: [Substring]?
    var inOutput = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(fence + " example") {
        markdown = []
      } else if line == fence, let lines = markdown {
        let source = lines.map { $0.replacingOccurrences(of: "→", with: "\t") + "\n" }.joined()
        examples.append(Example(number: examples.count + 1, markdown: source))
        (markdown, inOutput) = (nil, false)
      } else if line == ".", markdown != nil {
        inOutput = true
      } else if !inOutput {
        markdown?.append(line)
      }
    }
    return examples
  }

  static func ours(_ markdown: String, policy: RawHTMLPolicy = .trusted) -> String {
    // A page starts with front matter or not; an empty line keeps a leading `---` a rule.
    let file = SourceFile(path: "spec.md", text: "\n" + markdown)
    let (page, _) = RunbookParser.parse(file, at: PagePath("spec.md"))
    var options = HTMLBodyOptions()
    options.rawHTML = policy
    let document =
      policy == .trusted ? page.document : HTMLTree.resolve(page.document, policy).document
    return String(decoding: HTMLBody.render(document, options), as: UTF8.self)
  }

  private static let program = "/usr/bin/cmark-gfm"

  /// What the cmark-gfm program makes of it; a process of its own, as the library is not safe to use
  /// beside the parsers of other tests.
  static func cmark(_ markdown: String) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    let extensions = ["footnotes", "table", "strikethrough", "autolink", "tasklist"]
    process.arguments = ["--unsafe"] + extensions.flatMap { ["-e", $0] }
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    guard (try? process.run()) != nil else { return "cmark-gfm does not run" }
    input.fileHandleForWriting.write(Data(("\n" + markdown).utf8))
    try? input.fileHandleForWriting.close()
    let html = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: html, as: UTF8.self)
  }

  /// Takes out what we add on purpose: anchors in headings, frames of code and tables, the class of
  /// a task; an alignment is a class with us, as the attribute is obsolete.
  static func withoutAdditions(_ html: String) -> String {
    let patterns = [
      (#"<h([1-6]) id="[^"]*">"#, "<h$1>"),
      (##"<a class="anchor" href="#[^"]*" aria-label="permalink">#</a>"##, ""),
      // Words show as their keys where a site brings none.
      (#"aria-label="backToContent""#, #"aria-label="Back to content""#),
      (#"<figure class="code">"#, ""), (#"</pre>\n</figure>"#, "</pre>"),
      (#"<div class="table-wrap"[^>]*>\n"#, ""), (#"</table>\n</div>"#, "</table>"),
      (#"<pre tabindex="0">"#, "<pre>"),
      (#"<li class="task-list-item">"#, "<li>"), (#" aria-label="(done|toDo)""#, ""),
      (#"<span class=ph[^>]*>([^<]*)</span>"#, "$1"),
      (#"<(t[hd]) class="(left|center|right)">"#, #"<$1 align="$2">"#),
      (#"<wbr>"#, ""), (#"<code class=[wl]>"#, "<code>"),
      (#"<i class=(?:[a-z]+|"[a-z]+ [wl]")>([^<]*)</i>"#, "$1"),
      (#"<i class=[wl]>([^<]*)</i>"#, "$1"),
    ]
    return patterns.reduce(html) {
      $0.replacingOccurrences(of: $1.0, with: $1.1, options: .regularExpression)
    }
  }
}
