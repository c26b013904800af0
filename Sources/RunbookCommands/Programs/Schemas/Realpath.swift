enum Realpath {
  static let entry = ProgramEntry("realpath") { _ in program }

  private static let program = Program.shipped(
    .gnu, "realpath(1), coreutils 9.1",
    """
    realpath FILE:path...
      -e --canonicalize-existing
      -m --canonicalize-missing
      -L --logical
      -P --physical
      -q --quiet
      --relative-to=DIR:path
      --relative-base=DIR:path
      -s --strip --no-symlinks
      -z --zero
      --help {alone}
      --version {alone}
    """)
}
