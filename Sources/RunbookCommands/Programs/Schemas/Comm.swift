enum Comm {
  static let entry = ProgramEntry("comm") { _ in program }

  private static let program = Program.shipped(
    .gnu, "comm(1), coreutils 9.1",
    """
    comm FILE1:path FILE2:path
      -1
      -2
      -3
      --check-order
      --nocheck-order
      --output-delimiter=STR
      --total
      -z --zero-terminated
      --help {alone}
      --version {alone}
    """)
}
