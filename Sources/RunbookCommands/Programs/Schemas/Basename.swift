enum Basename {
  static let entry = ProgramEntry("basename") { _ in program }

  private static let program = Program.shipped(
    .posix, "basename(1), coreutils 9.1",
    """
    basename NAME...
      -a --multiple
      -s --suffix=SUFFIX
      -z --zero
      --help {alone}
      --version {alone}
    """)
}
