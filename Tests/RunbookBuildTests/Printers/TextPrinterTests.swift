import RunbookBuild
import RunbookModel
import Testing

@Suite struct TextPrinterTests {
  @Test func wholeText() {
    #expect(
      TextPrinter().render(PrinterSample.report) == """
        error[link-broken]: there is no page 'b.md': 100% gone, sorry
         --> content/a page.md:3:5
          |
        3 | See [other](b.md) and
          |     ^^^^^^^^^^^^^
          |
          = A runbook that sends its reader to nowhere costs minutes when they are dear, so every link is
            resolved as in the source tree.
            Give a full URL for other places.
        note: the title is here
         --> content/a page.md:1:3
          |
        1 | # Título
          |   ------
        help: remove the link

        info[page-is-sad]: sad
         --> content/gone.md

        warning[config-unknown-key]: unknown key 'ulr'
         --> runbookgen.yml:2:1
          |
        2 | ulr: y
          | ^^^
        help: use 'url'

        1 error, 1 warning, 1 info in 7 pages; 1 has a fix: `runbookgen fix` shows it

        """)
  }

  @Test func nothingFound() {
    let report = DiagnosticReport(diagnostics: [], sources: [:], pageCount: 1)
    #expect(TextPrinter().render(report) == "no findings in 1 page\n")
  }

  /// The source line and the line of carets.
  private func excerpt(_ words: String, in text: String) -> [String] {
    let lines = TextPrinter().render(PrinterSample.report(words, in: text))
      .split(separator: "\n", omittingEmptySubsequences: false)
    return [String(lines[3]), String(lines[4])]
  }

  @Test(arguments: [
    ("x", "\ta\tx", "1 |     a   x", "  |         ^"),
    ("b", "日本b", "1 | 日本b", "  |     ^"),
    ("本", "日本b", "1 | 日本b", "  |   ^^"),
    ("x", "e\u{301}x", "1 | e\u{301}x", "  |  ^"),
    ("\u{301}", "ae\u{301}x", "1 | ae\u{301}x", "  |  ^"),
    ("x", "👩‍👩‍👧x", "1 | 👩‍👩‍👧x", "  |   ^"),
    ("x", "🇳🇱✏️x", "1 | 🇳🇱✏️x", "  |     ^"),
    ("missing", "ab", "1 | ab", "  |   ^"),
    ("b\nc", "a\nab\ncd", "2 | ab", "  |  ^"),
    ("\r\n", "ab\r\nc", "1 | ab", "  |   ^"),
    ("x", "\u{FEFF}x", "1 | x", "  | ^"),
    ("", "", "1 |", "  | ^"),
  ])
  func caretsStandBelow(_ words: String, _ text: String, _ line: String, _ carets: String) {
    #expect(excerpt(words, in: text) == [line, carets])
  }

  @Test func aPageCannotDriveTheTerminal() {
    #expect(
      excerpt("x", in: "\u{1B}[2J\u{202E}\u{9B}\u{7F}x")
        == [
          "1 | \\u{1b}[2J\\u{202e}\\u{9b}\\u{7f}x",
          "  | " + String(repeating: " ", count: 29) + "^",
        ])
    let evil = "a\u{1B}]0;b\u{7}\nc"
    let file = SourceFile(path: evil, text: evil)
    let everywhere = Diagnostic(
      evil, .error, at: file.range(0..<1), evil, explanation: evil,
      notes: [.init(evil, at: SourceRange(file: evil, bytes: 0..<0))], fixes: [.init(evil)])
    let text = TextPrinter().render(
      DiagnosticReport(diagnostics: [everywhere], sources: [evil: file], pageCount: 1))
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(text.contains(#"help: a\u{1b}]0;b\u{7}\u{a}c"#))
  }

  /// One line of many megabytes with many findings must not be printed once for each.
  @Test func enormousLinesAreCut() {
    let text = String(repeating: "ü", count: 100_000) + "x" + String(repeating: "y", count: 100_000)
    let lines = excerpt("x", in: text)
    #expect(
      lines[0] == "1 | …" + String(repeating: "ü", count: 40) + "x"
        + String(repeating: "y", count: 159) + "…")
    #expect(lines[1] == "  | " + String(repeating: " ", count: 41) + "^")
  }

  @Test func alignsLineNumbers() {
    let file = SourceFile(path: "p.md", text: String(repeating: "l\n", count: 12))
    let finding = Diagnostic(
      "x", .warning, at: file.range(4..<5), "wrong", notes: [.init("and", at: file.range(20..<21))])
    let report = DiagnosticReport(
      diagnostics: [finding], sources: ["p.md": file], pageCount: 2)
    #expect(
      TextPrinter().render(report) == """
        warning[x]: wrong
          --> p.md:3:1
           |
         3 | l
           | ^
        note: and
          --> p.md:11:1
           |
        11 | l
           | -

        1 warning in 2 pages

        """)
  }

  @Test func colourOnRequest() {
    let report = PrinterSample.report("b", in: "abc")
    let text = TextPrinter(isColoured: true).render(report)
    #expect(text.hasPrefix("\u{1B}[1;31merror[x]\u{1B}[0m\u{1B}[1m: wrong\u{1B}[0m\n"))
    #expect(text.contains(" \u{1B}[1;31m^\u{1B}[0m\n"))
  }
}
