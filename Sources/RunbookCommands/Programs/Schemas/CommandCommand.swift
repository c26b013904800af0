enum CommandCommand {
  static let entry = ProgramEntry("command") { _ in program }

  private static let program = Program.shipped(
    .posix, "command, bash 5.2",
    """
    command [COMMAND:command(same)...]
      -p
      -v
      -V
    """)
}
