enum Swapoff {
  static let entry = ProgramEntry("swapoff") { _ in program }

  private static let program = Program.shipped(
    .gnu, "swapoff(8), util-linux 2.38.1",
    """
    swapoff [DEVICE...] {write}
      -a --all
      -L=LABEL
      -U=UUID
      -v --verbose
      -h --help {alone}
      -V --version {alone}
    """)
}
