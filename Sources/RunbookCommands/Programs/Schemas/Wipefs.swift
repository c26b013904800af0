enum Wipefs {
  static let entry = ProgramEntry("wipefs") { _ in program }

  private static let program = Program.shipped(
    .gnu, "wipefs(8), util-linux 2.42 and 2.38.1",
    """
    wipefs [DEVICE...]
      -a --all {destructive}
      -f --force
      -i --noheadings
      -J --json
      -n --no-act {dry}
      -o --offset=VALUE... {destructive}
      -O --output=VALUE...
      -p --parsable
      -q --quiet
      -t --types=VALUE...
      -h --help {alone}
      -V --version {alone}
      -b --backup[=VALUE]...
      --lock[=VALUE]...
    """)
}
