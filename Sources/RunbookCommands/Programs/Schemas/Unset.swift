enum Unset {
  static let entry = ProgramEntry("unset") { _ in program }

  private static let program = Program.shipped(
    .posix, "unset, bash 5.2",
    """
    unset NAME...
      -f
      -v
      -n
    """)
}
