enum Nproc {
  static let entry = ProgramEntry("nproc") { _ in program }

  private static let program = Program.shipped(
    .gnu, "nproc(1), coreutils 9.1",
    """
    nproc
      --all
      --ignore=N
      --help {alone}
      --version {alone}
    """)
}
