enum Amtool {
  static let entry = ProgramEntry("amtool") { _ in program }

  private static let program = Program.shipped(
    .pflag, "amtool --help, Alertmanager 0.25",
    """
    amtool
      -h --help {alone}
      --date.format=FORMAT
      -v --verbose
      --alertmanager.url=URL
      -o --output=FORMAT(simple|extended|json)
      --timeout=TIME:duration
      --http.config.file=FILE:path
      --version-check {negatable}
      --enable-feature=FEATURE
      --version {alone}
      help [WORDS...]
      alert [MATCHER...]
        -i --inhibited
        -s --silenced
        -a --active
        -u --unprocessed
        -r --receiver=NAME
        query [MATCHER...]
        add [LABEL...] {write}
          --generator-url=URL
          --start=TIME
          --end=TIME
          --annotation=NAME...
      silence [MATCHER...]
        --expired
        -q --quiet
        --created-by=NAME
        --id=ID
        --within=TIME
        add [MATCHER...] {write}
          -a --author=NAME
          -d --duration=TIME
          --start=TIME
          --end=TIME
          -c --comment=TEXT
          --annotation=NAME...
        expire [ID...] {destructive}
        import [FILE] {write}
          -f --force
          -w --worker=COUNT:integer
        query [MATCHER...]
        update [ID...] {write}
          -d --duration=TIME
          --start=TIME
          --end=TIME
          -c --comment=TEXT
      check-config [FILE...]
      cluster
        show
      config
        show
        routes
          --config.file=FILE:path
          show
          test [LABEL...]
            --verify.receivers=NAMES
            --tree
      template
        render
          --template.glob=PATTERN... {required}
          --template.text=TEXT {required}
          --template.type=TYPE(html|text)
          --template.data=FILE:path
    """)
}
