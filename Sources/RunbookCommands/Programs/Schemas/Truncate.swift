enum Truncate {
  static let entry = ProgramEntry("truncate") { _ in program }

  private static let program = Program.shipped(
    .gnu, "truncate(1), coreutils 9.1",
    """
    truncate FILE:path... {write}
      -c --no-create
      -o --io-blocks
      -r --reference=RFILE
      -s --size=SIZE
      --help {alone}
      --version {alone}
    """)
}
