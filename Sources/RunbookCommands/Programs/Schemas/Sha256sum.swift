enum Sha256sum {
  static let entry = ProgramEntry("sha256sum") { _ in program }

  private static let program = Program.shipped(
    .gnu, "sha256sum(1), coreutils 9.1",
    """
    sha256sum [FILE:path...]
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
