import Foundation
import RunbookModel
import RunbookParsing
import TestSupport
import Testing

/// Every range of every page at hand points to what it says.
@Suite struct RangeTests {
  @Test func rangesOfTheCorpusAreTrue() {
    audit(Corpus.cases.map { SourceFile(path: "\($0.file):\($0.line)", bytes: $0.input) }, "corpus")
  }

  @Test func rangesOfRealPagesAreTrue() {
    #expect(Pages.markdown.count > 60)
    audit(Pages.markdown, "real pages")
  }

  @Test(.needs("the specification: make oracles", TestPages.specification != nil))
  func rangesOfTheSpecificationAreTrue() {
    #expect(Pages.examples.count > 3000)
    audit(Pages.examples, "specification")
  }

  private func audit(_ files: [SourceFile], _ what: String) {
    var audit = RangeAudit()
    for file in files {
      audit.audit(RunbookParser.parse(file, at: PagePath("page.md")).0.document, of: file)
    }
    let counts = RangeAudit.Spelling.allCases.map { "\($0) \(audit.counts[$0] ?? 0)" }
    print(
      "\(what): \(files.count) files, inlines \(counts), code lines \(audit.codeLines),",
      "problems \(audit.problems.count)")
    #expect(audit.problems.isEmpty, "\(audit.problems.prefix(40).joined(separator: "\n"))")
  }
}

enum Pages {
  static let markdown = (TestPages.own + TestPages.others).map {
    SourceFile(path: $0.name, bytes: $0.bytes)
  }

  /// The examples of the specification, each as it is and inside a quote, a list and both.
  static let examples: [SourceFile] = {
    guard let text = TestPages.specification else { return [] }
    let fence = String(repeating: "`", count: 32)
    return text.components(separatedBy: "\n" + fence + " example").dropFirst().enumerated().flatMap
    {
      number, example in
      let page = example.components(separatedBy: "\n.\n")[0]
        .replacingOccurrences(of: "→", with: "\t").split(
          separator: "\n", omittingEmptySubsequences: false
        ).dropFirst()
      let plain = page.map { $0 + "\n" }.joined()
      let frames = [("", ""), ("> ", "> "), ("- ", "  "), ("> 1. ", ">    "), ("- > ", "  > ")]
      return frames.map { first, rest in
        let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let framed = lines.enumerated().map { ($0.offset == 0 ? first : rest) + $0.element + "\n" }
        return SourceFile(
          path: "example \(number + 1) in \(first.debugDescription)",
          text: "\n" + framed.joined())
      }
    }
  }()
}
