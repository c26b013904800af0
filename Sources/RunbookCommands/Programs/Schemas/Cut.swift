enum Cut {
  static let entry = ProgramEntry("cut") { _ in program }

  private static let program = Program.shipped(
    .gnu, "cut(1), coreutils 9.1",
    """
    cut [FILE:path...]
      -b --bytes=LIST
      -c --characters=LIST
      -d --delimiter=DELIM
      -f --fields=LIST
      -n
      --complement
      -s --only-delimited
      --output-delimiter=STRING
      -z --zero-terminated
      --help {alone}
      --version {alone}
      -M
    """)
}
