enum More {
  static let entry = ProgramEntry("more") { _ in program }

  private static let program = Program.shipped(
    .gnu, "more(1), util-linux 2.38.1",
    """
    more [FILE:path...] {interactive}
      -d --silent
      -f --logical
      -l --no-pause
      -c --print-over
      -p --clean-print
      -e --exit-on-eof
      -s --squeeze
      -u --plain
      -n --lines=NUMBER
      -h --help {alone}
      -V --version {alone}
    """)
}
