enum TrapCommand {
  static let entry = ProgramEntry("trap") { _ in program }

  private static let program = Program.shipped(
    .posix, "trap, bash 5.2",
    """
    trap [ACTION] [SIGNAL...]
      -l {alone}
      -p
    """)
}
