enum Tee {
  static let entry = ProgramEntry("tee") { _ in program }

  private static let program = Program.shipped(
    .gnu, "tee(1), coreutils 9.1",
    """
    tee [FILE:path...] {write=operands}
      -a --append
      -i --ignore-interrupts
      -p
      --output-error[=MODE]
      --help {alone}
      --version {alone}
    """)
}
