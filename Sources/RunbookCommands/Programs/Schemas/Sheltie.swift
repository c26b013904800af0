enum Sheltie {
  static let entry = ProgramEntry("sheltie") { _ in program }

  private static let program = Program.shipped(
    .posix, "bottlerocket-admin-container, sheltie",
    """
    sheltie [COMMAND:command(entered)...]
    """)
}
