enum ContinueCommand {
  static let entry = ProgramEntry("continue") { _ in program }

  private static let program = Program.shipped(
    .posix, "continue, bash 5.2",
    """
    continue [DEPTH]
    """)
}
