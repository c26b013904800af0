import RunbookModel

enum ComparisonMissingRow {
  static let rule = Rule(
    "comparison-missing-row", .error, "a comparison has no row that it is required to have",
    rationale: """
      `required` lists what a comparison must not forget. A row that is missing there is a question
      that the reader will ask and the page will not answer.
      """,
    passing: [
      Rule.Example(
        """
        ---
        tables: [{under: differences, schema: comparison, required: [Shell, Logs]}]
        ---
        # Differences

        | Feature | Old | New |
        |---------|-----|-----|
        | `Logs`  | a   | b   |
        | Shell   | a   | b   |
        """)
    ],
    failing: [
      Rule.Example(
        """
        ---
        tables:
          - under: differences
            schema: comparison
            required: [Shell, ▸Log, ▸Package manager]
        ---
        # Differences

        | Feature | Old | New |
        |---------|-----|-----|
        | Logs    | a   | b   |
        | Shell   | a   | b   |
        """),
      Rule.Example(files: [
        (
          "content/page.md",
          """
          ---
          tables: [{under: ▸differences, schema: systems}]
          ---
          # Differences

          | Feature | Old | New |
          |---------|-----|-----|
          | Logs    | a   | b   |
          """
        ),
        (
          "runbookgen.yml",
          "tables:\n  - {name: systems, schema: comparison, required: [Logs, Shell]}\n"
        ),
      ]),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for typed in context.draft.tables {
      guard case .comparison(let comparison) = typed.content else { continue }
      let keys = comparison.rows.map(\.key)
      let known = Set(keys)
      for required in comparison.required where !known.contains(required.value) {
        diagnostics.append(finding(required, keys, typed, context))
      }
    }
  }

  private static func finding(
    _ required: Field<String>, _ keys: [String], _ typed: TypedTable, _ context: PageContext
  ) -> Diagnostic {
    let near = NearestName.suggestion(for: required.value, among: keys)
    let header = context.range(typed.table.header.range)
    var notes = [Diagnostic.Note("the table", at: header)]
    var place = required.range
    if place.file != context.file.path {
      notes.append(.init("required here", at: place))
      place = typed.declaration.under.range
    }
    return context.finding(
      rule, at: place,
      "the comparison has no row `\(required.value)`"
        + (near.map { "; did you mean `\($0)`?" } ?? ""),
      explanation: "Add the row, or take the name off the list of required ones.", notes: notes)
  }
}
