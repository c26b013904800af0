enum Zcat {
  static let entry = ProgramEntry("zcat") { _ in program }

  private static let program = Program.shipped(
    .gnu, "zcat(1), gzip 1.12",
    """
    zcat [FILE:path...]
      -f --force
      -l --list
      -q --quiet
      -r --recursive
      -S --suffix=SUF
      -t --test
      -v --verbose
      --help {alone}
      --version {alone}
    """)
}
