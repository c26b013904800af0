import Foundation
import RunbookModel
import RunbookRendering
import TestSupport
import Testing

@Suite struct HighlightTests {
  static let files = ["highlight-shell.txt", "highlight-languages.txt"]

  @Test(arguments: files.flatMap(TextCorpus.cases))
  func aBlockGetsTheExpectedMarkup(_ example: TextCorpus.Case) throws {
    let block = try #require(HighlightedPage.blocks(of: example.input).first)
    let notation = HighlightedPage.notation(block.html)
    #expect(notation == example.expected, "line \(example.line): \(example.name)\n\(notation)")
  }

  @Test(arguments: files) func everyFileOfTheCorpusHasCases(_ file: String) {
    #expect(TextCorpus.cases(file).count >= 10)
  }

  @Test(arguments: [
    ("kubectl get pods", "kubectl get pods"),
    ("<name>", "⟨ph:text <name>⟩"),
    ("a && b", "a && b"),
    ("ssh <host>", "ssh ⟨ph:bare <host>⟩"),
    ("echo '<a>' \"<b>\"", "echo '⟨ph:single <a>⟩' \"⟨ph:double <b>⟩\""),
    ("echo '<a>", "echo '⟨ph:text <a>⟩"),
    ("EXTERNAL-IP <none>", "EXTERNAL-IP <none>"),
  ])
  func codeSpansMarkPlaceholdersOnly(_ code: String, _ expected: String) {
    #expect(HighlightedPage.notation(HighlightedPage.inline(code)) == expected)
  }

  @Test func theNameOfAPlaceholderIsEscaped() {
    // A name cannot hold these bytes; a paint that is wrong must still not break out of the markup.
    var paint = CodePaint(Array("<a\"b&c>".utf8))
    paint.addPlaceholder(0..<7, PlaceholderMark())
    var bytes: [UInt8] = []
    paint.write(Words.keys, to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "<span class=ph data-in=\"a&quot;b&amp;c\" data-q=text>&lt;a&quot;b&amp;c&gt;</span>")
  }

  @Test func paintOutsideTheTextIsCutOff() {
    var paint = CodePaint(Array("ab".utf8))
    paint.paint(1..<9, .string)
    paint.paint(-3..<1, .option)
    paint.parts = [
      .init(kind: .command, range: 0..<99), .init(kind: .output, range: 1..<2),
      .init(kind: .prompt, range: 5..<6),
    ]
    var bytes: [UInt8] = []
    paint.write(Words.keys, to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "<span class=cmd><i class=o>a</i><i class=s>b</i></span>")
  }

  @Test func languagesAreSortedAndNamedOnce() {
    let firsts = LanguageCatalog.all.compactMap(\.names.first)
    #expect(firsts == firsts.sorted())
    let names = LanguageCatalog.all.flatMap(\.names)
    #expect(Set(names).count == names.count)
  }
}

/// Whatever stands in a block, the text of its markup is the text of the block.
@Suite struct HighlightTextTests {
  @Test func realPagesKeepTheirText() {
    var count = 0
    for page in TestPages.own + TestPages.others {
      for block in HighlightedPage.blocks(of: page.text) {
        #expect(block.text == block.source, "\(page.name)")
        count += 1
      }
    }
    #expect(count > 100)
  }

  @Test(arguments: 0..<40) func noiseKeepsItsText(_ seed: UInt64) {
    var noise = Noise(state: seed)
    for _ in 0..<25 {
      let page = noise.page()
      for block in HighlightedPage.blocks(of: page) where block.text != block.source {
        Issue.record("seed \(seed): \(page.debugDescription)")
        return
      }
    }
  }
}

/// Pages of code made from pieces that mean something to some language.
private struct Noise {
  var state: UInt64

  private static let languages =
    LanguageCatalog.all.flatMap(\.names) + [
      "bash", "sh", "console", "", "text", "unknown",
    ]

  private static let pieces = [
    "\"", "'", "\"\"\"", "'''", "`", "#", "//", "/*", "*/", "--", "<!--", "-->", "<", ">", "</a>",
    "<name>", "<none>", "$x", "${x", "}", "$(", ")", "{", "[", "]", "\\", "\n", "\n", "\n  ", "\t",
    " ", " ", "key:", "key = ", ": |\n", "- ", "|", "&&", ";", "<<EOF\n", "EOF\n", "<<-'E'\n", "$ ",
    "# ", "[a@b ~]$ ", "> ", "ls -l", "--long=v", "kubectl get pods", "if", "then", "fi", "é", "漢",
    "\u{202E}", "\u{0}", "\r\n", "&amp;", "<b class=\"c\">", "SELECT", "@@ -1 +1 @@\n", "+a\n",
    "1.5",
  ]

  private mutating func next(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(count))
  }

  /// A block at the margin, in a list or in a quote.
  mutating func page() -> String {
    let language = Self.languages[next(Self.languages.count)]
    let code = (0..<next(60)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
    let prefixes = [("", ""), ("- ", "  "), ("> ", "> "), ("   ", "  ")][next(4)]
    let lines = ("~~~~~~~~" + language + "\n" + code + "\n~~~~~~~~")
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { ($0.offset == 0 ? prefixes.0 : prefixes.1) + $0.element + "\n" }
      .joined()
  }
}
