enum WaitCommand {
  static let entry = ProgramEntry("wait") { _ in program }

  private static let program = Program.shipped(
    .posix, "wait, bash 5.2",
    """
    wait [ID...]
      -f
      -n
      -p=VARIABLE
    """)
}
