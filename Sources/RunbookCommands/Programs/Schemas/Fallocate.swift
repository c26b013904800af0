enum Fallocate {
  static let entry = ProgramEntry("fallocate") { _ in program }

  private static let program = Program.shipped(
    .gnu, "fallocate(1), util-linux 2.38.1",
    """
    fallocate FILE:path {write}
      -d --dig-holes
      -i --insert-range
      -l --length=NUM
      -n --keep-size
      -o --offset=NUM
      -p --punch-hole
      -z --zero-range
      -x --posix
      -v --verbose
      -h --help {alone}
      -V --version {alone}
      -c --collapse-range
    """)
}
