enum Gunzip {
  static let entry = ProgramEntry("gunzip") { _ in program }

  private static let program = Program.shipped(
    .gnu, "gunzip(1), gzip 1.12",
    """
    gunzip [FILE:path...] {write=operands}
      -c --stdout
      -f --force
      -k --keep
      -l --list
      -n --no-name
      -N --name
      -q --quiet
      -r --recursive
      -S --suffix=SUF
      -t --test
      -v --verbose
      --help {alone}
      --version {alone}
    """)
}
