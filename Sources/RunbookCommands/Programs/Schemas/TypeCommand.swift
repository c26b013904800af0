enum TypeCommand {
  static let entry = ProgramEntry("type") { _ in program }

  private static let program = Program.shipped(
    .posix, "type, bash 5.2",
    """
    type NAME...
      -a
      -f
      -p
      -P
      -t
    """)
}
