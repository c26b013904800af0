enum Cmp {
  static let entry = ProgramEntry("cmp") { _ in program }

  private static let program = Program.shipped(
    .gnu, "cmp(1), diffutils 3.8",
    """
    cmp FILE1:path [FILE2:path] [SKIP1] [SKIP2]
      -b --print-bytes
      -i --ignore-initial=SKIP
      -l --verbose
      -n --bytes=LIMIT
      -s --quiet --silent
      --help {alone}
      -v --version {alone}
      --print-chars
      -c
    """)
}
