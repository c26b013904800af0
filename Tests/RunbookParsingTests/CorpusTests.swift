import Foundation
import RunbookModel
import Testing

@Suite struct CorpusTests {
  @Test(arguments: Corpus.cases)
  func aPageMakesTheExpectedTree(_ example: Corpus.Case) {
    let dump = TreeDump.text(of: SourceFile(path: "page.md", bytes: example.input))
    #expect(
      dump == example.expected,
      "\(example.file):\(example.line): \(example.name)\nexpected\n\(example.expected)got\n\(dump)")
  }

  @Test func everyFileOfTheCorpusHasCases() {
    #expect(Corpus.files.count >= 10)
    for file in Corpus.files {
      #expect(Corpus.cases.contains { $0.file == file }, "\(file) has no case")
    }
  }
}
