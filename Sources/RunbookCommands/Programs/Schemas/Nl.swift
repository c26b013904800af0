enum Nl {
  static let entry = ProgramEntry("nl") { _ in program }

  private static let program = Program.shipped(
    .gnu, "nl(1), coreutils 9.1",
    """
    nl [FILE:path...]
      -b --body-numbering=STYLE
      -d --section-delimiter=CC
      -f --footer-numbering=STYLE
      -h --header-numbering=STYLE
      -i --line-increment=NUMBER
      -l --join-blank-lines=NUMBER
      -n --number-format=FORMAT
      -p --no-renumber
      -s --number-separator=STRING
      -v --starting-line-number=NUMBER
      -w --number-width=NUMBER
      --help {alone}
      --version {alone}
    """)
}
