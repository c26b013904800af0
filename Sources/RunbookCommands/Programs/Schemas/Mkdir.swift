enum Mkdir {
  static let entry = ProgramEntry("mkdir") { _ in program }

  private static let program = Program.shipped(
    .gnu, "mkdir(1), coreutils 9.1",
    """
    mkdir DIRECTORY:path... {write}
      -m --mode=MODE
      -p --parents
      -v --verbose
      -Z
      --context[=CTX]
      --help {alone}
      --version {alone}
    """)
}
