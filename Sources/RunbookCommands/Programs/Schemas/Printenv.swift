enum Printenv {
  static let entry = ProgramEntry("printenv") { _ in program }

  private static let program = Program.shipped(
    .posix, "printenv(1), coreutils 9.1",
    """
    printenv [VARIABLE...]
      -0 --null
      --help {alone}
      --version {alone}
    """)
}
