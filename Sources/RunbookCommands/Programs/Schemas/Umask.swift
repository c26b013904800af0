enum Umask {
  static let entry = ProgramEntry("umask") { _ in program }

  private static let program = Program.shipped(
    .posix, "umask, bash 5.2",
    """
    umask [MODE]
      -p
      -S
    """)
}
