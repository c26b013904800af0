enum Stat {
  static let entry = ProgramEntry("stat") { _ in program }

  private static let program = Program.shipped(
    .gnu, "stat(1), coreutils 9.1",
    """
    stat FILE:path...
      -L --dereference
      -f --file-system
      --cached=MODE
      -c --format=FORMAT
      --printf=FORMAT
      -t --terse
      --help {alone}
      --version {alone}
    """)
}
