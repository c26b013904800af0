enum Timeout {
  static let entry = ProgramEntry("timeout") { _ in program }

  private static let program = Program.shipped(
    .posix, "timeout(1), coreutils 9.1",
    """
    timeout DURATION:duration COMMAND:command(same)...
      --preserve-status
      --foreground
      -k --kill-after=DURATION
      -s --signal=SIGNAL
      -v --verbose
      --help {alone}
      --version {alone}
    """)
}
