enum Setsid {
  static let entry = ProgramEntry("setsid") { _ in program }

  private static let program = Program.shipped(
    .posix, "setsid(1), util-linux 2.38.1",
    """
    setsid COMMAND:command(same)...
      -c --ctty
      -f --fork
      -w --wait
      -h --help {alone}
      -V --version {alone}
    """)
}
