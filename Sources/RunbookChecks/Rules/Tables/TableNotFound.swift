import RunbookModel

enum TableNotFound {
  static let rule = Rule(
    "table-not-found", .error, "the front matter declares a table that is not on the page",
    rationale: """
      `tables:` promises that the table under a heading is complete and checked. If the heading was
      renamed, or has no table, the promise is empty. Name the heading by its anchor, the part
      behind `#` in a link to it.
      """,
    passing: [
      Rule.Example(
        """
        ---
        tables: [{under: commands, schema: quick-reference}]
        ---
        ## Commands

        | Task | Command |
        |---|---|
        | List nodes | `kubectl get nodes` |
        """)
    ],
    failing: [
      Rule.Example(
        """
        ---
        tables: [{under: ▸comands, schema: quick-reference}]
        ---
        ## Commands

        | Task | Command |
        |---|---|
        | List nodes | `kubectl get nodes` |
        """),
      Rule.Example(
        """
        ---
        tables: [{under: ▸commands, schema: quick-reference}]
        ---
        ## Commands

        There is only text here.
        """),
    ],
    check: .reading)
}
