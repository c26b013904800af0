enum Nohup {
  static let entry = ProgramEntry("nohup") { _ in program }

  private static let program = Program.shipped(
    .posix, "nohup(1), coreutils 9.1",
    """
    nohup COMMAND:command(same)...
      --help {alone}
      --version {alone}
    """)
}
