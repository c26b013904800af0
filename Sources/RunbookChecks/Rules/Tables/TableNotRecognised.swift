import RunbookModel

enum TableNotRecognised {
  static let rule = Rule(
    "table-not-recognised", .warning, "lines that look like a table are a paragraph",
    rationale: """
      A table needs a row of dashes under its header. Without it the lines run together into one paragraph, bars and all.
      """,
    passing: [
      Rule.Example("| A | B |\n|---|---|\n| 1 | 2 |"),
      // A row of dashes that does not fit is for `table-shape`.
      Rule.Example("| A | B |\n|---|\n| 1 | 2 |"),
      Rule.Example("Press a | b, or\n| c in the shell.\n\n| one line |"),
    ],
    failing: [
      Rule.Example("▸| A | B |\n| 1 | 2 |\n| 3 | 4 |")
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for text in context.plainText where text.holds(ASCIISet("|")) {
      let lines = text.lineStarts.map { text.text(text.line(from: $0)).trimmingEnd() }
      guard lines.count > 1, lines.allSatisfy(isRow) else { continue }
      guard !lines[1].allSatisfy({ "|:- ".contains($0) }) else { continue }
      diagnostics.append(
        context.finding(
          rule, at: text.range, "no row of dashes stands under the header, so this is no table",
          explanation:
            "GitHub and this wiki run the lines together into one paragraph. Write a second "
            + "line with one `---` for each column: "
            + "`|\(String(repeating: "---|", count: max(lines[0].filter { $0 == "|" }.count - 1, 1)))`."
        ))
    }
  }

  private static func isRow(_ line: String) -> Bool {
    line.hasPrefix("|") && line.hasSuffix("|") && line.utf8.count > 2
  }
}
