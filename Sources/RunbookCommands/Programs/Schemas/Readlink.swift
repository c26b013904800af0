enum Readlink {
  static let entry = ProgramEntry("readlink") { _ in program }

  private static let program = Program.shipped(
    .gnu, "readlink(1), coreutils 9.1",
    """
    readlink FILE:path...
      -f --canonicalize
      -e --canonicalize-existing
      -m --canonicalize-missing
      -n --no-newline
      -q --quiet
      -s --silent
      -v --verbose
      -z --zero
      --help {alone}
      --version {alone}
    """)
}
