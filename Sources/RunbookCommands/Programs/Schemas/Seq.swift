enum Seq {
  static let entry = ProgramEntry("seq") { _ in program }

  private static let program = Program.shipped(
    .posix, "seq(1), coreutils 9.1",
    """
    seq NUMBER [NUMBER] [LAST]
      -f --format=FORMAT
      -s --separator=STRING
      -w --equal-width
      --help {alone}
      --version {alone}
    """)
}
