enum ExecCommand {
  static let entry = ProgramEntry("exec") { _ in program }

  private static let program = Program.shipped(
    .posix, "exec, bash 5.2",
    """
    exec [COMMAND:command(same)...]
      -c
      -l
      -a=NAME
    """)
}
