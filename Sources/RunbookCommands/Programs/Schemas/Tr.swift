enum Tr {
  static let entry = ProgramEntry("tr") { _ in program }

  private static let program = Program.shipped(
    .posix, "tr(1), coreutils 9.1",
    """
    tr SET1 [SET2]
      -c -C --complement
      -d --delete
      -s --squeeze-repeats
      -t --truncate-set1
      --help {alone}
      --version {alone}
      -A
    """)
}
