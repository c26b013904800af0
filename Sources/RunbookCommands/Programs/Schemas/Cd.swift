enum Cd {
  static let entry = ProgramEntry("cd") { _ in program }

  private static let program = Program.shipped(
    .posix, "cd, bash 5.2",
    """
    cd [DIRECTORY:path]
      -L
      -P
      -e
      -@
    """)
}
