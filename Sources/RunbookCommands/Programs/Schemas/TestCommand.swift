enum TestCommand {
  static let entry = ProgramEntry("test", "[") { _ in program }

  private static let program = Program.shipped(
    .words, "test, bash 5.2",
    """
    test|[ [EXPRESSION...]
    """)
}
