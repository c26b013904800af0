enum Lvm {
  static let entry = ProgramEntry("lvm") { _ in program }

  private static let program = Program.shipped(
    .posix, "lvm(8), 2.03.31: each of its verbs is a program, too",
    """
    lvm [COMMAND:command(same)...] {leading}
      --version {alone}
      --help {alone}
    """)
}
