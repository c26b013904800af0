enum TrueCommand {
  static let entry = ProgramEntry("true", ":") { _ in program }

  private static let program = Program.shipped(
    .words, "true, bash 5.2",
    """
    true|: [ARGUMENT...]
    """)
}
