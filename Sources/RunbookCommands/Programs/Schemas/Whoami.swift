enum Whoami {
  static let entry = ProgramEntry("whoami") { _ in program }

  private static let program = Program.shipped(
    .gnu, "whoami(1), coreutils 9.1",
    """
    whoami
      --help {alone}
      --version {alone}
    """)
}
