import RunbookModel

enum TableShape {
  static let rule = Rule(
    "table-shape", .error, "a row of a table has more or fewer cells than the header",
    rationale: """
      A Markdown table drops what a row has too much and pads what it has too little, without a
      word: the reader sees a table that is not the one that was written. A delimiter row of another
      width than the header makes no table at all. A `|` inside a cell, also inside code, has to be
      written `\\|`.
      """,
    passing: [
      Rule.Example(
        """
        | Task | Command |
        | --- | --- |
        | Count | `ls \\| wc -l` |
        a | b
        """),
      Rule.Example("A line | with a pipe\nand --- dashes | below"),
    ],
    failing: [
      Rule.Example("| Task | Command |\n| --- | --- |\n| Count | `ls | ▸wc -l` |"),
      Rule.Example("| A | B | C |\n| --- | --- | --- |\n| 1 | ▸2 |\n▸text right below"),
      Rule.Example("| A | B | C |\n▸| --- | --- |\n| 1 | 2 | 3 |"),
      Rule.Example("> | A | B |\n> ▸| --- | --- | --- |"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for entry in context.outline.tables {
      let width = entry.value.header.sourceCells.count
      for row in entry.value.rows where row.sourceCells.count != width {
        diagnostics.append(finding(row, entry.value.header, context))
      }
    }
    for entry in context.outline.prose { checkDelimiterRows(entry.range, context, &diagnostics) }
  }

  private static func finding(
    _ row: Table.Row, _ header: Table.Row, _ context: PageContext
  ) -> Diagnostic {
    let (count, width) = (row.sourceCells.count, header.sourceCells.count)
    let note = Diagnostic.Note("the header", at: context.range(header.range))
    let summary = "this row has \(count.counted("cell")), the header has \(width)"
    if count > width {
      return context.finding(
        rule, at: row.sourceCells[width], summary,
        explanation: "What stands from here on is not shown. "
          + "A `|` that belongs to a cell is written `\\|`, inside code too.", notes: [note])
    }
    let hasPipe = TableLine(row.range, in: context.file.bytes).hasPipe
    return context.finding(
      rule, at: row.sourceCells.last ?? row.range, summary,
      explanation: hasPipe
        ? "The cells that are missing are shown empty. Write every cell, with a dash if need be."
        : "A line right below a table is a row of it. Put an empty line between the two.",
      notes: [note])
  }

  /// Looks in running text for two lines that should have been the top of a table.
  private static func checkDelimiterRows(
    _ range: ByteRange, _ context: PageContext, _ diagnostics: inout [Diagnostic]
  ) {
    let file = context.file
    let first = file.lines.line(at: range.lowerBound)
    // Most texts are one line.
    guard first + 1 < file.lines.count, file.lines.starts[first + 1] < range.upperBound else {
      return
    }
    let last = file.lines.line(at: range.upperBound - 1)
    var above: TableLine?
    for number in first...last {
      let content = file.lines.contentRange(ofLine: number, in: file.bytes)
      let line = TableLine(content.clamped(to: range), in: file.bytes)
      if line.isDelimiterRow, let above, above.hasPipe, above.cells.count != line.cells.count {
        diagnostics.append(
          context.finding(
            rule, at: line.range,
            "this row has \(line.cells.count.counted("cell")), the header above it has \(above.cells.count)",
            explanation: "The two have to agree, else this is no table but text with bars in it. "
              + "A `|` that belongs to a cell is written `\\|`.",
            notes: [.init("the header", at: context.range(above.range))]))
      }
      above = line
    }
  }
}
