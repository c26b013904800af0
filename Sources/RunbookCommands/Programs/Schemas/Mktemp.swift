enum Mktemp {
  static let entry = ProgramEntry("mktemp") { _ in program }

  private static let program = Program.shipped(
    .gnu, "mktemp(1), coreutils 9.1",
    """
    mktemp [TEMPLATE] {write}
      -d --directory
      -u --dry-run
      -q --quiet
      --suffix=SUFF
      -p=DIR:path
      --tmpdir[=DIR:path]
      -t
      --help {alone}
      --version {alone}
    """)
}
