enum Nice {
  static let entry = ProgramEntry("nice") { _ in program }

  private static let program = Program.shipped(
    .posix, "nice(1), coreutils 9.1",
    """
    nice [COMMAND:command(same)...]
      -n --adjustment=N
      --help {alone}
      --version {alone}
    """)
}
