enum ShiftCommand {
  static let entry = ProgramEntry("shift") { _ in program }

  private static let program = Program.shipped(
    .posix, "shift, bash 5.2",
    """
    shift [COUNT]
    """)
}
