enum Uptime {
  static let entry = ProgramEntry("uptime") { _ in program }

  private static let program = Program.shipped(
    .gnu, "uptime(1), procps 4.0.2",
    """
    uptime
      -p --pretty
      -h --help {alone}
      -s --since
      -V --version {alone}
    """)
}
