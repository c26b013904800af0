enum DateCommand {
  static let entry = ProgramEntry("date") { _ in program }

  private static let program = Program.shipped(
    .gnu, "date(1), coreutils 9.1",
    """
    date [FORMAT]
      -d --date=STRING
      --debug
      -f --file=DATEFILE
      -I --iso-8601[=FMT]
      --resolution
      -R --rfc-email
      --rfc-3339=FMT
      -r --reference=FILE:path
      -s --set=STRING {write}
      -u --utc --universal
      --help {alone}
      --version {alone}
      --rfc-822
      --rfc-2822
      --uct
    """)
}
