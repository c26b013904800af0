enum Sha1sum {
  static let entry = ProgramEntry("sha1sum") { _ in program }

  private static let program = Program.shipped(
    .gnu, "sha1sum(1), coreutils 9.1",
    """
    sha1sum [FILE:path...]
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
