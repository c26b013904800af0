enum Rmdir {
  static let entry = ProgramEntry("rmdir") { _ in program }

  private static let program = Program.shipped(
    .gnu, "rmdir(1), coreutils 9.1",
    """
    rmdir DIRECTORY:path... {write}
      --ignore-fail-on-non-empty
      -p --parents
      -v --verbose
      --help {alone}
      --version {alone}
      --path
    """)
}
