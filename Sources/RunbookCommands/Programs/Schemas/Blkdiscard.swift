enum Blkdiscard {
  static let entry = ProgramEntry("blkdiscard") { _ in program }

  private static let program = Program.shipped(
    .gnu, "blkdiscard(8), util-linux 2.42 and 2.38.1",
    """
    blkdiscard DEVICE {destructive}
      -f --force
      -l --length=VALUE...
      -o --offset=VALUE...
      -p --step=VALUE...
      -q --quiet
      -s --secure
      -v --verbose
      -z --zeroout
      -h --help {alone}
      -V --version {alone}
    """)
}
