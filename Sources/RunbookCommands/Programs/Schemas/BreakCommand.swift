enum BreakCommand {
  static let entry = ProgramEntry("break") { _ in program }

  private static let program = Program.shipped(
    .posix, "break, bash 5.2",
    """
    break [DEPTH]
    """)
}
