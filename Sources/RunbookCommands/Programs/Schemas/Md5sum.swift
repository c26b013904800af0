enum Md5sum {
  static let entry = ProgramEntry("md5sum") { _ in program }

  private static let program = Program.shipped(
    .gnu, "md5sum(1), coreutils 9.1",
    """
    md5sum [FILE:path...]
      -b --binary
      -c --check
      --tag
      -t --text
      -z --zero
      --ignore-missing
      --quiet
      --status
      --strict
      -w --warn
      --help {alone}
      --version {alone}
    """)
}
