enum Stdbuf {
  static let entry = ProgramEntry("stdbuf") { _ in program }

  private static let program = Program.shipped(
    .posix, "stdbuf(1), coreutils 9.1",
    """
    stdbuf COMMAND:command(same)...
      -i --input=MODE
      -o --output=MODE
      -e --error=MODE
      --help {alone}
      --version {alone}
    """)
}
