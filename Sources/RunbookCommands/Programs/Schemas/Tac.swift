enum Tac {
  static let entry = ProgramEntry("tac") { _ in program }

  private static let program = Program.shipped(
    .gnu, "tac(1), coreutils 9.1",
    """
    tac [FILE:path...]
      -b --before
      -r --regex
      -s --separator=STRING
      --help {alone}
      --version {alone}
    """)
}
