enum Tail {
  static let entry = ProgramEntry("tail") { _ in program }

  private static let program = Program.shipped(
    .gnu, "tail(1), coreutils 9.1",
    """
    tail [FILE:path...]
      -c --bytes=NUM
      -f {endless}
      --follow[=NAMEDESCRIPTOR]
      -F {endless}
      -n --lines=NUM
      --max-unchanged-stats=N
      --pid=PID
      -q --quiet --silent
      --retry
      -s --sleep-interval=N
      -v --verbose
      -z --zero-terminated
      --help {alone}
      --version {alone}
    """)
}
