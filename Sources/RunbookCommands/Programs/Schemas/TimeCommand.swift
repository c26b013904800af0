enum TimeCommand {
  static let entry = ProgramEntry("time") { _ in program }

  private static let program = Program.shipped(
    .posix, "time(1), time 1.9",
    """
    time COMMAND:command(same)...
      -a --append
      -f --format=FORMAT
      -o --output --output-file=FILE:path
      -p --portability
      -q --quiet
      -v --verbose
      --help {alone}
      -V --version {alone}
    """)
}
