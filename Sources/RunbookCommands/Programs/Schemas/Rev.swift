enum Rev {
  static let entry = ProgramEntry("rev") { _ in program }

  private static let program = Program.shipped(
    .gnu, "rev(1), util-linux 2.38.1",
    """
    rev [FILE:path...]
      -h --help {alone}
      -V --version {alone}
    """)
}
