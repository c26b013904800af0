enum Column {
  static let entry = ProgramEntry("column") { _ in program }

  private static let program = Program.shipped(
    .gnu, "column(1), bsdextrautils 2.38.1",
    """
    column [FILE:path...]
      -t --table
      -n --table-name=NAME
      -O --table-order=COLUMNS
      -N --table-columns=NAMES
      -l --table-columns-limit=NUM
      -E --table-noextreme=COLUMNS
      -d --table-noheadings
      -e --table-header-repeat
      -H --table-hide=COLUMNS
      -R --table-right=COLUMNS
      -T --table-truncate=COLUMNS
      -W --table-wrap=COLUMNS
      -L --keep-empty-lines
      -J --json
      -r --tree=COLUMN
      -i --tree-id=COLUMN
      -p --tree-parent=COLUMN
      -c --output-width=WIDTH
      -o --output-separator=STRING
      -s --separator=STRING
      -x --fillrows
      -h --help {alone}
      -V --version {alone}
      --columns=VALUE
      --table-empty-lines
    """)
}
