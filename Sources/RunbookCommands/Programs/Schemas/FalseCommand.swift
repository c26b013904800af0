enum FalseCommand {
  static let entry = ProgramEntry("false") { _ in program }

  private static let program = Program.shipped(
    .words, "false, bash 5.2",
    """
    false [ARGUMENT...]
    """)
}
