enum Head {
  static let entry = ProgramEntry("head") { _ in program }

  private static let program = Program.shipped(
    .gnu, "head(1), coreutils 9.1",
    """
    head [FILE:path...]
      -c --bytes=NUM
      -n --lines=NUM
      -q --quiet --silent
      -v --verbose
      -z --zero-terminated
      --help {alone}
      --version {alone}
    """)
}
