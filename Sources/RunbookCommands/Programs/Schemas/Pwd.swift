enum Pwd {
  static let entry = ProgramEntry("pwd") { _ in program }

  private static let program = Program.shipped(
    .posix, "pwd, bash 5.2",
    """
    pwd
      -L
      -P
    """)
}
