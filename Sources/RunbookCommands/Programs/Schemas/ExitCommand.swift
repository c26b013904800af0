enum ExitCommand {
  static let entry = ProgramEntry("exit") { _ in program }

  private static let program = Program.shipped(
    .posix, "exit, bash 5.2",
    """
    exit [STATUS]
    """)
}
