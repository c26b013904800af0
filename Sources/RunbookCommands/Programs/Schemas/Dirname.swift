enum Dirname {
  static let entry = ProgramEntry("dirname") { _ in program }

  private static let program = Program.shipped(
    .gnu, "dirname(1), coreutils 9.1",
    """
    dirname NAME...
      -z --zero
      --help {alone}
      --version {alone}
    """)
}
