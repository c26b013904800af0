enum Echo {
  static let entry = ProgramEntry("echo") { _ in program }

  private static let program = Program.shipped(
    .posix, "echo, bash 5.2",
    """
    # Any other word with a dash is printed.
    echo [STRING...] {open}
      -n
      -e
      -E
    """)
}
