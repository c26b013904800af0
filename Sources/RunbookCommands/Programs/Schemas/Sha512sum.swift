enum Sha512sum {
  static let entry = ProgramEntry("sha512sum") { _ in program }

  private static let program = Program.shipped(
    .gnu, "sha512sum(1), coreutils 9.1",
    """
    sha512sum [FILE:path...]
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
