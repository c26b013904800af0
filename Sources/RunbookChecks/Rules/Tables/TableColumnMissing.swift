import RunbookModel

enum TableColumnMissing {
  static let rule = Rule(
    "table-column-missing", .error, "a declared table lacks a column",
    rationale: """
      A table that the front matter declares is read by its column heads. A quick reference needs a
      column of tasks and one of commands, a comparison needs its subjects. Rename the column, or
      say in `tables:` what it is called.
      """,
    passing: [
      Rule.Example(
        """
        ---
        tables: [{under: commands, schema: quick-reference, task: Aim}]
        ---
        ## Commands

        | Aim | Command |
        |---|---|
        | List nodes | `kubectl get nodes` |
        """)
    ],
    failing: [
      Rule.Example(
        """
        ---
        tables: [{under: commands, schema: quick-reference}]
        ---
        ## Commands

        ▸| Task | Comand |
        |---|---|
        | List nodes | `kubectl get nodes` |
        """),
      Rule.Example(
        """
        ---
        tables: [{under: systems, schema: comparison, subjects: [Bottlerocket, ▸Ubuntu]}]
        ---
        ## Systems

        | Feature | Bottlerocket | Amazon Linux |
        |---|---|---|
        | Shell | none | bash |
        """),
    ],
    check: .reading)
}
